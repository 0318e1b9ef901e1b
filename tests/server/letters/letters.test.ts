import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { LETTER_IDS, letterOf, type LetterId } from '#lib/letters/catalogue.ts';
import { exampleFacts } from '#lib/letters/checkTemplate.ts';
import { LETTER_FIELDS, type FieldName, type LetterFacts } from '#lib/letters/fields.ts';
import type { Reader } from '#lib/letters/parties.ts';
import { readCaseForLetter } from '#lib/server/letters/caseFacts.ts';
import { sealLetter } from '#lib/server/letters/letterRows.ts';
import { letterRefusalWords } from '#lib/letters/refusals.ts';
import { printLetter } from '#lib/server/letters/printLetter.ts';
import { listLetters, readLetter, type ReadLetter } from '#lib/server/letters/readLetter.ts';
import {
	askForLetterRelease,
	releaseLetter,
	sendLetterBack
} from '#lib/server/letters/releaseLetter.ts';
import { sendLetter, type GoingLetter, type LetterSent } from '#lib/server/letters/sendLetter.ts';
import {
	saveLetter,
	startLetter,
	type LetterActed,
	type SeenLetter
} from '#lib/server/letters/writeLetter.ts';
import { findMessages } from '#lib/server/complaints/messages.ts';
import { openMessage } from '#lib/server/mail/outgoing.ts';
import { keepPeople } from '#lib/server/people/people.ts';
import type { IntakeComplaint } from '#lib/server/complaints/intakeComplaint.ts';
import type { NewSafeContact } from '#lib/server/people/safeContacts.ts';
import { saveSetting } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice, type Office } from '../../support/caseworkOffice.ts';
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';

const TODAY = '2026-11-02';

let test_: TestDatabase;
let office: Office;
let sam: string;
let priya: string;

beforeAll(async () => {
	test_ = await createTestDatabase();
	office = openOffice(test_.db);
	sam = await office.hire('Sam', ['complaintsOfficer']);
	priya = await office.hire('Priya', ['complaintsManager']);
	await inTransaction(office.service, { kind: 'system' }, async ({ trx }) => {
		const contact = { telephone: '01632 960 100', email: '', post: '' };
		await saveSetting(trx, { name: 'contact', value: contact, seenVersion: 0 }, null);
	});
});
afterAll(() => test_.close());

/** Names that stand for themselves: one that turns up where it should not is seen at once. */
const SENTINELS = {
	complainant: 'Zcomplainant',
	child: 'Zchild',
	helper: 'Zhelper',
	otherParent: 'Zotherparent',
	staffMember: 'Zstaffmember'
} as const;
type Sentinel = keyof typeof SENTINELS;

const CONTACTS = {
	textMessage: '07700 900 711',
	email: 'zmail@example.com',
	letter: 'Zcomplainant\n711 Zaddress Road'
} as const;

/** The families of the tests: whom what goes to the complainant reaches, and who else is in the case. */
const FIXTURES: readonly {
	what: string;
	madeBy: IntakeComplaint['madeBy'];
	people: readonly [
		'complainant' | 'child' | 'helper' | 'other' | 'subjectOfComplaint',
		Sentinel
	][];
}[] = [
	{
		what: 'a child alone',
		madeBy: 'childOrYoungPerson',
		people: [
			['complainant', 'child'],
			['subjectOfComplaint', 'staffMember']
		]
	},
	{
		what: 'a child, with a parent in the case',
		madeBy: 'childOrYoungPerson',
		people: [
			['complainant', 'child'],
			['other', 'otherParent'],
			['subjectOfComplaint', 'staffMember']
		]
	},
	{
		what: 'a parent about their child',
		madeBy: 'adult',
		people: [
			['complainant', 'complainant'],
			['child', 'child'],
			['other', 'otherParent'],
			['subjectOfComplaint', 'staffMember']
		]
	},
	{
		what: 'a helper for a child',
		madeBy: 'helper',
		people: [
			['child', 'child'],
			['helper', 'helper'],
			['other', 'otherParent'],
			['subjectOfComplaint', 'staffMember']
		]
	}
];

const contact = (channel: keyof typeof CONTACTS): NewSafeContact => ({
	safeContactId: crypto.randomUUID(),
	channel,
	isAllowed: true,
	details: { to: CONTACTS[channel], name: null },
	whoCanSee: null,
	voicemailAllowed: null,
	goodTimes: []
});

async function receive(
	fixture: (typeof FIXTURES)[number],
	channels: readonly (keyof typeof CONTACTS)[] = ['textMessage', 'email', 'letter']
): Promise<string> {
	const { complaintId } = await office.receive({
		madeBy: fixture.madeBy,
		people: [],
		safeContacts: channels.map(contact)
	});
	await inTransaction(office.service, { kind: 'system' }, (work) =>
		keepPeople(
			work,
			complaintId,
			fixture.people.map(([part, sentinel]) => ({
				personId: crypto.randomUUID(),
				part,
				name: SENTINELS[sentinel],
				relation: ''
			}))
		)
	);
	await office.triage(sam, complaintId);
	return complaintId;
}

/** A letter with everything filled in that the case does not know, ready to be looked at. */
async function write(
	complaintId: string,
	letterKind: LetterId,
	audience: 'adult' | 'child' = 'adult'
) {
	const letterId = crypto.randomUUID();
	await startLetter(office.service, sam, { complaintId, letterId, letterKind, strandId: null });
	const begun = (await readLetter(office.service, sam, { complaintId, letterId }))!;
	const saved = await saveLetter(office.service, sam, {
		complaintId,
		letterId,
		seenVersion: 1,
		audience,
		facts: factsLackingIn(begun.facts, audience),
		text: null
	});
	expect(saved).toEqual({ done: true, version: 2 });
	return { complaintId, letterId, seenVersion: 2 };
}

/**
 * Every letter of a case at once, as `write` would leave it, or as if it were let go: in one
 * transaction, since there are hundreds of them.
 */
function layOutEvery(
	complaintId: string,
	{ madeBy }: (typeof FIXTURES)[number],
	state: 'draft' | 'released'
) {
	return inTransaction(office.service, { kind: 'staff', staffId: sam }, async (work) => {
		const laidOut: { id: LetterId; complaintId: string; letterId: string; seenVersion: number }[] =
			[];
		const known = new Map<Reader, LetterFacts>();
		for (const id of LETTER_IDS) {
			const { reader, child } = letterOf(id);
			const audience = child !== null && madeBy !== 'adult' ? 'child' : 'adult';
			const about = { complaintId, strandId: null };
			const knownFacts = known.get(reader) ?? (await readCaseForLetter(work, about, reader)).facts;
			known.set(reader, knownFacts);
			const letterId = crypto.randomUUID();
			const ids = { letter_id: letterId, complaint_id: complaintId };
			const facts = factsLackingIn(knownFacts, audience);
			await work.trx
				.insertInto('letter')
				.values({
					...ids,
					strand_id: null,
					letter_kind: id,
					template_version: 0,
					audience,
					state,
					sealed: await sealLetter(work, ids, { facts, text: null, sentBack: null }),
					written_by: sam,
					writers: [sam],
					...(state === 'released'
						? { released_by: priya, released_at: new Date(work.now()).toISOString() }
						: {})
				})
				.execute();
			laidOut.push({ id, complaintId, letterId, seenVersion: 1 });
		}
		return laidOut;
	});
}

/** An example of each fact of ours that the case does not know by itself. */
function factsLackingIn(known: LetterFacts, audience: 'adult' | 'child'): LetterFacts {
	const example = exampleFacts(audience);
	return Object.fromEntries(
		Object.entries(LETTER_FIELDS)
			.filter(([name, { owner }]) => owner === 'council' && !known[name as FieldName])
			.map(([name]) => [name, example[name as FieldName] ?? ''])
	);
}

async function letGo(letter: { complaintId: string; letterId: string; seenVersion: number }) {
	const asked = await askForLetterRelease(office.service, sam, {
		...letter,
		secondPersonId: priya
	});
	expect(asked, JSON.stringify(asked)).toMatchObject({ done: true });
	const released = await releaseLetter(office.service, priya, { ...letter, confirmsLook: true });
	expect(released).toMatchObject({ done: true });
}

/** Sends a letter with nothing to record: on the site, or on paper today. */
function send(letter: SeenLetter, how: GoingLetter['how'] = 'online') {
	return sendLetter(office.service, sam, {
		...letter,
		commandId: crypto.randomUUID(),
		seenCase: 0,
		how,
		wentOn: TODAY,
		steps: []
	});
}

type Acted = LetterActed | LetterSent;
const refusalOf = (acted: Acted) => (acted.done ? null : acted.refusal);
const codeOf = (acted: Acted) => refusalOf(acted)?.code ?? null;

async function outgoingOf(complaintId: string) {
	return inTransaction(office.service, { kind: 'system' }, async ({ trx, keys }) => {
		const rows = await trx
			.selectFrom('outgoing_message')
			.select(['outgoing_message_id', 'sealed', 'channel', 'purpose'])
			.where('complaint_id', '=', complaintId)
			.where('purpose', '=', 'newLetter')
			.execute();
		return Promise.all(
			rows.map(async (row) => ({ channel: row.channel, ...(await openMessage(trx, keys, row))! }))
		);
	});
}

/** Words that would tell somebody who sees a phone or a file what it is about. */
const CASE_WORDS =
	/complain|abuse|social|council|stage|ombudsman|panel|letter about|child|care|answer|advocate|Z[a-z]{3,}/i;

describe.each(FIXTURES)('every letter, in the case of $what', (fixture) => {
	let letters: ReadonlyMap<LetterId, ReadLetter | null>;
	beforeAll(async () => {
		const laidOut = await layOutEvery(await receive(fixture), fixture, 'draft');
		letters = new Map(
			await Promise.all(
				laidOut.map(
					async ({ id, ...letter }) => [id, await readLetter(office.service, sam, letter)] as const
				)
			)
		);
	});

	test.each(LETTER_IDS)('%s holds nobody’s details but its reader’s', (id) => {
		const { reader, child } = letterOf(id);
		const own: readonly Sentinel[] = reader === 'complainant' ? [fixture.people[0]![1]] : ['child'];
		const read = letters.get(id)!;
		for (const text of [read.text, read.otherText ?? '']) {
			for (const [sentinel, name] of Object.entries(SENTINELS)) {
				if (!own.includes(sentinel as Sentinel)) expect(text).not.toContain(name);
			}
			for (const to of Object.values(CONTACTS)) expect(text).not.toContain(to);
		}
		expect(read.otherText === null).toBe(child === null);
		expect(read.check.missing).toEqual([]);
		expect(read.check.problems).toEqual([]);
		expect(read.check.others).toEqual([]);
		expect(read.check.isReady, JSON.stringify(read.check)).toBe(true);
	});
});

describe('what leaves the site with a letter (journeys 6.1)', () => {
	const [, , parent] = FIXTURES;

	it('is only that there is something to read, for every letter', async () => {
		// A case sends one letter after the other, so that several cases share them.
		const out = await Promise.all(
			[0, 1, 2, 3].map(async (share) => {
				const complaintId = await receive(parent!);
				const laidOut = await layOutEvery(complaintId, parent!, 'released');
				for (const { id, ...letter } of laidOut.filter((_, place) => place % 4 === share)) {
					const toComplainant = letterOf(id).reader === 'complainant';
					expect(codeOf(await send(letter)), id).toBe(toComplainant ? null : 'onlyOnPaper');
				}
				return outgoingOf(complaintId);
			})
		);
		const online = LETTER_IDS.filter((id) => letterOf(id).reader === 'complainant');
		expect(out.flat()).toHaveLength(online.length * 2);
		for (const { channel, recipient, subject, body } of out.flat()) {
			expect(recipient).toBe(CONTACTS[channel === 'email' ? 'email' : 'textMessage']);
			expect(`${subject} ${body}`).not.toMatch(CASE_WORDS);
		}
	});

	it('and the letter itself is read where they sign in', async () => {
		const complaintId = await receive(parent!);
		const letter = await write(complaintId, 'acknowledged');
		expect(codeOf(await send(letter))).toBe('notReleased');
		expect(await releaseLetter(office.service, sam, { ...letter, confirmsLook: false })).toEqual({
			done: true,
			version: 2
		});
		expect(codeOf(await send(letter))).toBeNull();
		expect(codeOf(await send(letter))).toBe('alreadySent');
		expect(await outgoingOf(complaintId)).toHaveLength(2);
		const messages = await inTransaction(
			office.service,
			{ kind: 'complainant', complaintId },
			({ trx, keys }) => findMessages(trx, keys, [complaintId])
		);
		const words = messages.get(complaintId)?.map((message) => message.words);
		expect(words).toHaveLength(1);
		expect(words?.[0]).toContain('Thank you for telling us. We received your complaint on');
	});

	it('has a file name that says nothing, and a file only once it was let go', async () => {
		const complaintId = await receive(parent!);
		for (const id of ['tooLate', 'childToldOutcome'] as const) {
			const letter = await write(complaintId, id);
			for (const format of ['pdf', 'odt'] as const) {
				const early = await printLetter(office.service, sam, { ...letter, format, forPost: false });
				expect(early).toEqual({ refusal: { code: 'notReleased' } });
			}
			await letGo(letter);
			for (const format of ['pdf', 'odt'] as const) {
				const printed = await printLetter(office.service, sam, {
					...letter,
					format,
					forPost: false
				});
				if ('refusal' in printed) throw new Error(printed.refusal.code);
				expect(printed.file.name).toMatch(new RegExp(`^letter-26-\\d{4}\\.${format}$`));
				expect(printed.file.bytes.length).toBeGreaterThan(1000);
			}
		}
	});
});

describe('a letter with what no face has', () => {
	it('is no PDF but an OpenDocument text, and the refusal says what and where to go', async () => {
		const letter = await write(await receive(FIXTURES[2]!), 'thanks');
		const text = '# Thank you\n\nWe were glad 😀';
		const draft = { ...letter, audience: 'adult', facts: {}, text } as const;
		await saveLetter(office.service, sam, draft);
		const at3 = { ...letter, seenVersion: 3 };
		await letGo(at3);
		const print = (format: 'pdf' | 'odt') =>
			printLetter(office.service, sam, { ...at3, format, forPost: false });
		const refused = await print('pdf');
		expect(refused).toEqual({ refusal: { code: 'notForPdf', what: ['😀'] } });
		if (!('refusal' in refused)) return;
		expect(letterRefusalWords(refused.refusal)).toBe(
			'Our typeface cannot print this in a PDF: 😀. Open the OpenDocument version instead, and look at it before you print it.'
		);
		expect(await print('odt')).toHaveProperty('file');
	});
});

describe('a safe way to reach them (security 2.4 #3)', () => {
	const [, , parent] = FIXTURES;

	it('is needed to post a letter, and a second person with it', async () => {
		const without = await write(await receive(parent!, ['email']), 'ombudsman');
		await letGo(without);
		expect(refusalOf(await send(without, 'post'))).toEqual({
			code: 'noSafeWay',
			how: 'post'
		});

		const alone = await write(await receive(parent!), 'ombudsman');
		await releaseLetter(office.service, sam, { ...alone, confirmsLook: false });
		expect(codeOf(await send(alone, 'post'))).toBe('needsSecondPerson');

		const both = await write(await receive(parent!), 'ombudsman');
		await letGo(both);
		expect(codeOf(await send(both, 'post'))).toBeNull();
	});

	it('is needed to read it on the site', async () => {
		const letter = await write(await receive(parent!, ['letter']), 'ombudsman');
		await letGo(letter);
		expect(refusalOf(await send(letter))).toEqual({
			code: 'noSafeWay',
			how: 'online'
		});
		expect(codeOf(await send(letter, 'byHand'))).toBeNull();
	});

	it('is never the complainant’s, for a letter to somebody else', async () => {
		const letter = await write(await receive(parent!), 'childToldOutcome', 'child');
		await letGo(letter);
		expect(codeOf(await send(letter, 'post'))).toBe('noSafeWay');
		const file = { ...letter, format: 'pdf' as const, forPost: true };
		expect(await printLetter(office.service, sam, file)).toMatchObject({
			refusal: { code: 'noSafeWay' }
		});
	});
});

describe('a second person', () => {
	const [, , parent] = FIXTURES;

	it('lets a refusal go, and never one who wrote any of it', async () => {
		const letter = await write(await receive(parent!), 'noStanding');
		const release = (by: string) =>
			releaseLetter(office.service, by, { ...letter, confirmsLook: false });
		expect(codeOf(await release(sam))).toBe('needsSecondPerson');
		expect(codeOf(await release(priya))).toBe('needsSecondPerson');
		const ask = (secondPersonId: string) =>
			askForLetterRelease(office.service, sam, { ...letter, secondPersonId });
		expect(codeOf(await ask(sam))).toBe('secondPersonIsWriter');
		expect(codeOf(await ask(priya))).toBeNull();
		expect(codeOf(await release(sam))).toBe('secondPersonIsWriter');
		expect(codeOf(await release(priya))).toBeNull();
	});

	it('looks at an address, and at the details of another party', async () => {
		const letter = await write(await receive(parent!), 'ideaOrComment');
		const save = (text: string, seenVersion: number) =>
			saveLetter(office.service, sam, {
				...letter,
				seenVersion,
				audience: 'adult',
				facts: {},
				text
			});
		await save('# Hello\n\nCome to 14 Mill Lane.', 2);
		const at3 = { ...letter, seenVersion: 3 };
		expect(codeOf(await releaseLetter(office.service, sam, { ...at3, confirmsLook: true }))).toBe(
			'needsSecondPerson'
		);
		await save('# Hello\n\nWe spoke to zotherparent today.', 3);
		const at4 = { ...letter, seenVersion: 4 };
		const read = (await readLetter(office.service, sam, at4))!;
		expect(read.check.others).toEqual([{ owner: 'otherParent', words: 'Zotherparent' }]);
		await askForLetterRelease(office.service, sam, { ...at4, secondPersonId: priya });
		const release = (confirmsLook: boolean) =>
			releaseLetter(office.service, priya, { ...at4, confirmsLook });
		expect(codeOf(await release(false))).toBe('needsLook');
		expect(codeOf(await release(true))).toBeNull();
	});

	it('sends it back with a reason, and a changed letter must be looked at again', async () => {
		const letter = await write(await receive(parent!), 'tooLate');
		await askForLetterRelease(office.service, sam, { ...letter, secondPersonId: priya });
		const back = { ...letter, why: 'Say the date' };
		expect(codeOf(await sendLetterBack(office.service, priya, back))).toBeNull();
		expect((await readLetter(office.service, sam, letter))?.sentBack?.why).toBe('Say the date');
		await letGo(letter);
		const read = (await readLetter(office.service, sam, letter))!;
		await saveLetter(office.service, sam, {
			...letter,
			audience: 'adult',
			facts: {},
			text: read.text
		});
		const at3 = { ...letter, seenVersion: 3 };
		expect(codeOf(await send(at3))).toBe('notReleased');
	});
});

describe('the checks before a letter goes', () => {
	const [child, , parent] = FIXTURES;
	const edit = async (id: LetterId, text: string, audience: 'adult' | 'child' = 'adult') => {
		const letter = await write(await receive(parent!), id, audience);
		await saveLetter(office.service, sam, {
			...letter,
			audience,
			facts: { reason: 'Two people are away.', newDueOn: '2026-11-30' },
			text
		});
		const asked = { ...letter, seenVersion: 3, secondPersonId: priya };
		return refusalOf(await askForLetterRelease(office.service, sam, asked));
	};
	const good = '# More time\n\nTwo people are away. The new date is {newDueOn}.';

	it('stop one that no longer says what it must', async () => {
		expect(await edit('stage1Extended', good)).toBeNull();
		expect(await edit('stage1Extended', '# More time\n\nTwo people are away.')).toEqual({
			code: 'factsLost',
			fields: ['newDueOn']
		});
	});

	it('stop one with a field that is not filled in, or not the reader’s', async () => {
		expect(await edit('stage1Extended', `${good} By {panelOn}.`)).toEqual({
			code: 'factsMissing',
			fields: ['panelOn']
		});
		const others = await edit('stage1Extended', `${good} About {staffMemberName}.`);
		expect(others?.code).toBe('factsMissing');
		expect((await edit('stage1Extended', `${good} About {nobody}.`))?.code).toBe('fieldsWrong');
	});

	it('stop words that hurt or are too hard', async () => {
		expect(await edit('stage1Extended', `${good}\n\nYour placement.`, 'child')).toEqual({
			code: 'wordsNotReady',
			failed: ['bannedWords']
		});
	});

	it('begin with the child version for a child, and the adult one for an adult', async () => {
		for (const [fixture, audience] of [
			[child!, 'child'],
			[parent!, 'adult']
		] as const) {
			const complaintId = await receive(fixture);
			const letterId = crypto.randomUUID();
			const start = { complaintId, letterId, letterKind: 'acknowledged' as const, strandId: null };
			await startLetter(office.service, sam, start);
			await startLetter(office.service, sam, start);
			const listed = await listLetters(office.service, sam, complaintId);
			expect(listed.map((one) => one.audience)).toEqual([audience]);
		}
	});
});

describe('what the case knows by itself', () => {
	it('is the dates of its stages and the names of those appointed', async () => {
		const complaintId = await receive(FIXTURES[2]!);
		const letterId = crypto.randomUUID();
		await inTransaction(office.service, { kind: 'system' }, async ({ trx }) => {
			const { strand_id } = await trx
				.updateTable('strand')
				.set({
					stage2_received_on: '2026-11-02',
					stage3_requested_on: '2026-11-09',
					stage3_due_on: '2026-12-21'
				})
				.where('complaint_id', '=', complaintId)
				.returning('strand_id')
				.executeTakeFirstOrThrow();
			const roles = ['investigatingOfficer', 'panelMember', 'panelMember', 'panelChair'] as const;
			for (const [position, role] of roles.entries()) {
				await trx
					.insertInto('appointment')
					.values({
						appointment_id: crypto.randomUUID(),
						complaint_id: complaintId,
						strand_id,
						position,
						role,
						person_id: [sam, sam, priya, priya][position]!,
						appointed_on: '2026-11-02',
						accepted_warnings: [],
						ended_on: null
					})
					.execute();
			}
		});
		const start = { complaintId, letterId, letterKind: 'panelDate' as const, strandId: null };
		await startLetter(office.service, sam, start);
		expect((await readLetter(office.service, sam, { complaintId, letterId }))?.facts).toMatchObject(
			{
				receivedOn: '2026-11-02',
				dueOn: '2026-11-16',
				stage3AskByOn: '2026-11-30',
				chairByOn: '2026-11-23',
				panelByOn: '2026-12-21',
				investigatorName: 'Sam',
				panelNames: 'Priya, Sam and Priya'
			}
		);
	});
});

describe('who may write letters', () => {
	it('is the complaints team, and never the person complained about', async () => {
		const complaintId = await receive(FIXTURES[0]!);
		const tom = await office.hire('Tom', ['teamManager', 'dutyWorker', 'administrator']);
		const una = await office.hire('Una', ['complaintsManager']);
		const start = (by: string) =>
			startLetter(office.service, by, {
				complaintId,
				letterId: crypto.randomUUID(),
				letterKind: 'acknowledged',
				strandId: null
			});
		expect(codeOf(await start(tom))).toBe('mayNotAct');
		await office.give({
			by: sam,
			complaintId,
			order: { type: 'nameSubject', personId: crypto.randomUUID(), name: 'Una', staffId: una }
		});
		expect(codeOf(await start(una))).toBe('notYours');
		const letter = await write(complaintId, 'acknowledged');
		expect(await readLetter(office.service, una, letter)).toBeNull();
		expect(await listLetters(office.service, una, complaintId)).toEqual([]);
	});
});
