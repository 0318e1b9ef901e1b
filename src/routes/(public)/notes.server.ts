import { error } from '@sveltejs/kit';
import { wordsPicture } from '#lib/server/intake/wordsPicture.ts';
import { notesText } from '#lib/words/public/code.ts';

/** The six words as a plain file with a plain name, and nothing else in it. */
export function notesFile(words: readonly string[] | null | undefined): Response {
	if (!words) error(404, 'Page not found');
	return new Response(notesText(words), {
		headers: {
			'Content-Type': 'text/plain; charset=utf-8',
			'Content-Disposition': 'attachment; filename="notes.txt"',
			'Cache-Control': 'no-store'
		}
	});
}

/** The same as a picture. */
export async function notesPicture(words: readonly string[] | null | undefined): Promise<Response> {
	if (!words) error(404, 'Page not found');
	return new Response(new Uint8Array(await wordsPicture(words)), {
		headers: {
			'Content-Type': 'image/png',
			'Content-Disposition': 'attachment; filename="notes.png"',
			'Cache-Control': 'no-store'
		}
	});
}
