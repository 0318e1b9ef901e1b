import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAFF_ROLES, type StaffRole } from '#lib/domain/roles/roles.ts';
import { askForFullRelease } from '#lib/server/complaints/fullAnswers/askForFullRelease.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { inTransaction } from '#lib/server/work.ts';
import { adjudicatedCase, hireForStage2, type Stage2Office } from '../support/adjudicated.ts';
import { appointInTest, makeOutside } from '../support/appointed.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { aPaper } from '../support/paperFiles.ts';
import { openSiteInProcess, type SiteInProcess } from '../support/siteInProcess.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

// The release of a stage 2 answer by whoever decides and sees nothing of the case but its papers.
// A second way to it, so it is closed to everybody but that one person, for that one case.

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let people: Stage2Office;
let site: SiteInProcess;
beforeAll(async () => {
	people = await hireForStage2(office);
	site = await openSiteInProcess(service);
}, 300_000);
afterAll(async () => {
	await site.close();
	await test.close();
});

/** A case whose stage 2 answer waits, and the papers of whoever decides it. */
interface Waiting extends TriagedCase {
	paperId: string;
	documentId: string;
	deciderId: string;
}

const REPORT = aPaper('Jay.pdf', Buffer.from('%PDF-1.7 words'));

async function waiting(
	how: { decidesAs?: StaffRole; signs?: boolean; asks?: 'theDecider' | 'aManager' } = {}
): Promise<Waiting> {
	const deciderId = await office.hire('Ash', [how.decidesAs ?? 'adjudicatingOfficer']);
	const ids = await adjudicatedCase(office, { ...people, ash: deciderId }, { reportFile: REPORT });
	const { complaintId, strandId } = ids;
	const { paperId, documentId } = await inTransaction(
		service,
		{ kind: 'system' },
		async ({ trx }) => {
			const paper = await trx
				.selectFrom('appointment')
				.select('appointment_id')
				.where('complaint_id', '=', complaintId)
				.where('role', '=', 'adjudicatingOfficer')
				.executeTakeFirstOrThrow();
			const document = await trx
				.selectFrom('case_document')
				.select('document_id')
				.where('complaint_id', '=', complaintId)
				.executeTakeFirstOrThrow();
			return { paperId: paper.appointment_id, documentId: document.document_id };
		}
	);
	if (how.signs !== false) {
		const cookie = await site.signIn(deciderId);
		await site.ask(`/staff/papers/${paperId}?/sign`, { cookie, form: { promise: 'true' } });
	}
	const asked = await askForFullRelease(service, people.sam, {
		complaintId,
		strandId,
		stage: 2,
		seenVersion: 0,
		content: { inShort: 'You were right about the room.', delayReason: null, stage3: null },
		secondPersonId: how.asks === 'aManager' ? people.priya : deciderId
	});
	if (!asked.done) throw new Error(JSON.stringify(asked));
	return { ...ids, paperId, documentId, deciderId };
}

/** What somebody can do there: read it, take a document that goes, send it back, let it go. */
async function tryAll({ complaintId, paperId, documentId }: Waiting, staffId: string) {
	const cookie = await site.signIn(staffId);
	const at = `/staff/papers/${paperId}/answer`;
	const page = await site.ask(`${at}/__data.json`, { cookie });
	const taken = await site.ask(`/staff/papers/${paperId}/document/${documentId}`, { cookie });
	const version = await caseVersion(complaintId);
	const form = { seenVersion: '1', delayReason: '' };
	const released = await site.ask(`${at}?/release`, {
		cookie,
		form: { ...form, seenCase: version, commandId: crypto.randomUUID(), confirmsLook: 'yes' }
	});
	const state = await stateOf(complaintId);
	const back = await site.ask(`${at}?/sendBack`, { cookie, form: { ...form, why: 'Say sorry' } });
	return {
		reads: page.text.includes('You were right about the room.'),
		takes: taken.status === 200,
		releases: state === 'sent',
		sendsBack: (await stateOf(complaintId)) === 'sentBack',
		statuses: [released.status, back.status]
	};
}

const asServer = <T>(act: Parameters<typeof inTransaction<T>>[2]) =>
	inTransaction(service, { kind: 'system' }, act);

async function caseVersion(complaintId: string): Promise<string> {
	const row = await asServer(({ trx }) =>
		trx
			.selectFrom('complaint')
			.select('version')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirstOrThrow()
	);
	return String(row.version);
}

async function stateOf(complaintId: string): Promise<string> {
	const row = await asServer(({ trx }) =>
		trx
			.selectFrom('full_answer')
			.select('state')
			.where('complaint_id', '=', complaintId)
			.executeTakeFirstOrThrow()
	);
	return row.state;
}

const NOTHING = { reads: false, takes: false, releases: false, sendsBack: false };

describe('an answer that waits for the one who decides it (SI 2006/1738 reg 17; guidance 3.8)', () => {
	it.each(['adjudicatingOfficer', 'director'] as const)(
		'is read whole and let go by them, once they signed: %s',
		async (decidesAs) => {
			const one = await waiting({ decidesAs });
			expect(await tryAll(one, one.deciderId)).toMatchObject({
				reads: true,
				takes: true,
				releases: true,
				sendsBack: false,
				statuses: [200, 409]
			});
		}
	);

	it('is sent back by them with the reason, and then waits for nobody', async () => {
		const one = await waiting();
		const cookie = await site.signIn(one.deciderId);
		const at = `/staff/papers/${one.paperId}/answer`;
		const form = { seenVersion: '1', why: 'Say sorry first' };
		expect((await site.ask(`${at}?/sendBack`, { cookie, form })).status).toBe(200);
		expect(await stateOf(one.complaintId)).toBe('sentBack');
		expect(await tryAll(one, one.deciderId)).toMatchObject({ releases: false });
	});

	it('stands in their list, and in the list of nobody else', async () => {
		const one = await waiting();
		const other = await waiting({ asks: 'aManager' });
		const page = await site.ask('/staff/papers', { cookie: await site.signIn(one.deciderId) });
		expect(page.text).toContain('Waits for your release');
		const others = await site.ask('/staff/papers', { cookie: await site.signIn(other.deciderId) });
		expect(others.text).not.toContain('Waits for your release');
	});

	const shutOut: [
		string,
		(one: Waiting) => Promise<string | void>,
		Parameters<typeof waiting>[0]?
	][] = [
		['they have not signed the promise', () => Promise.resolve(), { signs: false }],
		['a complaints manager was asked, not they', () => Promise.resolve(), { asks: 'aManager' }],
		['they are appointed no longer', (one) => endAppointment(one)],
		['their sign-in is over', (one) => makeOutside(service, one.deciderId, '2026-11-01')],
		['they are complained about since', (one) => name(one, one.deciderId)],
		[
			'they manage somebody who is complained about since',
			async (one) => {
				const una = await office.hire('Una', ['teamManager']);
				await office.manages(one.deciderId, una);
				await name(one, una);
			}
		],
		['they decide another case', async () => (await waiting()).deciderId],
		['they investigated this one', () => Promise.resolve(people.iris)],
		['they were its independent person', () => Promise.resolve(people.noor)]
	];
	it.each(shutOut)('is shut where %s', async (_why, prepare, how) => {
		const one = await waiting(how);
		const who = (await prepare(one)) ?? one.deciderId;
		expect(await tryAll(one, who)).toMatchObject(NOTHING);
		expect(await stateOf(one.complaintId)).toBe('waitingForRelease');
	});

	it.each(STAFF_ROLES)('is shut to anybody else by that address: %s', async (role) => {
		const one = await waiting();
		expect(await tryAll(one, await office.hire('Alex', [role]))).toMatchObject(NOTHING);
	});

	it('is shut to a director who has another part of the same case', async () => {
		const one = await waiting();
		const dora = await office.hire('Dora', ['director']);
		const own = await appointInTest(service, { ...one, role: 'stage3Director', personId: dora });
		const cookie = await site.signIn(dora);
		await site.ask(`/staff/papers/${own}?/sign`, { cookie, form: { promise: 'true' } });
		expect(await tryAll(one, dora)).toMatchObject(NOTHING);
		expect(await tryAll({ ...one, paperId: own }, dora)).toMatchObject(NOTHING);
	});

	it('opens no other paper of the case to them, and nothing of the case itself', async () => {
		const one = await waiting();
		const other = await waiting();
		const cookie = await site.signIn(one.deciderId);
		const stolen = await site.ask(`/staff/papers/${one.paperId}/document/${other.documentId}`, {
			cookie
		});
		expect(stolen.status).toBe(404);
		const { complaintId, strandId } = one;
		for (const path of [
			`/staff/case/${complaintId}/full-answer/2/${strandId}/__data.json`,
			`/api/sync/case/${complaintId}`
		]) {
			expect((await site.ask(path, { cookie })).text).not.toContain('You were right');
		}
	});
});

async function endAppointment({ complaintId, strandId, paperId }: Waiting): Promise<void> {
	const reasonTextId = crypto.randomUUID();
	const given = await office.give({
		by: people.priya,
		complaintId,
		texts: [{ textId: reasonTextId, kind: 'reason', words: 'Ash is away' }],
		order: {
			type: 'endAppointment',
			strandId,
			appointmentId: paperId,
			endedOn: '2026-11-02',
			reasonTextId
		}
	});
	if (!given.done) throw new Error(JSON.stringify(given));
}

async function name({ complaintId }: Waiting, staffId: string): Promise<void> {
	const personId = crypto.randomUUID();
	await office.give({
		by: people.sam,
		complaintId,
		order: { type: 'nameSubject', personId, name: 'Named', staffId }
	});
}
