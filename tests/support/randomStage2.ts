import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import {
	DELAY_REASONS,
	OUTCOMES,
	STAGE2_DOCUMENTS,
	STAGE2_EXTENSION_REASONS
} from '#lib/domain/complaint/codes.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { Stage2Command } from '#lib/domain/complaint/stage2Commands.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

const TEXT = '0190f5e2-0000-7000-8000-000000000021';
const STAFF = '0190f5e2-0000-7000-8000-000000000031';
/** People of `PEOPLE` in givenWhenThen, by ids that the log can hold. */
const IRIS = '0190f5e2-0000-7000-8000-000000000041';
const NOOR = '0190f5e2-0000-7000-8000-000000000042';
const ASH = '0190f5e2-0000-7000-8000-000000000043';
const KIT = '0190f5e2-0000-7000-8000-000000000044';

/** What chance gives an order about stage 2. `turn` makes ids that no other order has. */
interface Chance {
	pick: number;
	strandId: string;
	strand: Strand | undefined;
	turn: number;
}

type Makers = { [Type in Stage2Command['type']]: () => CommandOf<Type> };

/** Orders about stage 2, most of them right; the rules decide. */
export function stage2Makers(on: PlainDate, { pick, strandId, strand, turn }: Chance): Makers {
	const parts = ['investigatingOfficer', 'independentPerson', 'adjudicatingOfficer'] as const;
	const free = parts.find(
		(part) => !strand?.appointments.some((one) => one.role === part && one.endedOn === null)
	);
	const role = pick === 9 ? 'panelMember' : (free ?? 'independentPerson');
	const people = { investigatingOfficer: IRIS, independentPerson: NOOR, adjudicatingOfficer: ASH };
	const version = strand?.stage2.statements.at(-1)?.version ?? 0;
	const elementId = strand?.elementIds[0] ?? TEXT;
	const outcome = OUTCOMES[pick % OUTCOMES.length] ?? 'upheld';
	const delayReason = pick < 2 ? null : (DELAY_REASONS[pick % DELAY_REASONS.length] ?? null);
	const isMissing = (report: 'investigation' | 'independentPerson') =>
		strand?.stage2.reportsReceivedOn[report] == null;
	return {
		appointPerson: () => ({
			type: 'appointPerson',
			strandId,
			appointmentId: idOf(turn, 1),
			role,
			personId: pick === 8 || role === 'panelMember' ? KIT : people[role],
			appointedOn: on,
			declarationSignedOn: pick === 7 ? null : on,
			acceptedWarnings: [],
			reasonTextId: null
		}),
		endAppointment: () => ({
			type: 'endAppointment',
			strandId,
			appointmentId: strand?.appointments[pick % 4]?.appointmentId ?? idOf(turn, 1),
			endedOn: on,
			reasonTextId: TEXT
		}),
		draftStatement: () => ({
			type: 'draftStatement',
			strandId,
			version: version + (pick === 9 ? 2 : 1),
			textId: TEXT,
			sentOn: on
		}),
		agreeStatement: () => ({
			type: 'agreeStatement',
			strandId,
			version: Math.max(1, version),
			agreedOn: on
		}),
		recordStatementNotAgreed: () => ({
			type: 'recordStatementNotAgreed',
			strandId,
			notedOn: on,
			reasonTextId: TEXT
		}),
		recordStatementNotNeeded: () => ({
			type: 'recordStatementNotNeeded',
			strandId,
			decidedOn: on,
			reasonTextId: TEXT
		}),
		limitScope: () => ({
			type: 'limitScope',
			strandId,
			elementId,
			reasonTextId: TEXT,
			toldOn: on,
			ombudsmanToldOn: on
		}),
		extendStage2: () => ({
			type: 'extendStage2',
			strandId,
			reason: STAGE2_EXTENSION_REASONS[pick % STAGE2_EXTENSION_REASONS.length] ?? 'complex',
			toldOn: on,
			newDueOn: addDays(on, 10 + pick * 7),
			complainantsView: 'notReached'
		}),
		receiveReport: () => ({
			type: 'receiveReport',
			strandId,
			report: isMissing('investigation') ? 'investigation' : 'independentPerson',
			receivedOn: on,
			documentId: null,
			textId: pick === 9 ? null : TEXT
		}),
		adjudicate: () => ({
			type: 'adjudicate',
			strandId,
			decidedOn: on,
			points: (strand?.elementIds ?? []).map((id) => ({
				elementId: id,
				outcome,
				reasonTextId: TEXT
			})),
			recommendations: [
				{
					recommendationId: idOf(turn, 2),
					textId: TEXT,
					accepted: pick > 2,
					reasonTextId: pick > 1 ? TEXT : null,
					dueOn: pick > 3 ? addDays(on, pick * 5) : null
				}
			]
		}),
		sendStage2Response: () => ({
			type: 'sendStage2Response',
			strandId,
			sentOn: on,
			documents: pick === 9 ? ['adjudication'] : STAGE2_DOCUMENTS,
			delayReason,
			releasedByStaffId: pick % 2 === 0 ? null : STAFF,
			...(pick % 2 === 0 ? { sentOnPaper: true } : {})
		}),
		acknowledgeCorporateStage2: () => ({
			type: 'acknowledgeCorporateStage2',
			strandId,
			acknowledgedOn: on
		}),
		respondCorporateStage2: () => ({
			type: 'respondCorporateStage2',
			strandId,
			sentOn: on,
			outcomes: (strand?.elementIds ?? []).map((id) => ({ elementId: id, outcome })),
			ombudsmanToldOn: on,
			delayReason,
			releasedByStaffId: pick % 2 === 0 ? null : STAFF,
			...(pick % 2 === 0 ? { sentOnPaper: true } : {})
		}),
		tellStage2Delay: () => ({
			type: 'tellStage2Delay',
			strandId,
			toldOn: on,
			expectedOn: pick % 2 === 0 ? null : addDays(on, pick)
		}),
		discontinueStage2: () => ({
			type: 'discontinueStage2',
			strandId,
			discontinuedOn: on,
			attempts: [
				{ triedOn: on, channel: 'telephone' },
				{ triedOn: addDays(on, -(pick % 3)), channel: 'letter' }
			],
			reasonTextId: TEXT,
			ombudsmanToldOn: on
		}),
		completeRecommendation: () => ({
			type: 'completeRecommendation',
			strandId,
			recommendationId: strand?.recommendations[0]?.recommendationId ?? idOf(turn, 2),
			doneOn: on,
			evidenceTextId: TEXT
		}),
		correctStatementDate: () => ({
			type: 'correctStatementDate',
			strandId,
			agreedOn: addDays(on, -pick),
			reasonTextId: TEXT
		}),
		correctReportDate: () => ({
			type: 'correctReportDate',
			strandId,
			report: 'investigation',
			receivedOn: addDays(on, -pick),
			reasonTextId: TEXT
		}),
		correctStage2Extension: () => ({
			type: 'correctStage2Extension',
			strandId,
			reason: 'complex',
			toldOn: on,
			newDueOn: addDays(on, 10 + pick * 7),
			reasonTextId: TEXT
		}),
		correctStage2ResponseDate: () => ({
			type: 'correctStage2ResponseDate',
			strandId,
			sentOn: addDays(on, -pick),
			reasonTextId: TEXT,
			delayReason
		}),
		correctStage2Outcome: () => ({
			type: 'correctStage2Outcome',
			strandId,
			elementId,
			outcome,
			reasonTextId: TEXT
		})
	};
}

/** What stage 2 goes on with, from the first appointment to what was recommended. */
export function nextInStage2({
	procedure,
	stage,
	stage2,
	appointments,
	recommendations
}: Strand): Stage2Command['type'] | null {
	const hasAdjudicator = appointments.some(
		({ role, endedOn }) => role === 'adjudicatingOfficer' && endedOn === null
	);
	switch (stage) {
		case 'stage2Requested':
			return procedure === 'corporate' ? 'respondCorporateStage2' : 'appointPerson';
		case 'stage2Scoping':
			return stage2.statements.length === 0 ? 'draftStatement' : 'agreeStatement';
		case 'stage2Investigating':
			return 'receiveReport';
		case 'stage2Reported':
			if (!hasAdjudicator) return 'appointPerson';
			return stage2.adjudication === null ? 'adjudicate' : 'sendStage2Response';
		case 'stage2Adjudicated':
			return recommendations.length > 0 ? 'completeRecommendation' : null;
		default:
			return null;
	}
}

function idOf(turn: number, kind: number): string {
	return `0190f5e2-${String(kind).padStart(4, '0')}-7000-8000-${String(turn).padStart(12, '0')}`;
}
