import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#lib/server/work.ts';
import { aPicture, PLACE } from '../../support/mediaFiles.ts';
import { openSiteInProcess, type SiteInProcess } from '../../support/siteInProcess.ts';
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';
import { addStaff } from '../../support/testService.ts';
import { createTestService, type TestService } from '../../support/visitor.ts';

let test: TestDatabase;
let service: TestService;
let site: SiteInProcess;
let cookie: string;

beforeAll(async () => {
	test = await createTestDatabase();
	service = createTestService(test, '2026-06-01T10:00:00Z');
	site = await openSiteInProcess(service);
	cookie = await site.signIn(await addStaff(service, 'Helen', ['administrator']));
}, 300_000);
afterAll(async () => {
	await site.close();
	await test.close();
});

/** The administrator gives a picture as NYAS's logo, and reads what the page answers. */
async function give(bytes: Uint8Array | null, form = { provider: 'advocacy' }): Promise<string> {
	const files = bytes === null ? [] : [{ name: 'logo', bytes: new Uint8Array(bytes) }];
	const answer = await site.ask('/staff/settings/logos?/keep', {
		...{ cookie, form, files },
		fileField: 'file'
	});
	return answer.text;
}

/** The picture on the page where a child is asked about an advocate; null for none. */
async function shownAt(path = '/advocate'): Promise<RegExpExecArray | null> {
	return /<img src="(\/logo\/[0-9a-f-]{36})" width="(\d+)" height="(\d+)" alt="([^"]*)"/.exec(
		(await site.ask(path)).text
	);
}

/** Points of every colour, which no encoder makes small. */
function noise(width: number, height: number): Promise<Buffer> {
	let point = 1;
	const raw = Buffer.from(
		Array.from({ length: width * height * 3 }, () => {
			point = (point * 1_103_515_245 + 12_345) % 2 ** 31;
			return point >> 16;
		})
	);
	return sharp(raw, { raw: { width, height, channels: 3 } })
		.png()
		.toBuffer();
}

describe('the logo of a provider', () => {
	it('is not there until one is given', async () => {
		expect(await shownAt()).toBeNull();
	});

	it('is shown small, named as the provider is, and holds nothing of the file it came in', async () => {
		await give(await aPicture('jpeg', 'xmp', { width: 1200, height: 300 }));
		const [, href = '', width, height, alt] = (await shownAt()) ?? [];
		expect({ width, height, alt }).toEqual({ width: '240', height: '60', alt: 'NYAS' });
		const logo = await site.ask(href);
		expect(logo.status).toBe(200);
		expect(logo.headers.get('content-type')).toBe('image/webp');
		expect(Number(logo.headers.get('content-length'))).toBeLessThanOrEqual(8_192);
		expect(logo.text).not.toContain(PLACE);
		expect(logo.text).not.toContain('EXIF');
	});

	it('may be kept by a browser for ever, since a new one has another address', async () => {
		const [, before = ''] = (await shownAt()) ?? [];
		const logo = await site.ask(before);
		expect(logo.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
		expect(logo.headers.get('set-cookie')).toBeNull();
		await give(await aPicture('png'));
		expect((await shownAt())?.[1]).not.toBe(before);
		expect((await site.ask(before)).status).toBe(404);
		expect((await site.ask('/logo/advocacy')).status).toBe(404);
	});

	it.each([
		['nothing', () => null, 'Attach the logo'],
		['a drawing that can run', () => Buffer.from('<svg onload="x()"/>'), 'Attach a PNG, WebP or'],
		[
			'a picture of 3,001 pixels',
			() => aPicture('png', 'none', { width: 3001, height: 12 }),
			'3,000'
		],
		['a photograph of many colours', () => noise(480, 160), 'too heavy for a slow phone']
	])('is refused with its sentence: %s', async (_name, made, sentence) => {
		const [, before] = (await shownAt()) ?? [];
		expect((await give(await made())).includes(sentence)).toBe(true);
		expect((await shownAt())?.[1]).toBe(before);
	});

	it('is kept for nobody who is not in the settings', async () => {
		const said = await give(await aPicture('png'), { provider: 'gone-since' });
		expect(said).toContain('Choose whose logo it is');
		const kept = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx.selectFrom('provider_logo').select('provider_id').execute()
		);
		expect(kept).toEqual([{ provider_id: 'advocacy' }]);
	});

	it('is taken away by the administrator, and the name stands alone again', async () => {
		await site.ask('/staff/settings/logos?/remove', { cookie, form: { provider: 'advocacy' } });
		expect(await shownAt()).toBeNull();
		expect((await site.ask('/advocate')).text).toContain('NYAS');
	});
});
