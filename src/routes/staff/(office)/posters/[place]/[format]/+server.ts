import { error } from '@sveltejs/kit';
import { findPlace } from '#lib/server/posters/places.ts';
import { makePoster, POSTER_TYPES, type PosterFormat } from '#lib/server/posters/makePoster.ts';
import { getService } from '#lib/server/running.ts';
import type { RequestHandler } from './$types';

/** A poster on paper, or its square alone. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { place: placeId, format } = params;
	const place = await findPlace(getService(), locals.staff?.staffId ?? '', placeId);
	if (!place || !isFormat(format)) error(404, 'There is no such poster');
	const bytes = await makePoster(getService(), { placeId, format, here: url.origin });
	return new Response(new Uint8Array(bytes), {
		headers: {
			'Content-Type': POSTER_TYPES[format],
			'Content-Disposition': `attachment; filename="have-your-say-${placeId}.${format}"`
		}
	});
};

function isFormat(format: string): format is PosterFormat {
	return Object.hasOwn(POSTER_TYPES, format);
}
