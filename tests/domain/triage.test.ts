import { describe, expect, it, test } from 'vitest';
import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import { suggestRoute } from '#lib/domain/triage/suggestRoute.ts';
import type { Ask, DecisionRow, Judgement, TriageFacts } from '#lib/domain/triage/triageFacts.ts';

/** An ordinary complaint of which all is known: about us, nobody at risk, nothing else going on. */
const ORDINARY = {
	currentHarm: 'no',
	allegation: 'no',
	aboutUs: 'yes',
	allStagesDone: 'no'
} as const;

function suggested(facts: Partial<TriageFacts>) {
	return suggestRoute({
		person: 'P1',
		subject: 'S2',
		timing: 'T1',
		concurrency: [],
		...facts,
		answers: { ...ORDINARY, ...facts.answers }
	});
}

describe('the decision table, row by row', () => {
	test.each<[DecisionRow, string, Partial<TriageFacts>, ReasonCode[]]>([
		['D1', 'a looked after child about where they live', {}, ['STAT_S1']],
		['D1', 'a child in need about a service', { person: 'P2', subject: 'S1' }, ['STAT_S1']],
		['D1', 'a care leaver about a pathway plan', { person: 'P3', subject: 'S3' }, ['STAT_S1']],
		['D1', 'a parent about a social worker', { person: 'P4', subject: 'S7' }, ['STAT_S1']],
		['D1', 'a step-parent with responsibility', { person: 'P5', subject: 'S2' }, ['STAT_S1']],
		['D1', 'a foster carer of ours about contact', { person: 'P6', subject: 'S2' }, ['STAT_S1']],
		[
			'D1',
			'an advocate with the child’s authority',
			{ person: 'P10', answers: { authority: 'yes' } },
			['STAT_S1']
		],
		[
			'D2',
			'a child about serious care, both agreeing to leave stage 1 out',
			{ answers: { seriousCare: 'yes', agreedStage2: 'yes' } },
			['STAT_S2_DIRECT']
		],
		['D3', 'an adopter about adoption support', { person: 'P8', subject: 'S5' }, ['STAT_S1']],
		['D4', 'a special guardian about support', { person: 'P9', subject: 'S6' }, ['STAT_S1']],
		[
			'D5',
			'an aunt for a child who consents',
			{ person: 'P11', answers: { consent: 'yes' } },
			['STAT_S1']
		],
		[
			'D5',
			'an aunt for a child who does not consent',
			{ person: 'P11', answers: { consent: 'no' } },
			['NO_CONSENT']
		],
		[
			'D6',
			'a grandmother with sufficient interest',
			{ person: 'P12', answers: { sufficientInterest: 'yes' } },
			['STAT_S1']
		],
		[
			'D6',
			'a neighbour without sufficient interest',
			{ person: 'P12', answers: { sufficientInterest: 'no', ownTreatment: 'no' } },
			['NO_STANDING']
		],
		[
			'D7',
			'a neighbour without it, about how they themselves were treated',
			{ person: 'P12', answers: { sufficientInterest: 'no', ownTreatment: 'yes' } },
			['CORPORATE']
		],
		['D8', 'an adult about their own treatment', { person: 'P13', subject: 'S7' }, ['CORPORATE']],
		[
			'D9',
			'a parent about a child protection conference',
			{ person: 'P4', subject: 'S9', answers: { linkedAssessment: 'no' } },
			['CORPORATE', 'APPEAL']
		],
		[
			'D10',
			'a parent about a conference and a linked assessment',
			{ person: 'P4', subject: 'S9', answers: { linkedAssessment: 'yes' } },
			['STAT_S1']
		],
		[
			'D11',
			'anyone about a report to a court',
			{ person: 'P4', subject: 'S10' },
			['COURT_DECIDED']
		],
		[
			'D11',
			'anyone about what a court decided',
			{ person: 'P4', subject: 'S22' },
			['COURT_DECIDED']
		],
		[
			'D12',
			'a parent about going to court, while the case is live and overlaps',
			{
				person: 'P4',
				subject: 'S4',
				concurrency: ['T6'],
				answers: { courtConduct: 'no', mightPrejudice: 'yes' }
			},
			['SUSPEND_COURT']
		],
		[
			'D13',
			'a parent about a rude worker, while a case is live that does not overlap',
			{ person: 'P4', subject: 'S7', concurrency: ['T7'] },
			['STAT_S1']
		],
		[
			'D14',
			'an allegation against a foster carer that the police look into',
			{ person: 'P4', subject: 'S13', concurrency: ['T10'], answers: { mightPrejudice: 'yes' } },
			['SUSPEND_POLICE', 'LADO']
		],
		[
			'D16',
			'a looked after child about a children’s home',
			{ subject: 'S18' },
			['STAT_S1', 'PROVIDER']
		],
		[
			'D17',
			'a parent about what is in an education plan',
			{ person: 'P4', subject: 'S14', answers: { planContent: 'yes' } },
			['TRIBUNAL']
		],
		[
			'D18',
			'a parent about the delay of an education plan',
			{ person: 'P4', subject: 'S14', answers: { planContent: 'no' } },
			['CORPORATE']
		],
		[
			'D19',
			'a foster carer of ours about their approval',
			{ person: 'P6', subject: 'S12', answers: { approvalDecision: 'yes' } },
			['IRM']
		],
		['D20', 'a parent about damage', { person: 'P4', subject: 'S19' }, ['STAT_S1', 'INSURANCE']],
		[
			'D21',
			'a care leaver whose records are wrong',
			{
				person: 'P3',
				subject: 'S20',
				answers: { effectOnServices: 'no', dataProtectionComplaint: 'no' }
			},
			['DATA']
		],
		[
			'D21',
			'a care leaver whose records are wrong, which changed what they got',
			{
				person: 'P3',
				subject: 'S20',
				answers: { effectOnServices: 'yes', dataProtectionComplaint: 'no' }
			},
			['STAT_S1', 'DATA']
		],
		['D22', 'an old matter, both limbs met', { timing: 'T2' }, ['STAT_S1', 'LATE_ACCEPT']],
		['D22', 'an old matter of one who was a child', { timing: 'T5' }, ['STAT_S1', 'LATE_ACCEPT']],
		['D23', 'an old matter, one limb not met', { timing: 'T3' }, ['LATE_REFUSE']],
		[
			'D24',
			'a complaint that has had all stages',
			{ answers: { allStagesDone: 'yes' } },
			['EXHAUSTED']
		],
		[
			'D25',
			'a worker about wrongdoing',
			{ person: 'P15', answers: { ownEmployment: 'no' } },
			['WHISTLE']
		],
		[
			'D25',
			'a worker about their own job',
			{ person: 'P15', answers: { ownEmployment: 'yes' } },
			['HR']
		],
		['D26', 'somebody without a name', { person: 'P16' }, ['ANON']],
		['D27', 'an idea', { kind: 'representation' }, ['REPRESENTATION']],
		['D27', 'a request for information', { kind: 'informationRequest' }, ['INFO_ONLY']],
		['D27', 'a thank-you', { kind: 'compliment' }, ['COMPLIMENT']],
		[
			'D28',
			'the police alone',
			{ subject: 'S24', answers: { sharedWithOtherBody: 'no' } },
			['OTHER_BODY']
		],
		[
			'D28',
			'the police and us',
			{ subject: 'S24', answers: { sharedWithOtherBody: 'yes' } },
			['JOINT']
		],
		['D28', 'another council', { answers: { aboutUs: 'no' } }, ['OTHER_BODY']],
		['D29', 'a child about a move that is planned', { subject: 'S26' }, ['STAT_S1']],
		['D30', 'a councillor', { person: 'P14' }, []]
	])('%s: %s', (row, _who, facts, codes) => {
		const suggestion = suggested(facts);
		expect(suggestion.codes).toEqual(codes);
		expect(suggestion.row).toBe(row);
		expect(suggestion.possible).toEqual([]);
		expect(suggestion.toAsk).toEqual([]);
	});

	it('D15: whoever it is and whatever it is about, present harm is passed on as well', () => {
		expect(suggested({ answers: { currentHarm: 'yes' } }).codes).toEqual(['STAT_S1', 'SAFEGUARD']);
		expect(suggested({ person: 'P16', answers: { currentHarm: 'yes' } }).codes).toEqual([
			'ANON',
			'SAFEGUARD'
		]);
		expect(suggested({ kind: 'compliment', answers: { currentHarm: 'yes' } }).codes).toEqual([
			'COMPLIMENT',
			'SAFEGUARD'
		]);
	});

	it('an allegation goes to the designated officer as well, and does not stop the complaint', () => {
		expect(suggested({ subject: 'S7', answers: { allegation: 'yes' } }).codes).toEqual([
			'STAT_S1',
			'LADO'
		]);
		expect(suggested({ subject: 'S13' }).codes).toEqual(['STAT_S1', 'LADO']);
	});
});

describe('the other subjects', () => {
	test.each<[string, Partial<TriageFacts>, ReasonCode[]]>([
		[
			'early help that is not a child in need service',
			{ subject: 'S11', answers: { section17InSubstance: 'no' } },
			['CORPORATE']
		],
		[
			'early help that is one in substance',
			{ subject: 'S11', answers: { section17InSubstance: 'yes' } },
			['STAT_S1']
		],
		[
			'an assessment of a connected person',
			{ person: 'P5', subject: 'S12', answers: { approvalDecision: 'no', refusedThisChild: 'no' } },
			['CORPORATE']
		],
		[
			'not placing this child with this person',
			{
				person: 'P5',
				subject: 'S12',
				answers: { approvalDecision: 'no', refusedThisChild: 'yes' }
			},
			['STAT_S1']
		],
		[
			'being refused as an adopter',
			{ person: 'P8', subject: 'S5', answers: { approvalDecision: 'yes' } },
			['IRM']
		],
		[
			'an exclusion with a right of appeal',
			{ person: 'P4', subject: 'S15', answers: { appealRight: 'yes' } },
			['APPEAL']
		],
		[
			'school transport without one',
			{ person: 'P4', subject: 'S15', answers: { appealRight: 'no' } },
			['CORPORATE']
		],
		['what a school did', { subject: 'S16' }, ['SCHOOL']],
		['youth justice', { subject: 'S17' }, ['CORPORATE']],
		['a contract', { person: 'P6', subject: 'S21' }, ['CORPORATE']],
		[
			'a policy in general',
			{ subject: 'S23', answers: { impactOnThisChild: 'no' } },
			['REPRESENTATION']
		],
		[
			'what a policy did to this child',
			{ subject: 'S23', answers: { impactOnThisChild: 'yes' } },
			['STAT_S1']
		],
		['services for adults', { subject: 'S25' }, ['ADULT']],
		[
			'how we behaved in court',
			{ person: 'P4', subject: 'S4', answers: { courtConduct: 'yes' } },
			['COURT_DECIDED']
		],
		[
			'a provider, by an adult about themselves',
			{ person: 'P13', subject: 'S18' },
			['CORPORATE', 'PROVIDER']
		],
		[
			'a data-protection complaint',
			{ subject: 'S20', answers: { effectOnServices: 'no', dataProtectionComplaint: 'yes' } },
			['DATA', 'DP_COMPLAINT']
		]
	])('%s', (_what, facts, codes) => {
		expect(suggested(facts).codes).toEqual(codes);
	});
});

describe('what is not known is asked, never guessed', () => {
	test.each<[string, Partial<TriageFacts>, ReasonCode[], Ask[], Judgement[]]>([
		['who it is', { person: null }, ['STAT_S1', 'CORPORATE'], ['whoComplains'], []],
		['what it is about', { subject: null }, ['STAT_S1', 'CORPORATE'], ['whatAbout'], []],
		[
			'whether a relative has sufficient interest',
			{ person: 'P12' },
			['STAT_S1', 'NO_STANDING', 'CORPORATE'],
			['sufficientInterest'],
			['sufficientInterest']
		],
		[
			'whether an agency’s carer has it',
			{ person: 'P7' },
			['STAT_S1', 'NO_STANDING', 'CORPORATE'],
			['sufficientInterest'],
			['sufficientInterest']
		],
		[
			'whether an adopter has it, outside adoption',
			{ person: 'P8', subject: 'S2' },
			['STAT_S1', 'NO_STANDING', 'CORPORATE'],
			['sufficientInterest'],
			['sufficientInterest']
		],
		[
			'whether the child agrees to a helper',
			{ person: 'P11' },
			['STAT_S1', 'NO_CONSENT'],
			['consent'],
			['consentOrSuitability']
		],
		[
			'whether a young person unknown to us is in need',
			{ person: 'P18' },
			['STAT_S1', 'CORPORATE'],
			['childInNeed'],
			['childInNeed']
		],
		[
			'whether it is about the plan or its delay',
			{ person: 'P4', subject: 'S14' },
			['TRIBUNAL', 'CORPORATE'],
			['planContent'],
			[]
		],
		[
			'whether an old matter meets both limbs',
			{ timing: 'undecided' },
			['STAT_S1', 'LATE_ACCEPT', 'LATE_REFUSE'],
			['bothLimbs'],
			['oneYearBothLimbs']
		],
		[
			'whether going on might prejudice a court',
			{ concurrency: ['T6'] },
			['SUSPEND_COURT', 'STAT_S1'],
			['mightPrejudice'],
			['prejudice']
		],
		[
			'whether it might prejudice a discipline',
			{ subject: 'S7', concurrency: ['T11'] },
			['SUSPEND_DISC', 'STAT_S1'],
			['mightPrejudice'],
			['prejudice']
		]
	])('%s', (_what, facts, possible, toAsk, mustDecide) => {
		const suggestion = suggested(facts);
		expect(suggestion.codes).toEqual([]);
		expect(suggestion.possible).toEqual(possible);
		expect(suggestion.toAsk).toEqual(toAsk);
		expect(suggestion.mustDecide).toEqual(mustDecide);
		expect(suggestion.procedure).toBeNull();
	});

	it('shows stage 1 with what could still turn it, where nothing stands in the way', () => {
		const suggestion = suggestRoute({ person: 'P1', subject: 'S2' });
		expect(suggestion.codes).toEqual(['STAT_S1']);
		expect(suggestion.toAsk).toEqual([
			'currentHarm',
			'allegation',
			'aboutUs',
			'allStagesDone',
			'whenItHappened',
			'anyProceedings'
		]);
	});

	it('is sure of what runs in addition even while the route is open', () => {
		expect(suggested({ subject: 'S13', concurrency: ['T10'] })).toMatchObject({
			codes: ['LADO'],
			possible: ['SUSPEND_POLICE', 'STAT_S1']
		});
	});

	it('does not take a solicitor’s authority as missing before anyone asked', () => {
		expect(suggested({ person: 'P10' })).toMatchObject({
			codes: ['STAT_S1'],
			toAsk: ['authority']
		});
		expect(suggested({ person: 'P10', answers: { authority: 'no' } }).codes).toEqual([
			'NO_CONSENT'
		]);
	});

	it('suggests stage 2 for a serious matter of a child, once both agree', () => {
		const offered = suggested({ answers: { seriousCare: 'yes' } });
		expect(offered).toMatchObject({
			codes: ['STAT_S2_DIRECT'],
			toAsk: ['agreedStage2'],
			mustDecide: ['stage2Direct'],
			opensAt: 'stage2'
		});
		expect(suggested({ answers: { seriousCare: 'yes', agreedStage2: 'no' } }).codes).toEqual([
			'STAT_S1'
		]);
	});
});

describe('the tests shown', () => {
	it('are each with an answer and a source, in the order of the rules', () => {
		const { tests } = suggested({ answers: { currentHarm: 'yes' } });
		expect(tests.map(({ test, answer, state }) => [test, answer, state])).toEqual([
			['safety', 'yes', 'passOn'],
			['allegation', 'no', 'met'],
			['kind', 'yes', 'met'],
			['aboutUs', 'yes', 'met'],
			['subject', 'yes', 'met'],
			['person', 'yes', 'met'],
			['allStages', 'no', 'met'],
			['oneYear', 'yes', 'met'],
			['proceedings', 'no', 'met']
		]);
		expect(tests.find(({ test }) => test === 'person')?.source).toBe(
			'Children Act 1989 s.26(3)(a)'
		);
	});

	it('name the one that failed when it is the corporate procedure', () => {
		const { tests } = suggested({ person: 'P13', subject: 'S7' });
		expect(tests.filter(({ state }) => state === 'failed').map(({ test }) => test)).toEqual([
			'person'
		]);
		const conference = suggested({
			person: 'P4',
			subject: 'S9',
			answers: { linkedAssessment: 'no' }
		});
		expect(conference.tests.filter(({ state }) => state === 'failed').at(-1)).toMatchObject({
			test: 'subject',
			source: 'SI 2006/1738 reg 3 leaves out s.47'
		});
	});
});

describe('what else to do', () => {
	it('is to offer an advocate to a child or care leaver, and not to an adult', () => {
		for (const person of ['P1', 'P2', 'P3'] as const) {
			expect(suggested({ person }).advice).toContain('offerAdvocate');
		}
		expect(suggested({ person: 'P18' }).advice).toContain('offerAdvocate');
		expect(suggested({ person: 'P4' }).advice).not.toContain('offerAdvocate');
	});

	it('is to put a planned change on hold', () => {
		expect(suggested({ subject: 'S26' }).advice).toContain('freezeDecision');
		expect(suggested({ answers: { changeAhead: 'yes' } }).advice).toContain('freezeDecision');
	});

	it('is to remember that the clock runs while consent or interest is being decided', () => {
		expect(suggested({ person: 'P11' }).advice).toContain('clockRunsFromReceipt');
		expect(suggested({ person: 'P12' }).advice).toContain('clockRunsFromReceipt');
	});

	it('is to write to a person whose interest was not sufficient', () => {
		expect(
			suggested({ person: 'P12', answers: { sufficientInterest: 'no', ownTreatment: 'no' } }).advice
		).toContain('writtenReg12Decision');
	});

	it('is to let the other elements go on when one is suspended', () => {
		expect(suggested({ concurrency: ['T6'], answers: { mightPrejudice: 'yes' } }).advice).toContain(
			'othersGoOn'
		);
	});

	it('is to look for the child’s services in an adult’s own complaint', () => {
		expect(suggested({ person: 'P13', subject: 'S7' }).advice).toContain('checkForChildsServices');
	});

	it('is for a person to decide on an older part, and on one investigation or two', () => {
		expect(suggested({ timing: 'T4' })).toMatchObject({
			codes: ['STAT_S1'],
			mustDecide: ['olderPart']
		});
		expect(
			suggested({ person: 'P4', subject: 'S9', answers: { linkedAssessment: 'yes' } }).mustDecide
		).toEqual(['oneInvestigationOrTwo']);
	});
});

describe('proceedings beside the complaint (SI 2006/1738 reg 8)', () => {
	it('a threat with nothing in writing stops nothing', () => {
		expect(suggested({ concurrency: ['T8'] }).codes).toEqual(['STAT_S1']);
	});

	it('a letter before claim stops nothing by itself', () => {
		expect(suggested({ concurrency: ['T9'] }).possible).toEqual(['SUSPEND_COURT', 'STAT_S1']);
		expect(suggested({ concurrency: ['T9'], answers: { mightPrejudice: 'no' } }).codes).toEqual([
			'STAT_S1'
		]);
	});

	it('a court and the police at once are both named', () => {
		expect(
			suggested({ concurrency: ['T6', 'T10'], answers: { mightPrejudice: 'yes' } }).codes
		).toEqual(['SUSPEND_COURT', 'SUSPEND_POLICE']);
	});

	it('an element brought back in time after proceedings is not met with the one year', () => {
		const back = { concurrency: ['T12'], timing: 'T3' } as const;
		expect(suggested({ ...back, answers: { resubmittedInTime: 'yes' } })).toMatchObject({
			codes: ['STAT_S1'],
			advice: expect.arrayContaining(['reopenSameReference'])
		});
		expect(suggested({ ...back, answers: { resubmittedInTime: 'no' } }).codes).toEqual([
			'LATE_REFUSE'
		]);
		expect(suggested(back).codes).toEqual([]);
	});

	it('the same complaint in another process has one lead, which a person decides', () => {
		expect(suggested({ concurrency: ['T13'] })).toMatchObject({
			codes: [],
			mustDecide: ['leadProcess']
		});
	});
});
