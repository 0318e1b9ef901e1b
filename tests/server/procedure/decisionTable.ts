import type { TriageFacts } from '#lib/domain/triage/triageFacts.ts';
import type { Standing, ToldUs } from '../../support/scriptedCase.ts';

/** 10 and 20 working days from 30 March, Easter skipped. */
export const STAGE_1 = {
	procedure: 'statutory',
	stage: 'stage1Open',
	due: { 'S1-10': '2026-04-15', 'S1-20': '2026-04-29' }
} as const;
/** 15 working days by the council's own setting. */
const CORPORATE = {
	procedure: 'corporate',
	stage: 'stage1Open',
	due: { 'CORP-15': '2026-04-22' }
} as const;
/** Straight to stage 2: 25 and 65 working days from the day both agreed, 1 April. */
const STAGE_2 = {
	procedure: 'statutory',
	stage: 'stage2Requested',
	due: {
		'S2-APPT-5': '2026-04-10',
		'S2-SOC-10': '2026-04-17',
		'S2-25': '2026-05-11',
		'S2-65': '2026-07-07'
	}
} as const;
const SUSPENDED = { procedure: 'statutory', stage: 'suspended', due: {} } as const;

/** One row: who tells what, the routes its points take, and what is owed from then on. */
export interface DecisionCase {
	row: string;
	who: string;
	told?: Partial<ToldUs>;
	points: readonly Partial<TriageFacts>[];
	routes: readonly string[];
	strands: Standing['strands'];
}

export const ADULT = { by: 'adult', name: 'Mina' } as const;

/** The decision table, one case a row, told on 30 March and decided on 1 April 2026 (rules 2.6). */
export const DECISION_CASES: readonly DecisionCase[] = [
	{
		row: 'D1',
		who: 'a looked after child about where they live',
		points: [{}],
		routes: ['STAT_S1'],
		strands: [STAGE_1]
	},
	{
		row: 'D2',
		who: 'a child about serious care, who agrees with us to leave stage 1 out',
		points: [{ answers: { seriousCare: 'yes', agreedStage2: 'yes' } }],
		routes: ['STAT_S2_DIRECT'],
		strands: [STAGE_2]
	},
	{
		row: 'D3',
		who: 'an adopter about adoption support',
		told: ADULT,
		points: [{ person: 'P8', subject: 'S5' }],
		routes: ['STAT_S1'],
		strands: [STAGE_1]
	},
	{
		row: 'D4',
		who: 'a special guardian about support',
		told: ADULT,
		points: [{ person: 'P9', subject: 'S6' }],
		routes: ['STAT_S1'],
		strands: [STAGE_1]
	},
	{
		row: 'D5',
		who: 'an aunt for a child who consents: the clock has run since she rang',
		told: { by: 'helper', name: 'Mina' },
		points: [{ person: 'P11', answers: { consent: 'yes' } }],
		routes: ['STAT_S1'],
		strands: [STAGE_1]
	},
	{
		row: 'D6',
		who: 'a grandmother with sufficient interest',
		told: ADULT,
		points: [{ person: 'P12', answers: { sufficientInterest: 'yes' } }],
		routes: ['STAT_S1'],
		strands: [STAGE_1]
	},
	{
		row: 'D7',
		who: 'a neighbour without it, about how they themselves were treated',
		told: ADULT,
		points: [{ person: 'P12', answers: { sufficientInterest: 'no', ownTreatment: 'yes' } }],
		routes: ['CORPORATE'],
		strands: [CORPORATE]
	},
	{
		row: 'D8',
		who: 'an adult about their own treatment',
		told: ADULT,
		points: [{ person: 'P13', subject: 'S7' }],
		routes: ['CORPORATE'],
		strands: [CORPORATE]
	},
	{
		row: 'D9',
		who: 'a parent about a child protection conference',
		told: ADULT,
		points: [{ person: 'P4', subject: 'S9', answers: { linkedAssessment: 'no' } }],
		routes: ['CORPORATE+APPEAL'],
		strands: [CORPORATE]
	},
	{
		row: 'D10',
		who: 'a parent about a conference and the assessment that led to it',
		told: ADULT,
		points: [{ person: 'P4', subject: 'S9', answers: { linkedAssessment: 'yes' } }],
		routes: ['STAT_S1'],
		strands: [STAGE_1]
	},
	{
		row: 'D11',
		who: 'a parent about what a court decided',
		told: ADULT,
		points: [{ person: 'P4', subject: 'S22' }],
		routes: ['COURT_DECIDED'],
		strands: []
	},
	{
		row: 'D12',
		who: 'a parent about going to court, live and overlapping, beside late visits that go on',
		told: ADULT,
		points: [
			{
				person: 'P4',
				subject: 'S4',
				concurrency: ['T6'],
				answers: { courtConduct: 'no', mightPrejudice: 'yes' }
			},
			{ person: 'P4', subject: 'S7', concurrency: ['T7'] }
		],
		routes: ['SUSPEND_COURT', 'STAT_S1'],
		strands: [SUSPENDED, STAGE_1]
	},
	{
		row: 'D13',
		who: 'a parent about a rude worker, while a case is live that does not overlap',
		told: ADULT,
		points: [{ person: 'P4', subject: 'S7', concurrency: ['T7'] }],
		routes: ['STAT_S1'],
		strands: [STAGE_1]
	},
	{
		row: 'D14',
		who: 'an allegation against a foster carer that the police look into',
		told: ADULT,
		points: [
			{ person: 'P4', subject: 'S13', concurrency: ['T10'], answers: { mightPrejudice: 'yes' } }
		],
		routes: ['SUSPEND_POLICE+LADO'],
		strands: [SUSPENDED]
	},
	{
		row: 'D15',
		who: 'a child who is not safe now: passed on at once, and the complaint stands',
		points: [{ answers: { currentHarm: 'yes' } }],
		routes: ['STAT_S1+SAFEGUARD'],
		strands: [STAGE_1]
	},
	{
		row: 'D16',
		who: 'a looked after child about a children’s home',
		points: [{ subject: 'S18' }],
		routes: ['STAT_S1+PROVIDER'],
		strands: [STAGE_1]
	},
	{
		row: 'D17',
		who: 'a parent about what is in an education plan',
		told: ADULT,
		points: [{ person: 'P4', subject: 'S14', answers: { planContent: 'yes' } }],
		routes: ['TRIBUNAL'],
		strands: []
	},
	{
		row: 'D18',
		who: 'a parent about the delay of an education plan',
		told: ADULT,
		points: [{ person: 'P4', subject: 'S14', answers: { planContent: 'no' } }],
		routes: ['CORPORATE'],
		strands: [CORPORATE]
	},
	{
		row: 'D19',
		who: 'a foster carer of ours about their approval',
		told: ADULT,
		points: [{ person: 'P6', subject: 'S12', answers: { approvalDecision: 'yes' } }],
		routes: ['IRM'],
		strands: []
	},
	{
		row: 'D20',
		who: 'a parent about damage: the money goes to insurance, the service is answered',
		told: ADULT,
		points: [{ person: 'P4', subject: 'S19' }],
		routes: ['STAT_S1+INSURANCE'],
		strands: [STAGE_1]
	},
	{
		row: 'D21',
		who: 'a care leaver whose wrong records changed what they got',
		points: [
			{
				person: 'P3',
				subject: 'S20',
				answers: { effectOnServices: 'yes', dataProtectionComplaint: 'no' }
			}
		],
		routes: ['STAT_S1+DATA'],
		strands: [STAGE_1]
	},
	{
		row: 'D22',
		who: 'an old matter of one who was a child then, both limbs met',
		points: [{ person: 'P3', subject: 'S3', timing: 'T5' }],
		routes: ['STAT_S1+LATE_ACCEPT'],
		strands: [STAGE_1]
	},
	{
		row: 'D23',
		who: 'an old matter, one limb not met',
		told: ADULT,
		points: [{ person: 'P4', subject: 'S2', timing: 'T3' }],
		routes: ['LATE_REFUSE'],
		strands: []
	},
	{
		row: 'D24',
		who: 'a complaint that has had all stages',
		told: ADULT,
		points: [{ person: 'P4', answers: { allStagesDone: 'yes' } }],
		routes: ['EXHAUSTED'],
		strands: []
	},
	{
		row: 'D25',
		who: 'a worker about wrongdoing',
		told: ADULT,
		points: [{ person: 'P15', answers: { ownEmployment: 'no' } }],
		routes: ['WHISTLE'],
		strands: []
	},
	{
		row: 'D26',
		who: 'somebody without a name',
		told: { by: 'adult', name: '' },
		points: [{ person: 'P16' }],
		routes: ['ANON'],
		strands: []
	},
	{
		row: 'D27',
		who: 'an idea, which is answered and can be made a complaint at any time',
		points: [{ kind: 'representation' }],
		routes: ['REPRESENTATION'],
		strands: []
	},
	{
		row: 'D28',
		who: 'the police and us together',
		told: ADULT,
		points: [{ person: 'P4', subject: 'S24', answers: { sharedWithOtherBody: 'yes' } }],
		routes: ['JOINT'],
		strands: []
	},
	{
		row: 'D29',
		who: 'a child about a move that is planned',
		points: [{ subject: 'S26' }],
		routes: ['STAT_S1'],
		strands: [STAGE_1]
	}
];
