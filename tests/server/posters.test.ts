import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPlace, countArrival, findPlace, listPlaces } from '#lib/server/posters/places.ts';
import { posterPdf } from '#lib/server/posters/posterPdf.ts';
import { qrSquare, qrSvg, type QrSquare } from '#lib/server/posters/qrSquare.ts';
import { squareWords } from '#lib/words/public/poster.ts';
import { openSiteInProcess, type SiteInProcess } from '../support/siteInProcess.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { addStaff } from '../support/testService.ts';
import { createTestService, type TestService } from '../support/visitor.ts';
import { openedPdf } from '../support/openedPdf.ts';

let test: TestDatabase;
let service: TestService;
let site: SiteInProcess;
let priya: string;

beforeAll(async () => {
	test = await createTestDatabase();
	service = createTestService(test, '2026-06-01T10:00:00Z');
	priya = await addStaff(service, 'Priya', ['complaintsManager']);
	site = await openSiteInProcess(service);
});
afterAll(async () => {
	await site.close();
	await test.close();
});

async function place(name: string): Promise<string> {
	await addPlace(service, priya, name);
	const found = (await listPlaces(service, priya)).find((one) => one.name === name);
	return found?.placeId ?? '';
}

const arrivalsOf = async (name: string) =>
	(await listPlaces(service, priya)).find((one) => one.name === name)?.arrivals;

describe('a place where a poster hangs', () => {
	it('has five letters or figures of its own, drawn at random, and one name', async () => {
		const willows = await place('The Willows');
		expect(willows).toMatch(/^[a-z2-9]{5}$/);
		expect(await place('Hill School')).not.toBe(willows);
		expect(await addPlace(service, priya, 'The Willows')).toBe(false);
		expect(await findPlace(service, priya, willows)).toEqual({
			placeId: willows,
			name: 'The Willows'
		});
		expect(await findPlace(service, priya, 'nowhe')).toBeNull();
	});

	it('is counted by month, and a count of 1 to 4 is not told', async () => {
		const elms = await place('The Elms');
		expect(await arrivalsOf('The Elms')).toBe(0);
		for (let times = 1; times <= 4; times += 1) await countArrival(service, elms);
		expect(await arrivalsOf('The Elms')).toBeNull();
		service.setNow('2026-07-01T10:00:00Z');
		await countArrival(service, elms);
		expect(await arrivalsOf('The Elms')).toBe(5);
	});

	it('is counted from 1 April', async () => {
		const oaks = await place('The Oaks');
		service.setNow('2027-03-31T10:00:00Z');
		for (let times = 1; times <= 6; times += 1) await countArrival(service, oaks);
		expect(await arrivalsOf('The Oaks')).toBe(6);
		service.setNow('2027-04-01T10:00:00Z');
		expect(await arrivalsOf('The Oaks')).toBe(0);
	});

	it('loses none of many who come at once', async () => {
		const pines = await place('The Pines');
		await Promise.all(Array.from({ length: 30 }, () => countArrival(service, pines)));
		expect(await arrivalsOf('The Pines')).toBe(30);
	});

	it('leaves nothing of who came: a place, a month and a number', async () => {
		const rows = await test.owner.selectFrom('poster_arrival').selectAll().execute();
		expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['arrivals', 'month', 'place_id']);
	});
});

describe('the address on a poster', () => {
	it('leads to the home page, with no cookie, and is not kept in the list of pages', async () => {
		const birch = await place('The Birches');
		const answer = await site.ask(`/p/${birch}`);
		expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
		expect(answer.headers.get('set-cookie')).toBeNull();
		expect(answer.headers.get('cache-control')).toBe('no-store');
	});

	it('says the same where there is no such place, and keeps nothing of it', async () => {
		const before = await test.owner.selectFrom('poster_arrival').selectAll().execute();
		for (const path of ['/p/nowhe', '/p/%00', `/p/${'x'.repeat(500)}`]) {
			const answer = await site.ask(path);
			expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 303, '/']);
		}
		expect(await test.owner.selectFrom('poster_arrival').selectAll().execute()).toEqual(before);
	});
});

const ADDRESS = 'https://say.example.org/p/k7f2m';

/** The code as a camera sees it, eight pixels a square. */
function seen(square: QrSquare) {
	const scale = 8;
	const side = square.length * scale;
	const data = new Uint8Array(side * side * 3).fill(255);
	for (let y = 0; y < side; y += 1) {
		for (let x = 0; x < side; x += 1) {
			const start = (y * side + x) * 3;
			const isDark = square[Math.floor(y / scale)]?.[Math.floor(x / scale)];
			if (isDark) data.fill(0, start, start + 3);
		}
	}
	return { width: side, height: side, data };
}

describe('the square', () => {
	it('is read by a camera as the address', () => {
		expect(decodeQR(seen(qrSquare(ADDRESS)))).toBe(ADDRESS);
	});

	it('is a picture that says what it is, of its own colours and no file elsewhere', () => {
		const svg = qrSvg(ADDRESS, squareWords(ADDRESS));
		expect(svg).toContain(`<title id="what">${squareWords(ADDRESS)}</title>`);
		expect(svg).toContain('role="img" aria-labelledby="what"');
		expect(svg).not.toMatch(/href|script|url\(/);
		const dark = qrSquare(ADDRESS).flat().filter(Boolean).length;
		expect(svg.match(/h1v1h-1z/g)).toHaveLength(dark);
	});
});

describe('a poster on paper', () => {
	const facts = {
		siteName: 'Have your say',
		address: ADDRESS,
		phone: '01632 960 100',
		phoneHours: 'Monday to Friday, 9am to 5pm',
		advocacyName: 'NYAS',
		advocacyPhone: '0808 808 1001'
	};

	it('is one tagged page with a heading, and the square has words for who cannot see it', async () => {
		const pdf = openedPdf(await posterPdf(facts));
		expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
		expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
		const tags = [...pdf.matchAll(/\/S \/(\w+)/g)].map((match) => match[1]);
		expect(tags.filter((tag) => tag === 'H1')).toHaveLength(1);
		expect(tags.filter((tag) => tag === 'Figure')).toHaveLength(1);
		expect(pdf).toMatch(/\/Alt \(/);
	});

	it('stays one page with the longest names, and leaves out what the council has not given', async () => {
		const long = {
			...facts,
			siteName: 'Have your say and be heard by somebody',
			advocacyName: 'Shout Out at Off the Record, for children and young people'
		};
		expect(openedPdf(await posterPdf(long)).match(/\/Type \/Page\b/g)).toHaveLength(1);
		const bare = { ...facts, phone: '', advocacyPhone: '' };
		expect(openedPdf(await posterPdf(bare)).match(/\/Type \/Page\b/g)).toHaveLength(1);
	});
});
