import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { RecommendationDecision } from '#lib/domain/complaint/stage3Codes.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';
import { theWords } from './scriptedAnswers.ts';
import type { ScriptedCase } from './scriptedCase.ts';
import { appoint, type StagePeople } from './scriptedStage2.ts';

/** Stage 3 is asked for on that day, by e-mail. */
export async function askForPanel(scripted: ScriptedCase, requestedOn: PlainDate): Promise<void> {
	await scripted.does(requestedOn, {
		type: 'requestStage3',
		strandId: await scripted.strand(),
		requestedOn,
		channel: 'email',
		pointsTextId: null
	});
}

/** It is acknowledged, and the chair and both members are appointed, all on that day. */
export async function convene(
	scripted: ScriptedCase,
	on: PlainDate,
	{ panel }: Pick<StagePeople, 'panel'>
): Promise<void> {
	await scripted.does(on, {
		type: 'acknowledgeStage3',
		strandId: await scripted.strand(),
		acknowledgedOn: on
	});
	await appoint(scripted, on, { role: 'panelChair', personId: panel[0] });
	await appoint(scripted, on, { role: 'panelMember', personId: panel[1] });
	await appoint(scripted, on, { role: 'panelMember', personId: panel[2] });
}

/** The panel is fixed for `panelOn`, its papers go on `papersOn`, and it meets. */
export async function meet(
	scripted: ScriptedCase,
	day: { fixedOn: PlainDate; papersOn: PlainDate; panelOn: PlainDate }
): Promise<void> {
	const strandId = await scripted.strand();
	await scripted.does(day.fixedOn, {
		type: 'fixPanelDate',
		strandId,
		panelOn: day.panelOn,
		atComplainantsWish: false,
		reasonTextId: null
	});
	await sendPapers(scripted, day.papersOn);
	await hold(scripted, day.panelOn);
}

export async function sendPapers(scripted: ScriptedCase, sentOn: PlainDate): Promise<void> {
	await scripted.does(sentOn, {
		type: 'sendPanelPapers',
		strandId: await scripted.strand(),
		sentOn,
		tooLateReasonTextId: null
	});
}

export async function hold(scripted: ScriptedCase, heldOn: PlainDate): Promise<void> {
	await scripted.does(heldOn, {
		type: 'holdPanel',
		strandId: await scripted.strand(),
		heldOn,
		attended: ['complainant', 'advocate', 'supporter', 'stage2IndependentPerson']
	});
}

/** The panel's report came, with one recommendation. */
export async function receivePanelReport(
	scripted: ScriptedCase,
	receivedOn: PlainDate
): Promise<{ recommendationId: string }> {
	const recommendationId = crypto.randomUUID();
	const report = theWords('report', 'What the panel thinks');
	const recommended = theWords('recommendation', 'Say sorry in person');
	await scripted.does(
		receivedOn,
		{
			type: 'receivePanelReport',
			strandId: await scripted.strand(),
			receivedOn,
			documentId: null,
			textId: report.textId,
			recommendations: [{ recommendationId, textId: recommended.textId }],
			delayReason: null
		},
		[...report.texts, ...recommended.texts]
	);
	return { recommendationId };
}

/** The Director's response by post; `decision` is about the one recommendation. */
export async function panelResponse(
	scripted: ScriptedCase,
	sentOn: PlainDate,
	decision: RecommendationDecision
): Promise<Extract<Order, { type: 'respondStage3' }>> {
	return {
		type: 'respondStage3',
		strandId: await scripted.strand(),
		sentOn,
		independentPersonTookPartOn: sentOn,
		decisions: [decision],
		ombudsmanToldOn: sentOn,
		delayReason: null,
		releasedByStaffId: null,
		sentOnPaper: true
	};
}

/** A recommendation accepted, for somebody to do by that day. */
export function acceptedBy(
	recommendationId: string,
	{ ownerId, dueOn }: { ownerId: string; dueOn: PlainDate }
): RecommendationDecision {
	return { recommendationId, accepted: true, reasonTextId: null, ownerId, dueOn };
}

/** Words of a reason, with the texts they travel in. */
export function because(words: string): { textId: string; texts: readonly PushedText[] } {
	return theWords('reason', words);
}
