import encodeQR from 'qr';

/** A QR code as rows of squares: true is dark. The light edge that a camera needs is in it. */
export type QrSquare = readonly (readonly boolean[])[];

/** Squares of light around it (ISO/IEC 18004). */
const QUIET_EDGE = 4;

/** The code of an address. A quarter of it may be scratched or covered. */
export function qrSquare(address: string): QrSquare {
	return encodeQR(address, 'raw', { ecc: 'quartile', border: QUIET_EDGE });
}

/** The code as the path of a drawing whose every square is 1 by 1, and how many a side has. */
export function qrPath(address: string): { side: number; path: string } {
	const square = qrSquare(address);
	const path = square
		.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
		.join('');
	return { side: square.length, path };
}

/** The code as a picture of its own, with what it is for whoever cannot see it. */
export function qrSvg(address: string, title: string): string {
	const { side, path } = qrPath(address);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="240" height="240" role="img" aria-labelledby="what" lang="en-GB">`,
		`<title id="what">${escaped(title)}</title>`,
		`<rect width="${side}" height="${side}" fill="#fff"/>`,
		`<path d="${path}" fill="#000" shape-rendering="crispEdges"/>`,
		'</svg>\n'
	].join('');
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
