import type { Stage3DateCorrected, Stage3Event } from '#lib/domain/complaint/stage3Events.ts';
import { isLateUndecided, type Stage3 } from '#lib/domain/complaint/stage3State.ts';
import type { Recommendation } from '#lib/domain/complaint/stage2State.ts';
import { panelOf } from '#lib/domain/complaint/panelPeople.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

/** The strand after an event of stage 3. */
export function evolveStage3(strand: Strand, event: Stage3Event): Strand {
	switch (event.type) {
		case 'stage3Requested':
			return settle({
				...strand,
				stage: 'stage3Requested',
				closed: null,
				stageBefore: null,
				stage3: begin(event)
			});
		case 'referredEarly':
			return {
				...strand,
				stage: 'referredEarly',
				earlyReferral: { referredOn: event.referredOn, agreedOn: event.agreedOn }
			};
		case 'lateStage3Decided':
			return applyLateDecision(strand, event);
		case 'stage3Acknowledged':
			return settle(change(strand, { acknowledgedOn: event.acknowledgedOn }));
		case 'panelDateFixed': {
			const { panelOn, atComplainantsWish } = event;
			return settle(change(strand, { panelOn, atComplainantsWish }));
		}
		case 'panelAdjourned':
			return settle(
				change(strand, {
					panelOn: null,
					atComplainantsWish: false,
					adjournedOn: [...(strand.stage3?.adjournedOn ?? []), event.adjournedOn]
				})
			);
		case 'panelPapersSent': {
			const { sentOn, isLate, tooLateReasonTextId } = event;
			return change(strand, { papers: { sentOn, isLate, tooLateReasonTextId } });
		}
		case 'panelHeld': {
			const { heldOn, attended, panelPersonIds } = event;
			const held = { heldOn, panelOn: heldOn, attended, panelPersonIds };
			return { ...change(strand, held), stage: 'stage3PanelHeld' };
		}
		case 'panelReportReceived': {
			const { receivedOn, recommendations, delayReason } = event;
			const report = { reportReceivedOn: receivedOn, recommendations };
			return {
				...change(strand, { ...report, reportDelayReason: delayReason }),
				stage: 'stage3Reported'
			};
		}
		case 'panelReportSent': {
			const { sentOn, sentTo, delayReason } = event;
			return change(strand, { reportSent: { on: sentOn, to: sentTo, delayReason } });
		}
		case 'stage3Responded':
			return {
				...change(strand, {
					respondedOn: event.sentOn,
					decisions: event.decisions,
					responseDelayReason: event.delayReason,
					independentPersonTookPartOn: event.independentPersonTookPartOn,
					ombudsmanToldOn: event.ombudsmanToldOn,
					answeredOnPaper: event.sentOnPaper ?? false
				}),
				recommendations: [...strand.recommendations, ...decidedOf(strand, event)],
				stage: 'stage3Responded'
			};
		case 'stage3DateCorrected':
			return settle(change(strand, corrected(strand.stage3, event)));
	}
}

/**
 * Before the panel has met, where the strand stands follows from what was done: it convenes once
 * the request was acknowledged, a chair appointed or a date fixed. A late request waits first.
 */
export function settle(strand: Strand): Strand {
	const { stage3, stage } = strand;
	const isBeforePanel = stage3?.heldOn === null;
	if (!stage3 || !isBeforePanel || stage === 'withdrawn' || stage === 'closed') return strand;
	const isBegun =
		stage3.acknowledgedOn !== null || stage3.panelOn !== null || panelOf(strand).chair !== null;
	const isConvening = isBegun && !isLateUndecided(stage3);
	return { ...strand, stage: isConvening ? 'stage3Convening' : 'stage3Requested' };
}

function begin({
	requestedOn,
	channel,
	pointsTextId,
	isLate
}: Extract<Stage3Event, { type: 'stage3Requested' }>): Stage3 {
	return {
		requestedOn,
		channel,
		pointsTextId,
		isLate,
		lateDecision: null,
		acknowledgedOn: null,
		panelOn: null,
		atComplainantsWish: false,
		adjournedOn: [],
		papers: null,
		heldOn: null,
		attended: [],
		panelPersonIds: [],
		reportReceivedOn: null,
		reportDelayReason: null,
		reportSent: null,
		recommendations: [],
		respondedOn: null,
		decisions: [],
		responseDelayReason: null,
		independentPersonTookPartOn: null,
		ombudsmanToldOn: null,
		answeredOnPaper: false
	};
}

/** What was decided lives on beside the recommendations of stage 2 until it is done. */
function decidedOf(
	{ stage3 }: Strand,
	{ decisions, sentOn }: Extract<Stage3Event, { type: 'stage3Responded' }>
): Recommendation[] {
	return decisions.map((decision) => ({
		...decision,
		madeAt: 'stage3',
		decidedOn: sentOn,
		textId: textOf(stage3, decision.recommendationId),
		doneOn: null,
		evidenceTextId: null
	}));
}

function textOf(stage3: Stage3 | null, recommendationId: string): string {
	const found = stage3?.recommendations.find((one) => one.recommendationId === recommendationId);
	return found?.textId ?? recommendationId;
}

function applyLateDecision(
	strand: Strand,
	event: Extract<Stage3Event, { type: 'lateStage3Decided' }>
): Strand {
	const { accepted, decidedOn, reasonTextId, ombudsmanToldOn } = event;
	const decided = change(strand, {
		lateDecision: { accepted, decidedOn, reasonTextId, ombudsmanToldOn }
	});
	if (accepted) return settle(decided);
	return {
		...decided,
		stage: 'closed',
		closed: { on: decidedOn, reason: 'stage3RefusedLate' },
		stageBefore: strand.stage
	};
}

function corrected(stage3: Stage3 | null, event: Stage3DateCorrected): Partial<Stage3> {
	const { which, happenedOn, isLate, delayReason } = event;
	switch (which) {
		case 'requested':
			return { requestedOn: happenedOn, isLate: isLate ?? stage3?.isLate ?? false };
		case 'acknowledged':
			return { acknowledgedOn: happenedOn };
		case 'papersSent':
			return stage3?.papers
				? {
						papers: { ...stage3.papers, sentOn: happenedOn, isLate: isLate ?? stage3.papers.isLate }
					}
				: {};
		case 'held':
			return { heldOn: happenedOn, panelOn: happenedOn };
		case 'reportReceived':
			return {
				reportReceivedOn: happenedOn,
				...(delayReason === undefined ? {} : { reportDelayReason: delayReason })
			};
		case 'reportSent':
			return stage3?.reportSent
				? {
						reportSent: {
							...stage3.reportSent,
							on: happenedOn,
							...(delayReason === undefined ? {} : { delayReason })
						}
					}
				: {};
		case 'responded':
			return {
				respondedOn: happenedOn,
				...(delayReason === undefined ? {} : { responseDelayReason: delayReason })
			};
	}
}

function change(strand: Strand, changes: Partial<Stage3>): Strand {
	return strand.stage3 ? { ...strand, stage3: { ...strand.stage3, ...changes } } : strand;
}
