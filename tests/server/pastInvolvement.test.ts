import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppointmentRole } from '#lib/domain/roles/appointments.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { listPapers } from '#lib/server/papers/listPapers.ts';
import { findStandings } from '#lib/server/people/standings.ts';
import { inTransaction } from '#lib/server/work.ts';
import { appointInTest } from '../support/appointed.ts';
import { openOffice, type TriagedCase } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsManager']);
});
afterAll(() => test.close());

/** A complaint of a child of that name. */
async function caseOf(name: string): Promise<TriagedCase> {
	const person = { personId: crypto.randomUUID(), part: 'complainant' as const, relation: '' };
	const { complaintId } = await office.receive({ people: [{ ...person, name }] });
	return office.triage(sam, complaintId);
}

function link(from: TriagedCase, to: TriagedCase) {
	return office.give({
		by: sam,
		complaintId: from.complaintId,
		order: {
			type: 'linkComplaint',
			otherComplaintId: to.complaintId,
			linkedOn: '2026-11-02',
			why: 'earlierComplaint'
		}
	});
}

async function pastOf(ids: TriagedCase, staffId: string) {
	const standings = await inTransaction(office.service, { kind: 'staff', staffId: sam }, (work) =>
		findStandings(work, ids.complaintId, [staffId])
	);
	const { pastInvolvement, sameNameInvolvement, managesTheTeam } = standings.get(staffId)!;
	return { sure: pastInvolvement, byName: sameNameInvolvement, managesTheTeam };
}

const nothing = { sure: [], byName: [], managesTheTeam: false };

async function appointTo(ids: TriagedCase, role: AppointmentRole, personId: string) {
	const { complaintId, strandId } = ids;
	return appointInTest(office.service, { complaintId, strandId, role, personId });
}

describe('past involvement, worked out from other complaints (rules 5.2)', () => {
	it('is known of whoever had a part in a complaint that is linked, from either side', async () => {
		const [before, now] = [await caseOf('Jay'), await caseOf('Jay')];
		const iris = await office.hire('Iris', ['investigatingOfficer']);
		await appointTo(before, 'investigatingOfficer', iris);
		expect(await pastOf(now, iris)).toEqual(nothing);
		expect(await link(now, before)).toMatchObject({ done: true });
		expect(await pastOf(now, iris)).toEqual({ ...nothing, sure: ['investigatedOther'] });

		const noor = await office.hire('Noor', ['independentPerson']);
		await appointTo(now, 'independentPerson', noor);
		expect(await pastOf(before, noor)).toEqual({ ...nothing, sure: ['independentOnOther'] });
		expect(await pastOf(now, noor)).toEqual(nothing);
	});

	it('is known of whoever answered it, or was complained about', async () => {
		const [before, now] = [await caseOf('Jay'), await caseOf('Jay')];
		await link(before, now);
		const mo = await office.hire('Mo', ['teamManager']);
		const kit = await office.hire('Kit', ['investigatingOfficer']);
		await office.give({
			by: sam,
			complaintId: before.complaintId,
			order: { type: 'assignCase', officerId: null, responderId: mo, teamId: null }
		});
		await office.give({
			by: sam,
			complaintId: before.complaintId,
			order: { type: 'nameSubject', personId: crypto.randomUUID(), name: 'Kit', staffId: kit }
		});
		expect(await pastOf(now, mo)).toEqual({ ...nothing, sure: ['answeredOther'] });
		expect(await pastOf(now, kit)).toEqual({ ...nothing, sure: ['subjectOfOther'] });
	});

	it('is only likely by a whole name, and never by one word of it', async () => {
		const iris = await office.hire('Iris', ['investigatingOfficer']);
		const [before, now] = [await caseOf('Ruby Lane'), await caseOf('lane, RUBY')];
		await appointTo(before, 'panelMember', iris);
		expect(await pastOf(now, iris)).toEqual({ ...nothing, byName: ['panelOnOther'] });
		expect(await pastOf(await caseOf('Ruby'), iris)).toEqual(nothing);
		expect(await pastOf(await caseOf('Ruby Lane Hill'), iris)).toEqual(nothing);
		await link(now, before);
		expect(await pastOf(now, iris)).toEqual({ ...nothing, sure: ['panelOnOther'] });
	});

	it('is no part that was taken back on the day it was given', async () => {
		const iris = await office.hire('Iris', ['investigatingOfficer']);
		const [before, now] = [await caseOf('Jay'), await caseOf('Jay')];
		await link(now, before);
		const { complaintId, strandId } = before;
		const slip = { role: 'investigatingOfficer' as const, personId: iris, endedOn: '2026-11-02' };
		await appointInTest(office.service, { complaintId, strandId, ...slip });
		expect(await pastOf(now, iris)).toEqual(nothing);
	});

	it('is to manage the team that the complaint is about', async () => {
		const ids = await caseOf('Jay');
		const mo = await office.hire('Mo', ['teamManager'], 'fostering');
		const tess = await office.hire('Tess', ['teamManager'], 'leaving');
		await office.give({
			by: sam,
			complaintId: ids.complaintId,
			order: { type: 'assignCase', officerId: null, responderId: null, teamId: 'fostering' }
		});
		expect((await pastOf(ids, mo)).managesTheTeam).toBe(true);
		expect((await pastOf(ids, tess)).managesTheTeam).toBe(false);
	});
});

describe('an appointment by the order of the rules', () => {
	it('is warned of with the reason, and leads whoever is appointed to their papers', async () => {
		const [before, now] = [await caseOf('Jay'), await caseOf('Jay')];
		await link(now, before);
		const iris = await office.hire('Iris', ['investigatingOfficer']);
		const una = await office.hire('Una', ['dutyWorker']);
		await appointTo(before, 'investigatingOfficer', iris);
		const { complaintId } = now;
		const give = (personId: string, why = '') => appoint(now, personId, { why });
		await askForStage2(now);
		expect(await give(una)).toMatchObject({ refusal: { code: 'personLacksRole' } });
		expect(await give(iris)).toMatchObject({
			refusal: {
				code: 'conflictWarned',
				conflicts: ['pastInvolvement'],
				past: ['investigatedOther']
			}
		});
		expect(await give(iris, 'Jay wants her again')).toMatchObject({ done: true });
		const papers = await listPapers(office.service, iris);
		expect(papers.map((one) => one.complaintId)).toContain(complaintId);
	});

	it('is warned of without a word of a case that whoever appoints never sees', async () => {
		const [before, now] = [await caseOf('Jay'), await caseOf('Jay')];
		await link(now, before);
		const iris = await office.hire('Iris', ['investigatingOfficer']);
		await appointTo(before, 'investigatingOfficer', iris);
		const priya = await office.hire('Priya', ['complaintsManager']);
		const about = { personId: crypto.randomUUID(), name: 'Sam', staffId: sam };
		await office.give({
			by: priya,
			complaintId: before.complaintId,
			order: { type: 'nameSubject', ...about }
		});
		await askForStage2(now);
		const warned = {
			code: 'conflictWarned',
			role: 'investigatingOfficer',
			conflicts: ['pastInvolvement']
		};
		const untold = await appoint(now, iris);
		expect(untold).toEqual({ commandId: untold.commandId, done: false, refusal: warned });
		// Priya sees both, and is told; so is Sam of what is also in a case that Sam sees.
		expect(await appoint(now, iris, { by: priya })).toMatchObject({
			refusal: { ...warned, past: ['investigatedOther'] }
		});
		const seen = await caseOf('Jay');
		await link(now, seen);
		await appointTo(seen, 'investigatingOfficer', iris);
		expect(await appoint(now, iris)).toMatchObject({
			refusal: { ...warned, past: ['investigatedOther'] }
		});
	});

	it('gets a panel member who is appointed chair to the papers', async () => {
		const ids = await caseOf('Jay');
		const noor = await office.hire('Noor', ['panelMember']);
		await appointTo(ids, 'panelChair', noor);
		expect((await listPapers(office.service, noor)).map(({ role }) => role)).toEqual([
			'panelChair'
		]);
	});
});

function askForStage2({ complaintId, strandId }: TriagedCase) {
	return office.give({
		by: sam,
		complaintId,
		order: { type: 'requestStage2', strandId, requestedOn: '2026-11-02', channel: 'telephone' }
	});
}

/** Appoints somebody to investigate; with a reason, the warning is accepted. */
function appoint(
	{ complaintId, strandId }: TriagedCase,
	personId: string,
	{ why = '', by = sam } = {}
) {
	const reasonTextId = why ? crypto.randomUUID() : null;
	return office.give({
		by,
		complaintId,
		texts: reasonTextId ? [{ textId: reasonTextId, kind: 'reason', words: why }] : [],
		order: {
			type: 'appointPerson',
			strandId,
			appointmentId: crypto.randomUUID(),
			role: 'investigatingOfficer',
			personId,
			appointedOn: '2026-11-02',
			declarationSignedOn: '2026-11-02',
			acceptedWarnings: reasonTextId ? ['pastInvolvement'] : [],
			reasonTextId
		}
	});
}
