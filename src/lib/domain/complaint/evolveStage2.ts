import type { Stage2Event, Adjudicated } from '#lib/domain/complaint/stage2Events.ts';
import { findHolder, type Recommendation, type Stage2 } from '#lib/domain/complaint/stage2State.ts';
import type { Strand, StrandStage } from '#lib/domain/complaint/state.ts';

/** The strand after an event of stage 2. Its stage only ever moves on. */
export function evolveStage2(strand: Strand, event: Stage2Event): Strand {
	const after = apply(strand, event);
	return { ...after, stage: furtherOf(after.stage, stageByFacts(after)) };
}

function apply(strand: Strand, event: Stage2Event): Strand {
	const { stage2 } = strand;
	const change = (changed: Partial<Stage2>): Strand => ({
		...strand,
		stage2: { ...stage2, ...changed }
	});
	switch (event.type) {
		case 'personAppointed': {
			const { appointmentId, role, personId, appointedOn, declarationSignedOn } = event;
			const { acceptedWarnings, reasonTextId } = event;
			const who = { appointmentId, role, personId, appointedOn, declarationSignedOn };
			const appointment = { ...who, acceptedWarnings, reasonTextId, endedOn: null };
			return { ...strand, appointments: [...strand.appointments, appointment] };
		}
		case 'appointmentEnded':
			return {
				...strand,
				appointments: strand.appointments.map((one) =>
					one.appointmentId === event.appointmentId ? { ...one, endedOn: event.endedOn } : one
				)
			};
		case 'statementDrafted': {
			const { version, textId, sentOn } = event;
			return change({ statements: [...stage2.statements, { version, textId, sentOn }] });
		}
		case 'statementAgreed':
			return change({
				statementSettled: { how: 'agreed', on: event.agreedOn },
				agreedVersion: event.version,
				statementAgreedOn: stage2.statementAgreedOn ?? event.agreedOn
			});
		case 'statementNotAgreed':
			return change({ statementSettled: { how: 'notAgreed', on: event.notedOn } });
		case 'statementNotNeeded':
			return change({ statementSettled: { how: 'notNeeded', on: event.decidedOn } });
		case 'statementDateCorrected':
			return change({
				statementSettled: { how: 'agreed', on: event.agreedOn },
				statementAgreedOn: event.agreedOn
			});
		case 'scopeLimited':
			return change({ limited: [...stage2.limited, event.elementId] });
		case 'stage2Extended': {
			const { reason, toldOn, newDueOn, toldLate } = event;
			return change({
				extensions: [...stage2.extensions, { reason, toldOn, newDueOn, toldLate }]
			});
		}
		case 'reportReceived':
		case 'reportDateCorrected':
			return change({
				reportsReceivedOn: { ...stage2.reportsReceivedOn, [event.report]: event.receivedOn }
			});
		case 'adjudicated': {
			const { decidedOn, points, recommendations } = event;
			return change({ adjudication: { decidedOn, points, recommendations } });
		}
		case 'stage2Responded':
			return answered(change, strand, event);
		case 'corporateStage2Acknowledged':
			return change({ acknowledgedOn: event.acknowledgedOn });
		case 'corporateStage2Responded':
			return {
				...change({
					respondedOn: event.sentOn,
					respondedOnPaper: event.sentOnPaper ?? false,
					delayReason: event.delayReason,
					outcomes: Object.fromEntries(
						event.outcomes.map(({ elementId, outcome }) => [elementId, outcome])
					)
				}),
				stage: 'corporateAnswered'
			};
		case 'stage2ExtensionCorrected': {
			const { reason, toldOn, newDueOn, toldLate, delayReason = stage2.delayReason } = event;
			const right = { reason, toldOn, newDueOn, toldLate };
			return change({ extensions: [...stage2.extensions.slice(0, -1), right], delayReason });
		}
		case 'stage2ResponseDateCorrected':
			return change({ respondedOn: event.sentOn, delayReason: event.delayReason });
		case 'stage2OutcomeCorrected':
			return change({ outcomes: { ...stage2.outcomes, [event.elementId]: event.outcome } });
		case 'stage2DelayTold': {
			const { toldOn, expectedOn } = event;
			return change({ delayTold: [...stage2.delayTold, { toldOn, expectedOn }] });
		}
		case 'stage2Discontinued':
			return {
				...change({ discontinuedOn: event.discontinuedOn }),
				stage: 'closed',
				closed: { on: event.discontinuedOn, reason: 'scopeNotAgreed' },
				stageBefore: strand.stage
			};
		case 'recommendationCompleted':
			return {
				...strand,
				recommendations: strand.recommendations.map((one) =>
					one.recommendationId === event.recommendationId
						? { ...one, doneOn: event.doneOn, evidenceTextId: event.evidenceTextId }
						: one
				)
			};
	}
}

/** What was decided counts from the day it was sent. */
function answered(
	change: (changed: Partial<Stage2>) => Strand,
	{ stage2, recommendations }: Strand,
	event: Extract<Stage2Event, { type: 'stage2Responded' }>
): Strand {
	const points = stage2.adjudication?.points ?? [];
	return {
		...change({
			respondedOn: event.sentOn,
			respondedOnPaper: event.sentOnPaper ?? false,
			delayReason: event.delayReason,
			outcomes: Object.fromEntries(points.map(({ elementId, outcome }) => [elementId, outcome]))
		}),
		recommendations: [...recommendations, ...decidedOf(stage2.adjudication)]
	};
}

function decidedOf(
	adjudication: Pick<Adjudicated, 'decidedOn' | 'recommendations'> | null
): Recommendation[] {
	if (adjudication === null) return [];
	return adjudication.recommendations.map((recommendation) => ({
		...recommendation,
		madeAt: 'stage2',
		decidedOn: adjudication.decidedOn,
		doneOn: null,
		evidenceTextId: null
	}));
}

/** The stages of stage 2, in the order in which a strand goes through them. */
const ORDER: readonly StrandStage[] = [
	'stage2Requested',
	'stage2Scoping',
	'stage2Investigating',
	'stage2Reported',
	'stage2Adjudicated'
];

/** Where the facts of stage 2 put the strand (rules 3.3). */
function stageByFacts({ appointments, stage2 }: Strand): StrandStage {
	const { investigation, independentPerson } = stage2.reportsReceivedOn;
	if (stage2.respondedOn !== null) return 'stage2Adjudicated';
	if (investigation !== null && independentPerson !== null) return 'stage2Reported';
	const areBothAppointed =
		findHolder(appointments, 'investigatingOfficer') !== null &&
		findHolder(appointments, 'independentPerson') !== null;
	if (!areBothAppointed) return 'stage2Requested';
	return stage2.statementSettled === null ? 'stage2Scoping' : 'stage2Investigating';
}

function furtherOf(stage: StrandStage, byFacts: StrandStage): StrandStage {
	const place = ORDER.indexOf(stage);
	return place === -1 || ORDER.indexOf(byFacts) <= place ? stage : byFacts;
}
