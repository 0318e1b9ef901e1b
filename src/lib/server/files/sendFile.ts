import { FILE_KINDS, type FileKind } from '#lib/server/files/fileKind.ts';

/** A kept file that is to go out. Its name is made here, and says nothing of what is in it. */
export interface KeptFile {
	stem: 'paper' | 'file';
	fileId: string;
	/** `text`: words that were typed. */
	kind: FileKind | 'text';
	bytes: Buffer;
}

/**
 * A file that a browser saves and never shows: it came from outside, and nothing in it may run
 * here. Its name says nothing of the case.
 */
export function sendAsDownload(file: KeptFile): Response {
	return new Response(new Uint8Array(file.bytes), { headers: headersOf(file, 'attachment') });
}

/**
 * A picture that we encoded or a sound that we rewrote, to be seen or heard on a page of ours;
 * anything else goes as a download all the same. Players ask for a part at a time (`Range`).
 */
export function sendToShow(file: KeptFile, request: Request): Response {
	if (file.kind === 'text' || FILE_KINDS[file.kind].sort === 'paper') return sendAsDownload(file);
	const headers = { ...headersOf(file, 'inline'), 'accept-ranges': 'bytes' };
	const size = file.bytes.byteLength;
	const range = readRange(request.headers.get('range'), size);
	if (range === null) return new Response(new Uint8Array(file.bytes), { headers });
	if (range === 'outside') {
		return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
	}
	const { first, last } = range;
	return new Response(new Uint8Array(file.bytes.subarray(first, last + 1)), {
		status: 206,
		headers: {
			...headers,
			'content-length': String(last - first + 1),
			'content-range': `bytes ${first}-${last}/${size}`
		}
	});
}

function headersOf(
	{ stem, fileId, kind, bytes }: KeptFile,
	disposition: 'attachment' | 'inline'
): Record<string, string> {
	const { contentType, ending } =
		kind === 'text'
			? { contentType: 'text/plain; charset=utf-8', ending: 'txt' }
			: FILE_KINDS[kind];
	return {
		'content-type': contentType,
		'content-length': String(bytes.byteLength),
		'content-disposition': `${disposition}; filename="${stem}-${fileId.slice(0, 8)}.${ending}"`,
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff',
		'cross-origin-resource-policy': 'same-origin',
		'cache-control': 'no-store'
	};
}

/** One range of bytes, both ends counted; null where the whole is to be sent. RFC 9110 14.2. */
function readRange(
	header: string | null,
	size: number
): { first: number; last: number } | 'outside' | null {
	const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
	const [, from = '', to = ''] = asked ?? [];
	if (from === '' && to === '') return null;
	const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
	const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
	return first > last ? 'outside' : { first, last };
}
