import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { STANDARD_CATEGORIES, isStandardCategory } from '#lib/domain/triage/categories.ts';
import { SUBJECTS_OF_PICK, subjectsOfPicks } from '#lib/domain/triage/childsPicks.ts';
import {
	CONCURRENCY_CODES,
	CONTACT_KINDS,
	PERSON_CODES,
	REASON_CODES,
	SUBJECT_CODES,
	TIMING_CODES,
	type PersonCode,
	type ReasonCode,
	type SubjectCode
} from '#lib/domain/triage/codes.ts';
import { personOf } from '#lib/domain/triage/persons.ts';
import { QUESTIONS, type Answer, type QuestionName } from '#lib/domain/triage/questions.ts';
import { opensIn, reasonFor } from '#lib/domain/triage/reasons.ts';
import { codesOf, subjectOf } from '#lib/domain/triage/subjects.ts';
import { suggestRoute } from '#lib/domain/triage/suggestRoute.ts';
import { prefersOneInvestigation, suggestStrands } from '#lib/domain/triage/suggestStrands.ts';
import {
	CONCURRENCY,
	TIMING,
	isResubmittedInTime,
	oneYearTest
} from '#lib/domain/triage/timing.ts';
import { PICKED_SUBJECTS } from '#lib/intake/codes.ts';

describe('who may complain, written out again (Children Act 1989 ss.24D, 26)', () => {
	test.each<[PersonCode, string, boolean]>([
		['P1', 'yes', true],
		['P2', 'yes', true],
		['P3', 'yes', true],
		['P4', 'yes', false],
		['P5', 'yes', false],
		['P6', 'yes', false],
		['P7', 'withInterest', false],
		['P8', 'yes', false],
		['P9', 'yes', false],
		['P10', 'withAuthority', false],
		['P11', 'withConsent', false],
		['P12', 'withInterest', false],
		['P13', 'no', false],
		['P14', 'enquiry', false],
		['P15', 'staff', false],
		['P16', 'anonymous', false],
		['P17', 'withInterest', false],
		['P18', 'ifInNeed', true]
	])('%s: standing %s, an advocate offered %s', (person, standing, offerAdvocate) => {
		expect(personOf(person)).toMatchObject({ standing, offerAdvocate });
		expect(personOf(person).source).not.toBe('');
	});

	it('adopters and special guardians have it for their own subject, and what arises anywhere', () => {
		expect(personOf('P8').onlyFor).toContain('S5');
		expect(personOf('P8').onlyFor).not.toContain('S2');
		expect(personOf('P9').onlyFor).toContain('S6');
		expect(personOf('P9').onlyFor).not.toContain('S5');
	});
});

describe('what it may be about, written out again', () => {
	test.each<[SubjectCode, string, ReasonCode[]]>([
		['S1', 'statutory', ['STAT_S1']],
		['S2', 'statutory', ['STAT_S1']],
		['S3', 'statutory', ['STAT_S1']],
		['S4', 'depends', ['COURT_DECIDED', 'STAT_S1']],
		['S5', 'statutory', ['STAT_S1']],
		['S6', 'statutory', ['STAT_S1']],
		['S7', 'statutory', ['STAT_S1']],
		['S8', 'statutory', ['STAT_S1']],
		['S9', 'depends', ['STAT_S1', 'CORPORATE', 'APPEAL']],
		['S10', 'outside', ['COURT_DECIDED']],
		['S11', 'depends', ['STAT_S1', 'CORPORATE']],
		['S12', 'depends', ['IRM', 'STAT_S1', 'CORPORATE']],
		['S13', 'statutory', ['STAT_S1', 'LADO']],
		['S14', 'depends', ['TRIBUNAL', 'CORPORATE']],
		['S15', 'depends', ['APPEAL', 'CORPORATE']],
		['S16', 'outside', ['SCHOOL']],
		['S17', 'corporate', ['CORPORATE']],
		['S18', 'statutory', ['STAT_S1', 'PROVIDER']],
		['S19', 'statutory', ['STAT_S1', 'INSURANCE']],
		['S20', 'depends', ['STAT_S1', 'DATA', 'DATA']],
		['S21', 'corporate', ['CORPORATE']],
		['S22', 'outside', ['COURT_DECIDED']],
		['S23', 'depends', ['STAT_S1', 'REPRESENTATION']],
		['S24', 'depends', ['JOINT', 'OTHER_BODY']],
		['S25', 'outside', ['ADULT']],
		['S26', 'statutory', ['STAT_S1']]
	])('%s is %s: %j', (subject, to, codes) => {
		expect(subjectOf(subject).route.to).toBe(to);
		expect(codesOf(subjectOf(subject).route)).toEqual(codes);
		expect(subjectOf(subject).source).not.toBe('');
	});
});

describe('the routes, written out again', () => {
	const OPENS: Partial<Record<ReasonCode, string>> = {
		STAT_S1: 'statutory at stage1',
		STAT_S2_DIRECT: 'statutory at stage2',
		QUICK_RESOLVED: 'statutory or corporate at stage1',
		CORPORATE: 'corporate at stage1',
		SUSPEND_COURT: 'statutory or corporate at suspended',
		SUSPEND_POLICE: 'statutory or corporate at suspended',
		SUSPEND_DISC: 'statutory or corporate at suspended'
	};
	const ONLY_BESIDE = ['SAFEGUARD', 'LADO', 'LATE_ACCEPT', 'PERSISTENT'];
	const NEED_A_REASON = [
		'COURT_DECIDED',
		'SUSPEND_COURT',
		'SUSPEND_POLICE',
		'SUSPEND_DISC',
		'NO_STANDING',
		'NO_CONSENT',
		'LATE_REFUSE',
		'LATE_ACCEPT',
		'EXHAUSTED',
		'PERSISTENT',
		'NOT_PURSUED'
	];

	test.each(REASON_CODES)('%s opens what it should, and ends what it should', (code) => {
		const { opens, opensAt, endsElement, onlyBeside, needsReason } = reasonFor(code);
		expect(opens.length === 0 ? undefined : `${opens.join(' or ')} at ${opensAt}`).toBe(
			OPENS[code]
		);
		expect(onlyBeside).toBe(ONLY_BESIDE.includes(code));
		expect(endsElement).toBe(OPENS[code] === undefined && !ONLY_BESIDE.includes(code));
		expect(needsReason).toBe(NEED_A_REASON.includes(code));
	});

	it('tell the complainant something, unless nobody can be told', () => {
		expect(REASON_CODES.filter((code) => reasonFor(code).tell.length === 0)).toEqual(['ANON']);
	});

	it('tell of the Ombudsman with every refusal that the law or guidance makes final', () => {
		for (const code of ['NO_STANDING', 'LATE_REFUSE', 'SUSPEND_COURT'] as const) {
			expect(reasonFor(code).tell).toContain('ombudsman');
		}
		expect(reasonFor('EXHAUSTED').tell).toContain('ombudsmanTwelveMonths');
	});

	it('a statutory route never fits a corporate strand', () => {
		expect(opensIn('STAT_S1', 'corporate')).toBe(false);
		expect(opensIn('CORPORATE', 'statutory')).toBe(false);
		expect(opensIn('SUSPEND_COURT', 'statutory')).toBe(true);
	});
});

describe('timing and what else goes on, written out again', () => {
	it('is accepted, refused, split or goes on', () => {
		expect(Object.entries(TIMING).map(([code, { effect }]) => [code, effect])).toEqual([
			['T1', 'goesOn'],
			['T2', 'accept'],
			['T3', 'refuse'],
			['T4', 'split'],
			['T5', 'accept']
		]);
		expect(
			Object.entries(CONCURRENCY).map(([code, { effect, suspends }]) => [code, effect, suspends])
		).toEqual([
			['T6', 'prejudice', 'SUSPEND_COURT'],
			['T7', 'goesOn', null],
			['T8', 'goesOn', null],
			['T9', 'prejudice', 'SUSPEND_COURT'],
			['T10', 'prejudice', 'SUSPEND_POLICE'],
			['T11', 'prejudice', 'SUSPEND_DISC'],
			['T12', 'resubmitted', null],
			['T13', 'otherProcess', null]
		]);
	});
});

describe('the one year of SI 2006/1738 reg 9', () => {
	test.each<[PlainDate, PlainDate, Answer, Answer, string]>([
		['2022-03-10', '2023-03-10', 'unknown', 'unknown', 'T1'],
		['2022-03-10', '2023-03-11', 'yes', 'yes', 'T2'],
		['2022-03-10', '2023-03-11', 'yes', 'no', 'T3'],
		['2022-03-10', '2023-03-11', 'no', 'yes', 'T3'],
		['2022-03-10', '2023-03-11', 'no', 'unknown', 'T3'],
		['2022-03-10', '2023-03-11', 'yes', 'unknown', 'undecided'],
		['2022-03-10', '2023-03-11', 'unknown', 'unknown', 'undecided'],
		['2020-02-29', '2021-03-01', 'unknown', 'yes', 'undecided'],
		['2020-02-29', '2021-02-28', 'unknown', 'yes', 'T1']
	])(
		'%s told on %s, earlier not reasonable %s, still fair %s: %s',
		(aroseOn, receivedOn, a, b, is) => {
			const facts = { aroseOn, receivedOn, notReasonableEarlier: a, stillEffectiveAndFair: b };
			expect(oneYearTest(facts)).toBe(is);
		}
	);

	it('is a year for bringing back what was suspended, the last day included', () => {
		expect(isResubmittedInTime('2022-09-23', '2023-09-23')).toBe(true);
		expect(isResubmittedInTime('2022-09-23', '2023-09-24')).toBe(false);
	});
});

describe('a complaint of several elements', () => {
	const stage1 = { procedure: 'statutory', opensAt: 'stage1' } as const;
	const corporate = { procedure: 'corporate', opensAt: 'stage1' } as const;
	const suspended = { procedure: 'statutory', opensAt: 'suspended' } as const;
	const toSchool = { procedure: null, opensAt: null } as const;

	it('opens one strand for each procedure and place to start', () => {
		expect(suggestStrands([stage1, toSchool, corporate, stage1, suspended])).toEqual([
			{ ...stage1, elements: [0, 3] },
			{ ...corporate, elements: [2] },
			{ ...suspended, elements: [4] }
		]);
	});

	it('is better investigated once, where both procedures would take a part of it', () => {
		expect(prefersOneInvestigation([stage1, corporate])).toBe(true);
		expect(prefersOneInvestigation([stage1, toSchool])).toBe(false);
		expect(prefersOneInvestigation([corporate, suspended])).toBe(false);
		expect(prefersOneInvestigation([corporate, corporate])).toBe(false);
	});
});

describe('what the child picked', () => {
	it('suggests subjects for every pick of the form, and for no other', () => {
		expect(Object.keys(SUBJECTS_OF_PICK)).toEqual([...PICKED_SUBJECTS]);
	});

	it('puts the likeliest subject of each pick first, each once', () => {
		expect(subjectsOfPicks(['worker', 'family'])).toEqual(['S7', 'S2', 'S5', 'S3']);
		expect(subjectsOfPicks(['moving'])[0]).toBe('S26');
		expect(subjectsOfPicks(['notSure', 'other'])).toEqual([]);
		expect(subjectsOfPicks(['toString'])).toEqual([]);
		expect(subjectsOfPicks([])).toEqual([]);
	});
});

describe('the standard categories (Getting the Best from Complaints 2.2)', () => {
	it('are nine', () => {
		expect(STANDARD_CATEGORIES).toHaveLength(9);
		expect(isStandardCategory('delay')).toBe(true);
		expect(isStandardCategory('the weather')).toBe(false);
	});
});

describe('whatever is known', () => {
	const questions = Object.keys(QUESTIONS) as QuestionName[];
	const anyAnswer = fc.constantFrom<Answer>('yes', 'no', 'unknown');
	const anyFacts = fc.record({
		person: fc.option(fc.constantFrom(...PERSON_CODES)),
		subject: fc.option(fc.constantFrom(...SUBJECT_CODES)),
		kind: fc.oneof(
			{ weight: 4, arbitrary: fc.constant('complaint' as const) },
			fc.constantFrom(...CONTACT_KINDS)
		),
		timing: fc.option(fc.constantFrom(...TIMING_CODES, 'undecided' as const)),
		concurrency: fc.option(fc.subarray([...CONCURRENCY_CODES])),
		answers: fc.record(
			Object.fromEntries(questions.map((question) => [question, anyAnswer])) as Record<
				QuestionName,
				typeof anyAnswer
			>
		)
	});

	it('a route is suggested or a question stands open, and never two procedures at once', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const suggestion = suggestRoute(facts);
				const { codes, possible, procedure, opensAt, toAsk, mustDecide, row } = suggestion;
				expect(new Set(codes).size).toBe(codes.length);

				const main = codes.filter((code) => !reasonFor(code).onlyBeside && code !== 'DP_COMPLAINT');
				if (row !== 'D30') expect(main.length > 0).toBe(possible.length === 0);
				if (possible.length > 0) expect(toAsk.length + mustDecide.length).toBeGreaterThan(0);

				const opening = codes.filter((code) => reasonFor(code).opens.length > 0);
				expect(procedure === null).toBe(opening.length === 0);
				for (const code of opening) {
					expect(opensIn(code, procedure!)).toBe(true);
					expect(reasonFor(code).opensAt).toBe(opensAt);
				}

				if (facts.answers.currentHarm === 'yes') expect(codes).toContain('SAFEGUARD');
				if (facts.answers.currentHarm !== 'yes') expect(codes).not.toContain('SAFEGUARD');
				if (facts.subject === 'S13' || facts.answers.allegation === 'yes') {
					expect(codes).toContain('LADO');
				}
				// A decided route rests on no question that could have refused it unasked.
				if (codes.includes('LATE_REFUSE')) expect(facts.timing).toBe('T3');
				if (codes.includes('NO_STANDING')) expect(facts.answers.sufficientInterest).toBe('no');
				if (codes.includes('EXHAUSTED')) expect(facts.answers.allStagesDone).toBe('yes');
				if (codes.some((code) => code.startsWith('SUSPEND'))) {
					expect(facts.answers.mightPrejudice).toBe('yes');
				}
				expect(codes).not.toContain('PERSISTENT');
			}),
			{ numRuns: 5000 }
		);
	});

	it('a child in care, or a care leaver, is never refused for who they are', () => {
		fc.assert(
			fc.property(
				anyFacts,
				fc.constantFrom('P1' as const, 'P2' as const, 'P3' as const),
				(facts, person) => {
					const { codes, possible, advice } = suggestRoute({ ...facts, person });
					for (const code of ['NO_STANDING', 'NO_CONSENT', 'ANON'] as const) {
						expect([...codes, ...possible]).not.toContain(code);
					}
					const isOurs = facts.kind === 'complaint' && !codes.includes('OTHER_BODY');
					if (isOurs) expect(advice).toContain('offerAdvocate');
				}
			),
			{ numRuns: 2000 }
		);
	});
});
