import { inflateSync } from 'node:zlib';

/** A PDF with its packed streams opened, as text: to look for what is in it. */
export function openedPdf(pdf: Buffer): string {
	const raw = pdf.toString('latin1');
	const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map((match) => {
		try {
			return inflateSync(Buffer.from(match[1] ?? '', 'latin1')).toString('latin1');
		} catch {
			return '';
		}
	});
	return `${raw}\n${streams.join('\n')}`;
}
