import type { PaperFile } from '#lib/server/papers/documents.ts';

/**
 * A file that a browser saves and never shows: it came from outside, and nothing in it may run
 * here. Its name says nothing of the case.
 */
export function sendAsDownload({ name, contentType, bytes }: PaperFile): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': contentType,
			'content-length': String(bytes.byteLength),
			'content-disposition': `attachment; filename="${name}"`,
			'content-security-policy': "default-src 'none'; sandbox",
			'x-content-type-options': 'nosniff',
			'cross-origin-resource-policy': 'same-origin',
			'cache-control': 'no-store'
		}
	});
}
