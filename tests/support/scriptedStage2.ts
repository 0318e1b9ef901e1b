import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Outcome } from '#lib/domain/complaint/codes.ts';
import type { AppointmentRole } from '#lib/domain/roles/appointments.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Office } from './caseworkOffice.ts';
import { theWords } from './scriptedAnswers.ts';
import type { ScriptedCase } from './scriptedCase.ts';

/** Who takes part from stage 2 on. Ines and the panel are from outside the council. */
export interface StagePeople {
	investigatingOfficer: string;
	independentPerson: string;
	adjudicatingOfficer: string;
	panel: readonly [string, string, string];
	director: string;
}

/** Hires everybody that stages 2 and 3 need. */
export async function hireStagePeople(office: Office): Promise<StagePeople> {
	const outside = async (name: string, role: 'independentPerson' | 'panelMember') => {
		const staffId = await office.hire(name, [role]);
		await inTransaction(office.service, { kind: 'system' }, async ({ trx }) => {
			await trx
				.updateTable('staff')
				.set({ kind: 'outside', valid_until: '2035-12-31' })
				.where('staff_id', '=', staffId)
				.execute();
			await trx.insertInto('outside_person').values({ staff_id: staffId }).execute();
		});
		return staffId;
	};
	return {
		investigatingOfficer: await office.hire('Idris', ['investigatingOfficer']),
		independentPerson: await outside('Ines', 'independentPerson'),
		adjudicatingOfficer: await office.hire('Ada', ['adjudicatingOfficer']),
		panel: [
			await outside('Peter', 'panelMember'),
			await outside('Paula', 'panelMember'),
			await outside('Parveen', 'panelMember')
		],
		director: await office.hire('Dora', ['director'])
	};
}

/** Appoints somebody on that day, with the declaration signed the same day. */
export async function appoint(
	scripted: ScriptedCase,
	on: PlainDate,
	{ role, personId }: { role: AppointmentRole; personId: string }
): Promise<void> {
	await scripted.does(on, {
		type: 'appointPerson',
		strandId: await scripted.strand(),
		appointmentId: crypto.randomUUID(),
		role,
		personId,
		appointedOn: on,
		declarationSignedOn: on,
		acceptedWarnings: [],
		reasonTextId: null
	});
}

/** Appoints the investigating officer and the independent person. */
export async function appointBoth(
	scripted: ScriptedCase,
	on: PlainDate,
	people: StagePeople
): Promise<void> {
	const { investigatingOfficer, independentPerson } = people;
	await appoint(scripted, on, { role: 'investigatingOfficer', personId: investigatingOfficer });
	await appoint(scripted, on, { role: 'independentPerson', personId: independentPerson });
}

/** Sends version 1 of the statement of complaint. */
export async function draftStatement(scripted: ScriptedCase, sentOn: PlainDate): Promise<void> {
	const statement = theWords('statement', 'The room was cold for six weeks');
	await scripted.does(
		sentOn,
		{
			type: 'draftStatement',
			strandId: await scripted.strand(),
			version: 1,
			textId: statement.textId,
			sentOn
		},
		statement.texts
	);
}

/** Both reports came in, and every point is decided. One recommendation is accepted. */
export async function reportAndAdjudicate(
	scripted: ScriptedCase,
	day: { reportedOn: PlainDate; decidedOn: PlainDate; actionDueOn: PlainDate },
	{ people, outcome = 'partiallyUpheld' }: { people: StagePeople; outcome?: Outcome }
): Promise<{ recommendationId: string }> {
	const strandId = await scripted.strand();
	for (const report of ['investigation', 'independentPerson'] as const) {
		const words = theWords('report', 'What was found');
		await scripted.does(
			day.reportedOn,
			{
				type: 'receiveReport',
				strandId,
				report,
				receivedOn: day.reportedOn,
				documentId: null,
				textId: words.textId
			},
			words.texts
		);
	}
	await appoint(scripted, day.reportedOn, {
		role: 'adjudicatingOfficer',
		personId: people.adjudicatingOfficer
	});
	const recommendationId = crypto.randomUUID();
	const reason = theWords('reason', 'The log shows it');
	const recommended = theWords('recommendation', 'Check every heater before winter');
	await scripted.does(
		day.decidedOn,
		{
			type: 'adjudicate',
			strandId,
			decidedOn: day.decidedOn,
			points: (await scripted.elements()).map((elementId) => ({
				elementId,
				outcome,
				reasonTextId: reason.textId
			})),
			recommendations: [
				{
					recommendationId,
					textId: recommended.textId,
					accepted: true,
					reasonTextId: null,
					dueOn: day.actionDueOn
				}
			]
		},
		[...reason.texts, ...recommended.texts]
	);
	return { recommendationId };
}

/** All three documents go by post on that day. */
export async function sendAllThree(
	scripted: ScriptedCase,
	sentOn: PlainDate,
	delayReason: 'serviceDelay' | null = null
): Promise<void> {
	await scripted.does(sentOn, {
		type: 'sendStage2Response',
		strandId: await scripted.strand(),
		sentOn,
		documents: ['investigationReport', 'independentPersonReport', 'adjudication'],
		delayReason,
		releasedByStaffId: null,
		sentOnPaper: true
	});
}
