import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#lib/server/database/tables.ts';
import { findStandings } from '#lib/server/people/standings.ts';
import { readCase, readPull } from '#lib/server/sync/pull.ts';
import { searchCases } from '#lib/server/sync/search.ts';
import { inTransaction } from '#lib/server/work.ts';
import { openOffice } from '../support/caseworkOffice.ts';
import { createTestDatabase } from '../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
});
afterAll(() => test.close());

/** Una is complained about; Max manages her and leads the team the case is given to. */
async function caseAboutUna(roles: Parameters<typeof office.hire>[1] = ['teamManager']) {
	const max = await office.hire('Max', roles, 'fostering');
	const una = await office.hire('Una', ['teamManager'], 'fostering');
	await office.manages(max, una);
	const { complaintId } = await office.receive();
	await give(complaintId, { teamId: 'fostering' });
	await nameSubject(complaintId, una);
	return { max, una, complaintId };
}

function give(
	complaintId: string,
	to: { officerId?: string; responderId?: string; teamId?: string; reason?: string }
) {
	const textId = crypto.randomUUID();
	return office.give({
		by: sam,
		complaintId,
		order: {
			type: 'assignCase',
			officerId: to.officerId ?? null,
			responderId: to.responderId ?? null,
			teamId: to.teamId ?? null,
			...(to.reason ? { lineManagerReasonTextId: textId } : {})
		},
		texts: to.reason ? [{ textId, kind: 'reason', words: to.reason }] : []
	});
}

function nameSubject(complaintId: string, staffId: string) {
	return office.give({
		by: sam,
		complaintId,
		order: { type: 'nameSubject', personId: crypto.randomUUID(), name: 'Una', staffId }
	});
}

const opens = async (staffId: string, complaintId: string) =>
	(await readCase(service, staffId, { complaintId, what: 'case' })) !== null;

describe('the line manager of the person complained about (rules 5.2)', () => {
	it.each([[['teamManager']], [['complaintsOfficer', 'complaintsManager']]] as const)(
		'sees nothing of the case, in lists and searches too: %j',
		async (roles) => {
			const { max, complaintId } = await caseAboutUna(roles);
			expect(await opens(max, complaintId)).toBe(false);
			const pull = await readPull(service, max);
			expect(pull?.cases.map((one) => one.complaintId)).not.toContain(complaintId);
			expect((await searchCases(service, max, 'Jay')).map((one) => one.complaintId)).not.toContain(
				complaintId
			);
		}
	);

	it('may be given it to answer at stage 1, once somebody has said why', async () => {
		const { max, complaintId } = await caseAboutUna();
		expect(await give(complaintId, { responderId: max })).toMatchObject({
			done: false,
			refusal: { code: 'subjectsLineManager', staffId: max, withReason: true }
		});
		const reason = 'Nobody else knows the service';
		expect(await give(complaintId, { responderId: max, reason })).toMatchObject({ done: true });
		expect(await opens(max, complaintId)).toBe(true);
		const whole = await readCase(service, sam, { complaintId, what: 'case' });
		expect(whole?.texts).toContainEqual(expect.objectContaining({ kind: 'reason', words: reason }));
	});

	it('is not asked why again when only the team changes', async () => {
		const { max, complaintId } = await caseAboutUna();
		await give(complaintId, { responderId: max, reason: 'Nobody else knows the service' });
		expect(await give(complaintId, { responderId: max, teamId: 'fostering' })).toMatchObject({
			done: true
		});
	});

	it('is never the officer of it', async () => {
		const { max, complaintId } = await caseAboutUna(['complaintsManager']);
		expect(
			await give(complaintId, { officerId: max, reason: 'Nobody else has time' })
		).toMatchObject({
			done: false,
			refusal: { code: 'subjectsLineManager', staffId: max, withReason: false }
		});
	});

	it('is never given it where the complaint is about them too', async () => {
		const { max, complaintId } = await caseAboutUna();
		await nameSubject(complaintId, max);
		expect(await give(complaintId, { responderId: max, reason: 'They know it' })).toMatchObject({
			done: false,
			refusal: { code: 'complainedAbout', staffId: max }
		});
	});

	it('hands back what they held when the person they manage is named', async () => {
		const max = await office.hire('Max', ['teamManager']);
		const una = await office.hire('Una', ['teamManager']);
		await office.manages(max, una);
		const { complaintId } = await office.receive();
		await give(complaintId, { responderId: max });
		expect(await opens(max, complaintId)).toBe(true);
		await nameSubject(complaintId, una);
		expect(await opens(max, complaintId)).toBe(false);
	});
});

describe('what is known of a person on one case', () => {
	it('says who is an officer, who it is about, who manages them and who answered', async () => {
		const { max, una, complaintId } = await caseAboutUna();
		const noor = await office.hire('Noor', ['independentPerson']);
		await inTransaction(service, { kind: 'system' }, async ({ trx }) => {
			await trx
				.updateTable('staff')
				.set({ kind: 'outside', valid_until: '2099-12-31' })
				.where('staff_id', '=', noor)
				.execute();
			await trx
				.insertInto('outside_person')
				.values({ staff_id: noor, left_office_on: '2020-03-31', is_spouse_of_one: true })
				.execute();
		});
		await give(complaintId, { responderId: max, reason: 'They know the service' });
		const standings = await inTransaction(service, { kind: 'staff', staffId: sam }, (work) =>
			findStandings(work, complaintId, [max, una, noor])
		);
		const nothing = {
			isOfficerOrMember: true,
			leftOfficeOn: null,
			isSpouseOfOfficerOrMember: false,
			isSubject: false,
			isSubjectsLineManager: false,
			isStage1Responder: false,
			isComplaintsManager: false,
			isAdvocate: false,
			managesTheTeam: false,
			pastInvolvement: [],
			sameNameInvolvement: [],
			signsInUntilOn: null
		};
		expect(Object.fromEntries(standings)).toEqual({
			[max]: {
				...nothing,
				isSubjectsLineManager: true,
				isStage1Responder: true,
				roles: ['teamManager']
			},
			[una]: { ...nothing, isSubject: true, roles: ['teamManager'] },
			[noor]: {
				...nothing,
				roles: ['independentPerson'],
				signsInUntilOn: '2099-12-31',
				isOfficerOrMember: false,
				leftOfficeOn: '2020-03-31',
				isSpouseOfOfficerOrMember: true
			}
		});
	});
});
