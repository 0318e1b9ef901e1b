import { readSite } from '#lib/server/intake/readSite.ts';
import { posterPdf } from '#lib/server/posters/posterPdf.ts';
import { qrSvg } from '#lib/server/posters/qrSquare.ts';
import type { Service } from '#lib/server/service.ts';
import { findServer } from '#lib/server/start.ts';
import { squareWords } from '#lib/words/public/poster.ts';

/** A poster as a PDF, or its square as a picture for an email signature. */
export const POSTER_TYPES = { pdf: 'application/pdf', svg: 'image/svg+xml' } as const;

/** Which of them. */
export type PosterFormat = keyof typeof POSTER_TYPES;

/** Which poster is wanted; `here`: where the site is reached where it has no host of its own. */
export interface WantedPoster {
	placeId: string;
	format: PosterFormat;
	here: string;
}

/** Makes it. In its address stands the place and nothing else. */
export async function makePoster(service: Service, wanted: WantedPoster): Promise<Uint8Array> {
	const { site, advocacy } = await readSite(service);
	const hosts = findServer()?.environment.hosts;
	const address = `${hosts ? `https://${hosts.publicHost}` : wanted.here}/p/${wanted.placeId}`;
	if (wanted.format === 'svg') return Buffer.from(qrSvg(address, squareWords(address)));
	return posterPdf({
		siteName: site.name,
		address,
		phone: site.phone,
		phoneHours: site.phoneHours,
		advocacyName: advocacy.name,
		advocacyPhone: advocacy.phone
	});
}
