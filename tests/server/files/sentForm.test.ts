import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { clamdScanner } from '#lib/server/files/clamd.ts';
import { FormBroken, readParts, type PartTaker } from '#lib/server/files/sentParts.ts';
import {
	FormTooBig,
	LARGEST_FIELDS_BYTES,
	LARGEST_FORM_BYTES,
	readSentForm
} from '#lib/server/files/readSentForm.ts';
import { aPdf } from '../../support/paperFiles.ts';

/** Takes whatever comes, and keeps none of it. */
const NOBODY: PartTaker = {
	largestFieldBytes: 1000,
	field: () => undefined,
	file: () => ({ write: () => undefined, end: () => undefined })
};
const PAPERS = { takes: ['paper'] } as const;

/** A form as a browser would send it, in pieces of so many bytes. */
async function sentInPieces(
	form: FormData,
	pieceBytes: number,
	onPiece: (bytes: number) => void = () => undefined
): Promise<Request> {
	const whole = new Request('http://say.test/', { method: 'POST', body: form });
	const bytes = new Uint8Array(await whole.arrayBuffer());
	let place = 0;
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			if (place >= bytes.length) return controller.close();
			controller.enqueue(bytes.slice(place, place + pieceBytes));
			place += pieceBytes;
			onPiece(pieceBytes);
		}
	});
	return new Request('http://say.test/', {
		method: 'POST',
		headers: {
			'content-type': whole.headers.get('content-type') ?? '',
			'content-length': String(bytes.length)
		},
		body,
		duplex: 'half'
	} as RequestInit);
}

function partOf(bytes: Uint8Array<ArrayBuffer>, type: string): Request {
	const headers = { 'content-type': type };
	return new Request('http://say.test/', { method: 'POST', headers, body: bytes });
}

describe('a form with files', () => {
	it.each([1, 7, 64, 100_000])('is read the same in pieces of %i bytes', async (pieceBytes) => {
		const form = new FormData();
		form.append('words', 'One line\r\n--and not a boundary\r\n');
		form.append('pick', 'a');
		form.append('pick', 'b');
		form.append('file', new File([new Uint8Array(aPdf('\r\n--x\r\n'))], 'Report "1".pdf'));
		form.append('other', new File([], ''));
		const sent = await readSentForm(await sentInPieces(form, pieceBytes), PAPERS, null);
		expect(sent.fields.get('words')).toBe('One line\n--and not a boundary\n');
		expect(sent.fields.getAll('pick')).toEqual(['a', 'b']);
		expect(sent.refused).toEqual({});
		expect(sent.files.map(({ field, file }) => [field, file.name])).toEqual([
			['file', 'Report "1".pdf']
		]);
		expect(Buffer.from(sent.files[0]!.file.bytes).equals(aPdf('\r\n--x\r\n'))).toBe(true);
	});

	it('takes no more than there is room for, and keeps those', async () => {
		const form = new FormData();
		for (const name of ['a', 'b', 'c', 'd']) {
			form.append('file', new File([new Uint8Array(aPdf(name))], `${name}.pdf`));
		}
		const sent = await readSentForm(await sentInPieces(form, 9_000), PAPERS, null);
		expect(sent.files.map(({ file }) => file.name)).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
		expect(sent.refused).toEqual({ file: 'tooMany' });
	});

	it('reads on past a file of more than 10 MB, and holds none of it', async () => {
		const form = new FormData();
		form.append('file', new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'large.pdf'));
		form.append('words', 'What I typed is still there');
		const sent = await readSentForm(await sentInPieces(form, 65_536), PAPERS, null);
		expect(sent.refused).toEqual({ file: 'tooBig' });
		expect(sent.fields.get('words')).toBe('What I typed is still there');
	});

	it('takes a file of exactly 10 MB', async () => {
		const end = Buffer.from('\n%%EOF\n');
		const file = Buffer.concat([
			aPdf(),
			Buffer.alloc(10 * 1024 * 1024 - aPdf().length - end.length, ' '),
			end
		]);
		const form = new FormData();
		form.append('file', new File([new Uint8Array(file)], 'whole.pdf'));
		const sent = await readSentForm(await sentInPieces(form, 65_536), PAPERS, null);
		expect(sent.refused).toEqual({});
	});

	it('is not read at all where it says it is larger than three files', async () => {
		const request = new Request('http://say.test/', {
			method: 'POST',
			headers: { 'content-length': String(LARGEST_FORM_BYTES + 1) },
			body: 'x'
		});
		await expect(readSentForm(request, PAPERS, null)).rejects.toThrow(FormTooBig);
	});

	it.each([
		[
			'that ends too early',
			'multipart/form-data; boundary=x',
			'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nhalf'
		],
		['without a boundary', 'multipart/form-data', '--x--'],
		[
			'with a part that has no name',
			'multipart/form-data; boundary=x',
			'--x\r\ncontent-disposition: form-data\r\n\r\nwords\r\n--x--'
		],
		['that is empty', 'multipart/form-data; boundary=x', '']
	])('is refused %s', async (_, type, body) => {
		const request = new Request('http://say.test/', {
			method: 'POST',
			headers: { 'content-type': type },
			body
		});
		const read = readParts(request, NOBODY);
		await expect(read).rejects.toThrow(FormBroken);
	});

	it('is refused wherever it was broken off, and nothing hangs', async () => {
		const form = new FormData();
		form.append('words', 'I got moved');
		form.append('file', new File([new Uint8Array(40)], 'a.pdf'));
		const whole = new Request('http://say.test/', { method: 'POST', body: form });
		const type = whole.headers.get('content-type') ?? '';
		const bytes = new Uint8Array(await whole.arrayBuffer());
		const end = bytes.length - '--\r\n'.length;
		for (let length = 0; length < end; length += 1) {
			const read = readParts(partOf(bytes.slice(0, length), type), NOBODY);
			await expect(read, `${length} bytes`).rejects.toThrow(FormBroken);
		}
		await readParts(partOf(bytes, type), NOBODY);
	});

	it('is refused with more than 200 parts', async () => {
		const form = new FormData();
		for (let count = 0; count < 200; count += 1) form.append('pick', 'a');
		const fields: string[] = [];
		const taker = { ...NOBODY, field: (name: string) => void fields.push(name) };
		await readParts(await sentInPieces(form, 9_000), taker);
		expect(fields).toHaveLength(200);
		form.append('pick', 'a');
		await expect(readParts(await sentInPieces(form, 9_000), NOBODY)).rejects.toThrow(FormBroken);
	});

	it('is too much where one field is longer than may be typed', async () => {
		const form = new FormData();
		form.append('words', 'a'.repeat(LARGEST_FIELDS_BYTES + 1));
		const read = readSentForm(await sentInPieces(form, 65_536), PAPERS, null);
		await expect(read).rejects.toThrow(FormTooBig);
	});

	it('waits with the rest while a file is being looked at', async () => {
		const form = new FormData();
		for (const name of ['first', 'second']) {
			form.append(name, new File([new Uint8Array(3_000_000)], `${name}.pdf`));
		}
		let came = 0;
		const look = Promise.withResolvers<void>();
		const request = await sentInPieces(form, 65_536, (bytes) => (came += bytes));
		const read = readParts(request, {
			...NOBODY,
			file: (name) => ({
				write: () => undefined,
				end: () => (name === 'first' ? look.promise : undefined)
			})
		});
		await setTimeout(200);
		expect(came).toBeGreaterThan(3_000_000);
		expect(came).toBeLessThan(3_500_000);
		look.resolve();
		await read;
		expect(came).toBeGreaterThan(6_000_000);
	});

	it('that breaks off is given up only when nothing of it is being looked at', async () => {
		const form = new FormData();
		form.append('first', new File([new Uint8Array(100)], 'first.pdf'));
		form.append('second', new File([new Uint8Array(100)], 'second.pdf'));
		const whole = new Request('http://say.test/', { method: 'POST', body: form });
		const bytes = new Uint8Array(await whole.arrayBuffer());
		const half = partOf(bytes.slice(0, -20), whole.headers.get('content-type') ?? '');
		let isLooked = false;
		const read = readParts(half, {
			...NOBODY,
			file: () => ({
				write: () => undefined,
				end: async () => {
					await setTimeout(50);
					isLooked = true;
				}
			})
		});
		await expect(read).rejects.toThrow(FormBroken);
		expect(isLooked).toBe(true);
	});

	it('says what went wrong while a file was taken', async () => {
		const form = new FormData();
		form.append('file', new File([new Uint8Array(200_000)], 'a.pdf'));
		const write = () => {
			throw new FormTooBig('Full');
		};
		const taker = { ...NOBODY, file: () => ({ write, end: () => undefined }) };
		await expect(readParts(await sentInPieces(form, 9_000), taker)).rejects.toThrow(FormTooBig);
	});

	it('lets a file in that the scanner could not look at, marked as waiting', async () => {
		const form = new FormData();
		form.append('file', new File([new Uint8Array(aPdf())], 'a.pdf'));
		const away = clamdScanner({ host: '127.0.0.1', port: 9 });
		const sent = await readSentForm(await sentInPieces(form, 9_000), PAPERS, away);
		expect(sent.files[0]?.file.scan).toBe('waiting');
	});
});
