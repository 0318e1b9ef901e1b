import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayAct, REVIEW_ACTS, type PlainAct } from '#lib/domain/roles/acts.ts';
import { APPOINTMENT_ROLES, type AppointmentRole } from '#lib/domain/roles/appointments.ts';
import { mayGive } from '#lib/domain/roles/permissions.ts';
import { STAFF_ROLES, type StaffRole } from '#lib/domain/roles/roles.ts';
import { lendDevice } from '#lib/server/auth/lendDevice.ts';
import { raiseAlert } from '#lib/server/alerts/raiseAlert.ts';
import { beginHalfSignIn } from '#lib/server/auth/halfSignIn.ts';
import { textsNamedBy } from '#lib/server/complaints/orderTexts.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { ROUTE_POLICY } from '#lib/server/http/routePolicy.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Order, Pull, PushAnswer } from '#lib/wire/sync.ts';
import { giveToAdvocate, joinProvider } from '../support/advocacyOffice.ts';
import { agreeInTest, appointInTest, makeOutside } from '../support/appointed.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { routeIdsOnDisk, waysInOnDisk, type WayIn } from '../support/routesOnDisk.ts';
import { openSiteInProcess, type Answer, type SiteInProcess } from '../support/siteInProcess.ts';
import { createTestDatabase } from '../support/testDatabase.ts';
import { ACT_EXAMPLES, COMMAND_EXAMPLES } from '../wire/examples.ts';

// Written out again on purpose. O complaints officer, M complaints manager, T team manager, D duty
// worker, A administrator, I investigating officer, P independent person, N panel member,
// J adjudicating officer, R director, U auditor, C children's rights officer, E reviewing officer, V
// advocate.
const LETTERS = 'OMTDAIPNJRUCEV';
const EVERYBODY = LETTERS;

/** Every route of the staff side, and the roles that it answers, by each load, form action and verb. */
const ROUTES: Record<string, string> = {
	'/api/sync/case/[id]': 'OMT',
	'/api/sync/cases': 'OMT',
	'/api/sync/cover': 'OMT',
	/** By the credential of a device, whoever is signed in there; without one by nobody. */
	'/api/sync/deposit': '',
	'/api/sync/deposit/files': '',
	'/api/sync/deposit/files/chunk': '',
	'/api/sync/device': 'OMTDCE',
	'/api/sync/device/push': 'OMTDCE',
	'/api/sync/device/remove': 'OMTDACE',
	'/api/sync/files': 'OMTDCE',
	'/api/sync/files/chunk': 'OMTDCE',
	'/api/sync/items': 'OMTDCE',
	'/api/sync/me': EVERYBODY,
	'/api/sync/needs-you': 'OMTDCE',
	'/api/sync/pack': 'OMTDCE',
	'/api/sync/pull': 'OMTDACE',
	'/api/sync/push': 'OMTDCE',
	'/api/sync/reviews': 'ME',
	'/api/sync/reviews/[concern]': 'OMTE',
	'/api/sync/search': 'OMT',
	'/api/sync/views': 'OMT',
	'/staff': EVERYBODY,
	'/staff/(app)/alerts/[id]': 'OMD',
	'/staff/(app)/case/[id]/(head)/file/[file]': 'OMT',
	'/staff/(app)/case/[id]/(head)/full-answer/[stage]/[strand]': 'OM',
	'/staff/(app)/case/[id]/(head)/letters': 'OM',
	'/staff/(app)/case/[id]/(head)/letters/[letter]': 'OM',
	'/staff/(app)/case/[id]/(head)/letters/[letter]/print/[format]': 'OM',
	'/staff/(app)/case/[id]/(head)/new-words': 'OM',
	'/staff/(app)/case/[id]/(head)/papers': 'OM',
	'/staff/(app)/case/[id]/(head)/papers/document/[document]': 'OM',
	'/staff/(app)/case/[id]/answer/[strand]': 'OMT',
	'/staff/(app)/case/[id]/panel': 'OM',
	'/staff/(app)/concern/[concern]/file/[file]': 'OMTE',
	'/staff/(office)/access-log': 'RU',
	'/staff/(office)/bank-holidays': 'MA',
	'/staff/(office)/changes': 'MA',
	'/staff/(office)/clips': 'A',
	'/staff/(office)/clips/[clip]': 'A',
	'/staff/(office)/figures': 'MRU',
	'/staff/(office)/lend': 'OMTDCEV',
	'/staff/(office)/letters': 'MA',
	'/staff/(office)/letters/[kind]': 'MA',
	'/staff/(office)/ombudsman': 'OM',
	'/staff/(office)/ombudsman/[id]': 'OM',
	'/staff/(office)/ombudsman/new': 'OM',
	'/staff/(office)/outbox': 'A',
	'/staff/(office)/papers': 'IPNJRC',
	'/staff/(office)/papers/[paper]': 'IPNJRC',
	'/staff/(office)/papers/[paper]/answer': 'JR',
	'/staff/(office)/papers/[paper]/document/[document]': 'IPNJRC',
	'/staff/(office)/posters': 'MA',
	'/staff/(office)/posters/[place]/[format]': 'MA',
	'/staff/(office)/people': 'A',
	'/staff/(office)/people/[id]': 'A',
	'/staff/(office)/people/new': 'A',
	'/staff/(office)/people/outside': 'MA',
	'/staff/(office)/people/outside/[id]': 'MA',
	'/staff/(office)/people/outside/new': 'MA',
	'/staff/(office)/second-step': EVERYBODY,
	'/staff/(office)/review-dates': 'A',
	'/staff/(office)/settings': 'A',
	'/staff/(office)/settings/logos': 'A',
	'/staff/(office)/settings/logos/[logo]': 'A',
	'/staff/(office)/young-people': 'V',
	'/staff/(office)/young-people/[request]': 'V',
	'/staff/(office)/young-people/[request]/file/[file]': 'V',
	'/staff/(office)/young-people/[request]/write': 'V',
	'/staff/[...elsewhere]': EVERYBODY,
	'/staff/back': EVERYBODY,
	'/staff/back/hand': EVERYBODY,
	'/staff/first': `-${EVERYBODY}`,
	'/staff/manifest.webmanifest': `-${EVERYBODY}`,
	'/staff/sign-in': `-${EVERYBODY}`,
	'/staff/sign-in/step': EVERYBODY,
	'/staff/sign-out': EVERYBODY
};

/** What fewer may do there than may look. */
const NARROWER: Record<string, string> = {
	'/staff/(office)/bank-holidays POST ?/add': 'A',
	'/staff/(office)/bank-holidays POST ?/undo': 'A',
	'/staff/(office)/bank-holidays POST ?/year': 'A',
	'/staff/(office)/people/outside/[id] POST ?/takeStep': 'A'
};

/** How somebody stands to a case, and how much of it each role then sees: W all, p its papers. */
const SIGHT = {
	//                       OMTDAIPNJRUCEV
	none: /*               */ 'WW------------',
	ownTeam: /*            */ 'WWW-----------',
	responder: /*          */ 'WWW-----------',
	officer: /*            */ 'WW------------',
	investigatingOfficer: 'WW---p--------',
	independentPerson: /*  */ 'WW----p-------',
	adjudicatingOfficer: /**/ 'WW------pp----',
	panelChair: /*         */ 'WW-----p------',
	panelMember: /*        */ 'WW-----p------',
	stage3Director: /*     */ 'WW-------p----',
	childAgreed: /*        */ 'WW---------p--',
	appointmentEnded: /*   */ 'WW------------',
	subject: /*            */ '--------------',
	lineManager: /*        */ '--------------',
	lineManagerResponder: 'WWW-----------',
	/** What a child shares with their advocate is no part of the case, and has a page of its own. */
	theirAdvocate: /*     */ 'WW------------'
} as const;
type Relation = keyof typeof SIGHT;

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
const ways = (await waysInOnDisk()).filter(({ routeId }) => /^\/(staff|api)/.test(routeId));
let site: SiteInProcess;
let sam: string;
beforeAll(async () => {
	site = await openSiteInProcess(service);
	sam = await office.hire('Sam', ['complaintsOfficer']);
}, 300_000);
afterAll(async () => {
	await site.close();
	await test.close();
});

const wayName = ({ routeId, way }: WayIn) => `${routeId} ${way}`;

describe('every way into the staff side', () => {
	it('has a line in the table, and its route a policy', () => {
		expect(Object.keys(ROUTES).sort()).toEqual(
			[...new Set(ways.map(({ routeId }) => routeId))].sort()
		);
		expect(Object.keys(ROUTE_POLICY).sort()).toEqual(routeIdsOnDisk());
	});

	it.each([
		['asks for a sign-in first, but for the door itself', () => undefined],
		[
			'is as shut to who gave the password and not yet the second step',
			async () => {
				const robin = await office.hire('Robin', ['advocate']);
				await joinProvider(office, robin);
				return `__Host-staff=${await beginHalfSignIn(service, robin)}`;
			}
		]
	])('%s', async (_name, cookieOf) => {
		const cookie = await cookieOf();
		for (const way of ways) {
			const answer = await askAt(way, nobodysCase, cookie);
			const isOpen =
				ROUTES[way.routeId]?.startsWith('-') ||
				(cookie !== undefined && way.routeId === '/staff/sign-in/step');
			const isTurnedAway = isTurnedToDoor(answer) || answer.status === 401;
			expect([wayName(way), isTurnedAway]).toEqual([wayName(way), !isOpen]);
		}
	});

	it.each(STAFF_ROLES)(
		'answers the roles it is for, and says to the others that it is not there: %s',
		async (role) => {
			const letter = LETTERS.charAt(STAFF_ROLES.indexOf(role));
			const found: Record<string, boolean> = {};
			const wanted: Record<string, boolean> = {};
			const staffId = await office.hire('Alex', [role]);
			if (role === 'advocate') await joinProvider(office, staffId);
			for (const way of ways) {
				if (way.routeId === '/staff/[...elsewhere]') continue;
				// A sign-in for each: some ways end it.
				const answer = await askAt(way, nobodysCase, await site.signIn(staffId));
				expect([wayName(way), answer.status < 500]).toEqual([wayName(way), true]);
				found[wayName(way)] = !isShut(answer);
				wanted[wayName(way)] = (NARROWER[wayName(way)] ?? ROUTES[way.routeId] ?? '').includes(
					letter
				);
			}
			// What is let in and finds no such thing says the same as what is not let in: told apart below.
			const differs = Object.keys(found).filter((name) => found[name] && !wanted[name]);
			expect(differs).toEqual([]);
			const shutOut = Object.keys(found).filter((name) => !found[name] && wanted[name]);
			expect(shutOut.filter((name) => !NAMES_A_THING.test(name))).toEqual([]);
		}
	);
});

describe('a device that its worker handed to a young person', () => {
	const LOCK = ['/staff/back', '/staff/back/hand'];

	it('leads to its lock from every way into the staff side, and gives a program nothing', async () => {
		const cookie = await site.signIn(await office.hire('Alex', STAFF_ROLES));
		await lendDevice(service, cookie.split('=')[1] ?? '');
		for (const turn of ['', '.another turn of the same cookie']) {
			for (const way of ways.filter(({ routeId }) => !LOCK.includes(routeId))) {
				const answer = await askAt(way, nobodysCase, cookie + turn);
				const led = way.routeId.startsWith('/api/')
					? [answer.status, answer.text]
					: [answer.status, whereLed(answer)];
				expect([wayName(way), ...led]).toEqual([
					wayName(way),
					...(way.routeId.startsWith('/api/') ? [401, '{"code":"lent"}'] : [led[0], '/staff/back'])
				]);
			}
			for (const path of ['/staff/accessibility', '/staff/help', '/staff/nowhere']) {
				expect([path, whereLed(await site.ask(path, { cookie: cookie + turn }))]).toEqual([
					path,
					'/staff/back'
				]);
			}
		}
	});
});

/** Where an answer leads, be it a page's or that of the framework's own script. */
function whereLed({ status, headers, text }: Answer): string | null {
	if (status === 303) return headers.get('location');
	return (JSON.parse(text) as { location?: string }).location ?? null;
}

/** The routes that name one case, alert or person, and so may find that there is none. */
const NAMES_A_THING = /\[[a-z]+\]/;

describe('one case, by every role in every relation to it', () => {
	const combinations = (Object.keys(SIGHT) as Relation[]).flatMap((relation) =>
		STAFF_ROLES.map((role) => [relation, role] as const)
	);

	it.each(combinations)('%s, %s', async (relation, role) => {
		const sight = SIGHT[relation].charAt(STAFF_ROLES.indexOf(role));
		const one = await standIn(relation, role);
		const cookie = await site.signIn(one.staffId);
		const letter = LETTERS.charAt(STAFF_ROLES.indexOf(role));
		const may = (routeId: string) => (ROUTES[routeId] ?? '').includes(letter);
		const isWhole = sight === 'W';

		const said: Answer[] = [];
		const ask = async (...asked: Parameters<SiteInProcess['ask']>) => {
			const answer = await site.ask(asked[0], { ...asked[1], cookie });
			said.push(answer);
			return answer;
		};

		const read = await ask(`/api/sync/case/${one.complaintId}`);
		expect(['case', read.status]).toEqual([
			'case',
			isWhole && may('/api/sync/case/[id]') ? 200 : 404
		]);

		const pull = await ask('/api/sync/pull');
		const listed =
			pull.status === 200 &&
			(JSON.parse(pull.text) as Pull).cases.some((each) => each.complaintId === one.complaintId);
		expect(['pull', listed]).toEqual(['pull', isWhole]);

		const found = await ask('/api/sync/search', { json: { query: one.reference } });
		expect(['search', found.text.includes(one.complaintId)]).toEqual(['search', isWhole]);

		const shown = await ask('/api/sync/cases', {
			json: { filter: {}, order: 'next', after: null }
		});
		if (shown.status === 200) {
			expect(['list', shown.text.includes(one.complaintId)]).toEqual(['list', isWhole]);
		}

		const alert = statusOf(await ask(`/staff/alerts/${one.alertId}/__data.json`));
		const seesAlert = isWhole
			? may('/staff/(app)/alerts/[id]')
			: role === 'dutyWorker' && !BARRED.includes(relation);
		expect(['alert', alert === 200]).toEqual(['alert', seesAlert]);

		const papers = statusOf(await ask(`/staff/case/${one.complaintId}/papers/__data.json`));
		expect(['case papers', papers === 200]).toEqual([
			'case papers',
			isWhole && may('/staff/(app)/case/[id]/(head)/papers')
		]);

		const young = await site.ask('/staff/young-people/__data.json', { cookie });
		const isTheirs = relation === 'theirAdvocate' && role === 'advocate';
		expect(['young person', young.text.includes(one.reference)]).toEqual([
			'young person',
			isTheirs
		]);
		expect(young.text.includes('My room is cold')).toBe(false);

		const own = await ask('/staff/papers/__data.json');
		expect(['own papers', own.text.includes(one.reference)]).toEqual(['own papers', sight === 'p']);
		const paper = await ask(`/staff/papers/${one.paperId}/__data.json`);
		expect(['paper', statusOf(paper) === 200]).toEqual(['paper', sight === 'p']);
		expect(paper.text.includes('My room is cold')).toBe(false);
		const signed = await ask(`/staff/papers/${one.paperId}?/sign`, { form: { promise: 'true' } });
		expect(['sign', signed.status === 303]).toEqual(['sign', sight === 'p']);
		const opened = await ask(`/staff/papers/${one.paperId}/__data.json`);
		expect(['opened', opened.text.includes('My room is cold')]).toEqual(['opened', sight === 'p']);

		for (const path of ['/staff/figures', '/staff/access-log', '/staff/outbox', '/staff/people']) {
			await ask(path);
		}
		for (const way of ways.filter(({ routeId }) => routeId.startsWith('/staff/(app)/case/'))) {
			if (way.way === 'load' || way.way === 'GET') said.push(await askAt(way, one, cookie));
		}
		// The local outbox of an administrator holds numbers, those of other cases; the access log of
		// a director or an auditor holds references, and so does an alert, for whoever answers it.
		const kept = ['My room is cold'];
		if (role !== 'administrator') kept.push('07700 900 982');
		const hearsReference = MAY_READ_THE_LOG.includes(role) || seesAlert;
		if (!hearsReference || BARRED.includes(relation)) kept.push(one.reference);
		for (const words of sight === '-' ? kept : []) {
			const told = said.some(({ text }) => text.includes(words));
			expect([words, told]).toEqual([words, false]);
		}

		await expectOrders({ one, role, isWhole, cookie, mayPush: may('/api/sync/push') });
	});
});

const MAY_READ_THE_LOG: readonly StaffRole[] = ['director', 'auditor'];
/** The person complained about and their line manager are told of nothing, not even of an alert. */
const BARRED: readonly Relation[] = ['subject', 'lineManager'];

describe('the same with the case and without it', () => {
	const PLACES: readonly [path: string, json?: unknown][] = [
		['/api/sync/pull'],
		['/api/sync/search', { query: 'Jay' }],
		['/api/sync/cases', { filter: {} }],
		['/staff/papers/__data.json'],
		['/staff/figures/__data.json'],
		['/staff/access-log/__data.json'],
		['/staff/outbox/__data.json']
	];

	it.each(['subject', 'lineManager'] as const)(
		'is every list, count, search, alert and figure: %s',
		async (relation) => {
			const staffId = await office.hire('Alex', STAFF_ROLES, 'fostering');
			const una = await office.hire('Una', ['teamManager']);
			await office.manages(staffId, una);
			const cookie = await site.signIn(staffId);
			const before = await askEach(cookie);
			const { complaintId } = await office.receive({ advocate: null });
			await office.give({
				by: sam,
				complaintId,
				order: {
					type: 'nameSubject',
					personId: crypto.randomUUID(),
					name: 'Named',
					staffId: relation === 'subject' ? staffId : una
				}
			});
			const { strandId } = await office.triage(sam, complaintId, true);
			await inTransaction(service, { kind: 'system' }, (work) =>
				raiseAlert(work, {
					alertId: crypto.randomUUID(),
					draftId: null,
					complaintId,
					answer: 'no',
					callBack: null
				})
			);
			await appointInTest(service, {
				complaintId,
				strandId,
				role: 'stage3Director',
				personId: staffId
			});
			const words = { messageId: crypto.randomUUID(), words: 'Hello Jay.', replyByOn: null };
			await office.give({ by: sam, complaintId, order: { type: 'sendMessage', ...words } });
			await site.ask(`/api/sync/case/${complaintId}`, { cookie: await site.signIn(sam) });
			const after = await askEach(cookie);
			for (const [path] of PLACES) expect([path, after[path]]).toEqual([path, before[path]]);
		}
	);

	async function askEach(cookie: string): Promise<Record<string, string>> {
		const said: Record<string, string> = {};
		for (const [path, json] of PLACES) {
			const answer = await site.ask(path, { cookie, json });
			expect([path, answer.status]).toEqual([path, 200]);
			said[path] = answer.text.replace(/"asOf":"[^"]*"/, '');
		}
		return said;
	}
});

describe('an ended sign-in', () => {
	it.each(APPOINTMENT_ROLES)('opens nothing at all: %s', async (appointment) => {
		const one = await standIn(appointment, 'investigatingOfficer');
		const cookie = await site.signIn(one.staffId);
		await makeOutside(service, one.staffId, '2026-11-01');
		for (const path of ['/staff/papers', `/staff/papers/${one.paperId}`, '/api/sync/pull']) {
			const answer = await site.ask(path, { cookie });
			expect(isTurnedToDoor(answer) || answer.status === 401).toBe(true);
		}
	});
});

/**
 * Whether an order comes another way than from a device, and is refused to everybody there: a
 * complaint begins by `logContact`, old records are imported, and an answer that did not go out
 * on paper goes by its release.
 */
function comesAnotherWay(type: Order['type']): boolean {
	if (type === 'receiveComplaint' || type === 'importHistory') return true;
	const example = everyOrder().find((order) => order.type === type);
	if (!example || !('releasedByStaffId' in example)) return false;
	return !(example.sentOnPaper === true && example.releasedByStaffId === null);
}

/** Orders about one promise or request of the case; the examples name none of it. */
const ABOUT_A_THING = ['completePromise', 'recordAdvocateAnswer'];

/** Every type of order there is, tried by the one acting. */
async function expectOrders(tried: {
	one: StoodIn;
	role: StaffRole;
	isWhole: boolean;
	cookie: string;
	mayPush: boolean;
}): Promise<void> {
	const { one, role, isWhole, cookie, mayPush } = tried;
	const orders = everyOrder();
	const came: Record<string, string> = {};
	for (let from = 0; from < orders.length; from += 25) {
		const part = orders.slice(from, from + 25);
		const commands = part.map((order) => pushOf(one, order));
		const answer = await site.ask('/api/sync/push', { cookie, json: { commands } });
		expect(['push', answer.status]).toEqual(['push', mayPush ? 200 : 404]);
		if (answer.status !== 200) continue;
		const { results } = JSON.parse(answer.text) as PushAnswer;
		part.forEach((order, place) => {
			const result = results[place];
			const code = result && !result.done ? result.refusal.code : 'done';
			came[order.type] =
				code === 'notYours' ? 'hidden' : MAY_NOT.includes(code) ? 'refused' : 'reached';
		});
	}
	if (!mayPush) return;
	const wanted = Object.fromEntries(
		orders.map(({ type }) => [type, wantedOf(type, role, isWhole)])
	);
	expect(came).toEqual(wanted);
}

const MAY_NOT = ['mayNotAct', 'notPermitted'];

function wantedOf(type: Order['type'], role: StaffRole, isWhole: boolean) {
	const isPlain = type in ACT_EXAMPLES;
	if (isReviewAct(type)) return wantedAtReview(type, role);
	// Somebody who meets families logs what they are told, whatever cases they see.
	if (type === 'logContact') return mayAct([role], 'logContact') ? 'reached' : 'refused';
	if (!isWhole) return 'hidden';
	if (comesAnotherWay(type)) return 'refused';
	const isAllowed = isPlain
		? mayAct([role], type as PlainAct)
		: mayGive(role, type as keyof typeof COMMAND_EXAMPLES);
	if (isAllowed && ABOUT_A_THING.includes(type)) return 'hidden';
	return isAllowed ? 'reached' : 'refused';
}

/** What is told at a review is no case: it is the officer's whatever cases they see. */
function isReviewAct(type: Order['type']): boolean {
	return (REVIEW_ACTS as readonly string[]).includes(type);
}

/** Those that begin something are taken from any reviewing officer; the rest are about nothing here. */
function wantedAtReview(type: Order['type'], role: StaffRole) {
	if (role !== 'reviewingOfficer') return 'refused';
	return ['recordConcern', 'planReview'].includes(type) ? 'reached' : 'hidden';
}

function everyOrder(): Order[] {
	return [...Object.values(COMMAND_EXAMPLES), ...Object.values(ACT_EXAMPLES)] as Order[];
}

/** The order of that example about this case, its ids its own and its words with it. */
function pushOf({ complaintId }: StoodIn, example: Order) {
	const order = JSON.parse(JSON.stringify(example), (name, value: unknown) =>
		/^(textId|.*TextId)$/.test(name) && typeof value === 'string' ? crypto.randomUUID() : value
	) as Order;
	return {
		commandId: crypto.randomUUID(),
		complaintId,
		basedOnVersion: 1,
		givenAt: '2026-11-02T10:00:00.000Z',
		texts: textsNamedBy(order).map(({ textId, kinds }) => ({
			textId,
			kind: kinds[0],
			words: 'Words'
		})),
		order
	};
}

interface StoodIn extends TriagedCase {
	staffId: string;
	reference: string;
	paperId: string;
	alertId: string;
}

/** Ids of nothing: what a route says to one who may ask it and names nothing. */
const nobodysCase: Record<'complaintId' | 'strandId' | 'paperId' | 'alertId', string> = {
	complaintId: crypto.randomUUID(),
	strandId: crypto.randomUUID(),
	paperId: crypto.randomUUID(),
	alertId: crypto.randomUUID()
};

/** A case of its own, and somebody who stands to it so. */
async function standIn(relation: Relation, role: StaffRole): Promise<StoodIn> {
	const { complaintId, reference } = await office.receive();
	const ids = await office.triage(sam, complaintId);
	const staffId = await office.hire('Alex', [role], 'fostering');
	const alertId = crypto.randomUUID();
	await inTransaction(service, { kind: 'system' }, (work) =>
		raiseAlert(work, { alertId, draftId: null, complaintId, answer: 'no', callBack: null })
	);
	const paperId = await relate(relation, { ...ids, staffId });
	return { ...ids, staffId, reference, alertId, paperId: paperId ?? crypto.randomUUID() };
}

async function relate(
	relation: Relation,
	{ complaintId, strandId, staffId }: TriagedCase & { staffId: string }
): Promise<string | null> {
	const appoint = (role: AppointmentRole, endedOn?: string) =>
		appointInTest(service, {
			complaintId,
			strandId,
			role,
			personId: staffId,
			...(endedOn ? { endedOn } : {})
		});
	const hold = (held: { officer_id?: string; responder_id?: string; team_id?: string }) =>
		inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx.updateTable('complaint').set(held).where('complaint_id', '=', complaintId).execute()
		);
	const name = (subjectId: string) =>
		office.give({
			by: sam,
			complaintId,
			order: {
				type: 'nameSubject',
				personId: crypto.randomUUID(),
				name: 'Named',
				staffId: subjectId
			}
		});
	const nameOneTheyManage = async () => {
		const una = await office.hire('Una', ['teamManager']);
		await office.manages(staffId, una);
		await name(una);
	};
	/** Everything that would otherwise show them the case. */
	const everything = async () => {
		for (const role of APPOINTMENT_ROLES) await appoint(role);
		await agreeInTest(service, { complaintId, staffId, by: sam });
	};
	switch (relation) {
		case 'none':
			return null;
		case 'ownTeam':
			await hold({ team_id: 'fostering' });
			return null;
		case 'responder':
			await hold({ responder_id: staffId });
			return null;
		case 'officer':
			await hold({ officer_id: staffId });
			return null;
		case 'theirAdvocate':
			await joinProvider(office, staffId);
			await giveToAdvocate(office, { complaintId, staffId });
			return null;
		case 'childAgreed':
			return agreeInTest(service, { complaintId, staffId, by: sam });
		case 'appointmentEnded':
			for (const role of APPOINTMENT_ROLES) await appoint(role, '2026-11-02');
			return appoint('investigatingOfficer', '2026-11-02');
		case 'subject':
			await everything();
			await name(staffId);
			await hold({ team_id: 'fostering', responder_id: staffId, officer_id: staffId });
			return null;
		case 'lineManager':
			await everything();
			await nameOneTheyManage();
			await hold({ team_id: 'fostering' });
			return null;
		case 'lineManagerResponder':
			await everything();
			await nameOneTheyManage();
			await hold({ responder_id: staffId });
			return null;
		default:
			return appoint(relation);
	}
}

function askAt(
	{ routeId, way, isPage }: WayIn,
	one: typeof nobodysCase,
	cookie: string | undefined
) {
	const path = routeId
		.replace(/\/\([^)]*\)/g, '')
		.replace('[strand]', one.strandId)
		.replace('[paper]', one.paperId)
		.replace('[document]', one.paperId)
		.replace('[...elsewhere]', 'nowhere')
		.replace('[id]', routeId.includes('alerts') ? one.alertId : one.complaintId)
		.replace(/\[[a-z]+\]/g, one.paperId);
	if (way === 'load') return site.ask(`${path}/__data.json`, { cookie });
	if (way === 'GET') return site.ask(path, { cookie });
	if (!isPage) return site.ask(path, { cookie, json: {} });
	return site.ask(`${path}${way.slice('POST'.length).trim()}`, { cookie, form: {} });
}

/** The number of an answer; that of a page's data stands inside it. */
function statusOf({ status, text }: Answer): number {
	if (status !== 200 || !text.startsWith('{"type":')) return status;
	const data = JSON.parse(text) as {
		type: string;
		nodes?: ({ type: string; status?: number } | null)[];
	};
	if (data.type === 'redirect') return 303;
	return data.nodes?.find((node) => node?.type === 'error')?.status ?? 200;
}

function isShut(answer: Answer): boolean {
	return [401, 403, 404].includes(statusOf(answer));
}

function isTurnedToDoor({ status, headers, text }: Answer): boolean {
	return status === 303
		? headers.get('location') === '/staff/sign-in'
		: text === '{"type":"redirect","location":"/staff/sign-in"}';
}
