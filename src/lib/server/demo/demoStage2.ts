import { randomUUID } from 'node:crypto';
import { STAGE2_DOCUMENTS, STAGE2_REPORTS, type Outcome } from '#lib/domain/complaint/codes.ts';
import type { AppointmentRole, ConflictName } from '#lib/domain/roles/appointments.ts';
import { AGREED, sendAnswer } from '#lib/server/demo/demoAnswer.ts';
import {
	CARE,
	decideRoute,
	sendStory,
	type DemoStory,
	type DemoStrand
} from '#lib/server/demo/demoCase.ts';
import type { DemoOffice } from '#lib/server/demo/demoOffice.ts';
import { said } from '#lib/server/demo/demoWords.ts';

/** Somebody to appoint to one strand, so many working days ago. */
export interface DemoAppointment {
	role: AppointmentRole;
	personId: string;
	at: number;
	/** What is warned of and accepted, and why. */
	despite?: { warnings: readonly ConflictName[]; why: string };
}

/** Told, routed and answered at stage 1, and then stage 2 asked for: working days ago. */
export async function askForStage2(
	office: DemoOffice,
	story: DemoStory & { titles: readonly string[] },
	{ told, asked }: { told: number; asked: number }
): Promise<DemoStrand> {
	const complaintId = await sendStory(office, story, office.daysAgo(told));
	const strand = await decideRoute(office, {
		complaintId,
		on: office.daysAgo(told - 1),
		points: story.titles.map((title) => ({ ...CARE, title }))
	});
	const { on, findings } = AGREED(office, told - 8);
	const [finding] = findings;
	await sendAnswer(office, strand, {
		on,
		findings: strand.elementIds.flatMap(() => finding ?? [])
	});
	await office.give({
		on: office.daysAgo(asked),
		by: office.people.sam,
		complaintId,
		order: {
			type: 'requestStage2',
			strandId: strand.strandId,
			requestedOn: office.daysAgo(asked),
			channel: 'telephone'
		}
	});
	await office.keepCode(complaintId, story.name);
	return strand;
}

/** Appoints them, each with the declaration signed that day. */
export async function appointAll(
	office: DemoOffice,
	{ complaintId, strandId }: DemoStrand,
	people: readonly DemoAppointment[]
): Promise<void> {
	for (const { role, personId, at, despite } of people) {
		const reason = despite ? said('reason', despite.why) : null;
		await office.give({
			on: office.daysAgo(at),
			by: office.people.priya,
			complaintId,
			texts: reason?.texts ?? [],
			order: {
				type: 'appointPerson',
				strandId,
				appointmentId: randomUUID(),
				role,
				personId,
				appointedOn: office.daysAgo(at),
				declarationSignedOn: office.daysAgo(at),
				acceptedWarnings: despite?.warnings ?? [],
				reasonTextId: reason?.textId ?? null
			}
		});
	}
}

/** Sends a version of the statement of complaint, and has it agreed where a day is given. */
export async function writeStatement(
	office: DemoOffice,
	{ complaintId, strandId }: DemoStrand,
	statement: { version: number; words: string; sent: number; agreed?: number }
): Promise<void> {
	const { version, sent, agreed } = statement;
	const words = said('statement', statement.words);
	const by = office.people.sam;
	await office.give({
		on: office.daysAgo(sent),
		by,
		complaintId,
		texts: words.texts,
		order: {
			type: 'draftStatement',
			strandId,
			version,
			textId: words.textId,
			sentOn: office.daysAgo(sent)
		}
	});
	if (agreed === undefined) return;
	await office.give({
		on: office.daysAgo(agreed),
		by,
		complaintId,
		order: { type: 'agreeStatement', strandId, version, agreedOn: office.daysAgo(agreed) }
	});
}

/** Tells of more time in writing; `until` is so many working days ahead. */
export async function takeMoreTime(
	office: DemoOffice,
	{ complaintId, strandId }: DemoStrand,
	{ told, until }: { told: number; until: number }
): Promise<void> {
	await office.give({
		on: office.daysAgo(told),
		by: office.people.priya,
		complaintId,
		order: {
			type: 'extendStage2',
			strandId,
			reason: 'keyWitnessUnavailable',
			toldOn: office.daysAgo(told),
			newDueOn: office.daysAgo(-until),
			complainantsView: 'agrees'
		}
	});
}

/** Both reports come in on one day. */
export async function receiveReports(
	office: DemoOffice,
	{ complaintId, strandId }: DemoStrand,
	at: number
): Promise<void> {
	for (const report of STAGE2_REPORTS) {
		const words = said('report', 'The records were read and five people were spoken to.');
		await office.give({
			on: office.daysAgo(at),
			by: office.people.sam,
			complaintId,
			texts: words.texts,
			order: {
				type: 'receiveReport',
				strandId,
				report,
				receivedOn: office.daysAgo(at),
				documentId: null,
				textId: words.textId
			}
		});
	}
}

/** What the adjudicating officer makes of it. */
export interface DemoAdjudication {
	at: number;
	outcomes: readonly Outcome[];
	/** Accepted with a day, so many working days ahead, or turned down for a reason. */
	recommendations: readonly { words: string; dueIn?: number; whyNot?: string }[];
}

/** Decides point by point, and gives the recommendations their ids. */
export async function adjudicateAll(
	office: DemoOffice,
	{ complaintId, strandId, elementIds }: DemoStrand,
	{ at, outcomes, recommendations }: DemoAdjudication
): Promise<readonly string[]> {
	const reasons = elementIds.map(() => said('reason', 'Both reports say the same.'));
	const recommended = recommendations.map(({ words, dueIn, whyNot }) => ({
		recommendationId: randomUUID(),
		what: said('recommendation', words),
		why: whyNot === undefined ? null : said('reason', whyNot),
		dueOn: dueIn === undefined ? null : office.daysAgo(-dueIn)
	}));
	await office.give({
		on: office.daysAgo(at),
		by: office.people.priya,
		complaintId,
		texts: [
			...reasons.flatMap(({ texts }) => texts),
			...recommended.flatMap(({ what, why }) => [...what.texts, ...(why?.texts ?? [])])
		],
		order: {
			type: 'adjudicate',
			strandId,
			decidedOn: office.daysAgo(at),
			points: elementIds.map((elementId, place) => ({
				elementId,
				outcome: outcomes[place] ?? 'upheld',
				reasonTextId: reasons[place]?.textId ?? ''
			})),
			recommendations: recommended.map(({ recommendationId, what, why, dueOn }) => ({
				recommendationId,
				textId: what.textId,
				accepted: why === null,
				reasonTextId: why?.textId ?? null,
				dueOn
			}))
		}
	});
	return recommended.map(({ recommendationId }) => recommendationId);
}

/** All three documents go on one day. */
export async function sendDocuments(
	office: DemoOffice,
	{ complaintId, strandId }: DemoStrand,
	at: number
): Promise<void> {
	await office.give({
		on: office.daysAgo(at),
		by: office.people.priya,
		complaintId,
		order: {
			type: 'sendStage2Response',
			strandId,
			sentOn: office.daysAgo(at),
			documents: STAGE2_DOCUMENTS,
			delayReason: null,
			releasedByStaffId: null,
			sentOnPaper: true
		}
	});
}
