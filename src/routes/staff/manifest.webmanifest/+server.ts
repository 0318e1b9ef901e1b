import { asActor } from '#lib/server/database/connect.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';

const ICON = { type: 'image/png', src: '/staff/icon' } as const;

/**
 * What a browser needs to put the staff app beside a device's other apps. Asked without a sign-in, by
 * the browser itself; the name is the one that visitors see.
 */
export async function GET(): Promise<Response> {
	const { council } = await asActor(getService().db, 'system', readCouncil);
	const manifest = {
		id: '/staff/',
		name: `${council.siteName}: staff`,
		short_name: council.siteName,
		lang: 'en-GB',
		start_url: '/staff/today',
		scope: '/staff/',
		display: 'standalone',
		// The paper of the light theme; the pages say the other for the dark one.
		background_color: '#fffbf4',
		theme_color: '#fffbf4',
		icons: [
			{ ...ICON, src: `${ICON.src}-192.png`, sizes: '192x192', purpose: 'any' },
			{ ...ICON, src: `${ICON.src}-512.png`, sizes: '512x512', purpose: 'any' },
			{ ...ICON, src: `${ICON.src}-maskable-512.png`, sizes: '512x512', purpose: 'maskable' }
		]
	};
	return new Response(JSON.stringify(manifest), {
		headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'no-cache' }
	});
}
