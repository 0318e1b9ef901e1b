import { describe, expect, it, test } from 'vitest';
import { REASON_CODES, type ReasonCode } from '#lib/domain/triage/codes.ts';
import { LETTER_IDS, letterOf, lettersForRoute, type LetterId } from '#lib/letters/catalogue.ts';
import { exampleFacts, findTemplateFaults, soundTemplate } from '#lib/letters/checkTemplate.ts';
import { plainWords } from '#lib/letters/document.ts';
import type { LetterFacts } from '#lib/letters/fields.ts';
import { fillIn } from '#lib/letters/template.ts';
import { checkWords } from '#lib/words/checks.ts';
import { readingGrade } from '#lib/words/readingGrade.ts';
import type { Audience } from '#lib/words/swapList.ts';

const AUDIENCES = ['adult', 'child'] as const;
const VERSIONS = LETTER_IDS.flatMap((id) =>
	AUDIENCES.filter((audience) => letterOf(id)[audience] !== null).map(
		(audience) => [id, audience] as const
	)
);

/** The letter as an invented case has it, in plain words with single spaces. */
function written(id: LetterId, audience: Audience, more: LetterFacts = {}): string {
	const letter = letterOf(id);
	const template = soundTemplate(letter[audience] ?? '', letter.reader);
	const text = plainWords(fillIn(template, { ...exampleFacts(audience), ...more }));
	return text.replace(/[\s\u00a0]+/g, ' ');
}

/** Numbers that an invented council prints itself. */
const OUR_NUMBERS = [
	'01632 960 100',
	'0300 061 0614',
	'0300 123 1231',
	'0303 123 1113',
	'01632 960 140',
	'01632 960 130',
	'0808 808 1001'
];

const OMBUDSMAN = [/Ombudsman/, /0300 061 0614/];
const PASSED_TO = [/Northfield School, 01632 960 130/];
const GOES_ON = [/late visits/];

/**
 * Rules 2.5, column "Tell the complainant", written out again: what a reader finds in the letter
 * of each route, in the adult version and in the child version.
 */
const TELLS: Record<ReasonCode, readonly { adult: RegExp; child: RegExp }[] | 'nobody to tell'> = {
	STAT_S1: [
		both(/Monday 2 November/),
		both(/Monday 16 November/),
		both(/Monday 30 November/),
		both(/Mo will/),
		both(/advocate.*0808 808 1001/),
		both(/stage 2/),
		{ adult: /Help to take part/, child: /Help for you/ },
		{ adult: /How we use what you told us/, child: /What we do with your words/ }
	],
	STAT_S2_DIRECT: [
		{ adult: /both agreed to leave stage 1 out/, child: /You and we both said yes/ },
		{ adult: /investigating officer/, child: /One person finds out what happened/ },
		{ adult: /independent person/, child: /second person makes sure it is fair/ },
		both(/Tuesday 1 December/),
		both(/Thursday 7 January/),
		both(/Thursday 4 March/),
		{ adult: /You then say if the list is right/, child: /You say if the list is right/ },
		both(/advocate/)
	],
	REPRESENTATION: [
		{ adult: /as an idea or a comment/, child: /like an idea/ },
		both(/a complaint at any time/)
	],
	COMPLIMENT: [both(/[Tt]hank you/i)],
	QUICK_RESOLVED: [
		both(/Mo will mend the heater/),
		{ adult: /still have a full answer/, child: /still look into it/ },
		{ adult: /ask for stage 2/, child: /ask for someone new/ }
	],
	CORPORATE: [
		{ adult: /not about a service to a child/, child: /bus pass is not from our team/ },
		{ adult: /two stages/, child: /two steps/ },
		both(/Monday 23 November/),
		...OMBUDSMAN.map(both)
	],
	SAFEGUARD: [...PASSED_TO.map(both), both(/Monday 16 November/), both(/call 999/)],
	LADO: [
		{ adult: /separate process/, child: /They have their own rules/ },
		{ adult: /waits only if the law allows/, child: /may have to wait with one part/ },
		{ adult: /cannot tell you about the person/, child: /cannot tell you what happens to the/ }
	],
	PROVIDER: [
		...PASSED_TO.map(both),
		{ adult: /come back to us/, child: /Come back to us/ },
		...GOES_ON.map(both),
		both(/Ofsted on 0300 123 1231/)
	],
	TRIBUNAL: [
		{ adult: /right to appeal to the tribunal/, child: /tribunal can/ },
		both(/Monday 30 November/),
		...GOES_ON.map(both),
		both(/SENDIASS, 01632 960 140/)
	],
	APPEAL: [...PASSED_TO.map(both), both(/Monday 30 November/), both(/Use form A/)],
	IRM: [...PASSED_TO.map(both), both(/Monday 30 November/)],
	COURT_DECIDED: [
		{ adult: /Only the court can change/, child: /A judge made this choice/ },
		{ adult: /take legal advice/, child: /advocate or solicitor/ },
		...GOES_ON.map(both)
	],
	SUSPEND_COURT: suspended(),
	SUSPEND_POLICE: suspended(),
	SUSPEND_DISC: suspended(),
	INSURANCE: [...PASSED_TO.map(both), ...GOES_ON.map(both)],
	DATA: [
		{ adult: /within one month/, child: /in one month/ },
		both(/Information Commissioner.*0303 123 1113/),
		...GOES_ON.map(both)
	],
	DP_COMPLAINT: [
		both(/30 days/),
		{ adult: /without delay/, child: /as fast as they can/ },
		both(/Information Commissioner.*0303 123 1113/)
	],
	WHISTLE: [
		{ adult: /law protects people who speak up/, child: /law keeps you safe/ },
		...PASSED_TO.map(both)
	],
	HR: PASSED_TO.map(both),
	INFO_ONLY: [both(/20 working days/), ...PASSED_TO.map(both)],
	OTHER_BODY: passedOn(),
	SCHOOL: passedOn(),
	ADULT: passedOn(),
	JOINT: [
		both(/Northfield Hospital/),
		{ adult: /The lead is with the council/, child: /In charge of it is the council/ },
		both(/before you say yes/),
		...PASSED_TO.map(both)
	],
	NO_STANDING: [
		{ adult: /We decided that you are not/, child: /We said no/ },
		{ adult: /no more with it/, child: /will not do more with it/ },
		{ adult: /read ten years of notes/, child: /talk to two more people/ },
		{ adult: /other complaints steps/, child: /other steps/ },
		...OMBUDSMAN.map(both)
	],
	NO_CONSENT: [
		{ adult: /you may speak for them/, child: /need you to say yes/ },
		both(/Friday 11 December/),
		{ adult: /Tell us now\. Anyone can/, child: /do not wait\. Tell us now/ }
	],
	LATE_REFUSE: [...bothLimbs(), ...OMBUDSMAN.map(both)],
	LATE_ACCEPT: bothLimbs(),
	EXHAUSTED: [both(/Friday 3 April/), ...OMBUDSMAN.map(both), both(/12 months/)],
	ANON: 'nobody to tell',
	PERSISTENT: [
		both(/told you before/),
		{ adult: /forty times a day/, child: /called us a lot/ },
		both(/until Monday 1 February/),
		both(/look at it again on Monday 1 February/),
		{ adult: /still make a new complaint/, child: /still tell us when something is wrong/ },
		...OMBUDSMAN.map(both)
	],
	NOT_PURSUED: [
		both(/Monday 2 November/),
		both(/Monday 9 November/),
		{ adult: /in another way/, child: /another way/ },
		{ adult: /open it again at any time/, child: /start again at any time/ }
	],
	WITHDRAWN: [
		both(/Friday 13 November/),
		both(/We have stopped/),
		{ adult: /look at part of it ourselves/, child: /look at one part without/ }
	]
};

function both(pattern: RegExp) {
	return { adult: pattern, child: pattern };
}
function suspended() {
	return [
		{ adult: /case in the family court/, child: /the court case/ },
		{ adult: /same people would be asked/, child: /judge will ask the same people/ },
		{ adult: /These parts wait: - How the move was decided/, child: /We wait with this: - How/ },
		{ adult: /These parts go on: - The late visits/, child: /We go on with this: - The late/ },
		both(/Monday 1 February/),
		{ adult: /one year from its end/, child: /one year from then/ },
		...OMBUDSMAN.map(both)
	];
}
function passedOn() {
	return [...PASSED_TO.map(both), both(/before you say yes/)];
}
function bothLimbs() {
	return [
		both(/Could you have told us sooner\? We think you could have/),
		{
			adult: /in a fair way\? The people who knew have left/,
			child: /find out what happened\? The people who knew have left/
		}
	];
}

describe('what a complainant is told with each route (rules 2.5)', () => {
	test.each(REASON_CODES)('%s', (code) => {
		const tells = TELLS[code];
		const letters = lettersForRoute(code);
		if (tells === 'nobody to tell') {
			expect(letters).toEqual([]);
			return;
		}
		expect(letters).toHaveLength(1);
		for (const tell of tells) {
			expect(written(letters[0]!, 'adult')).toMatch(tell.adult);
			expect(written(letters[0]!, 'child')).toMatch(tell.child);
		}
	});

	it('says in a withdrawal that nothing more is done, where nothing is', () => {
		expect(written('withdrawn', 'adult', { reason: '' })).toContain('not look into it any more');
		expect(written('withdrawn', 'child', { reason: '' })).toContain('not look into it any more');
	});
});

/** The later letters, and what each must tell by the paragraph named. */
const STEPS: readonly [LetterId, string, readonly RegExp[]][] = [
	['acknowledged', 'reg 11', [/Monday 2 November/, /advocate/, /help to/]],
	['stage1Extended', 'reg 14: the reason and the new date', [/two/, /Monday 30 November/]],
	[
		'stage1Answer',
		'the right to stage 2, advised in 20 days, never refused',
		[/stage 2/, /Tuesday 15 December/, /You can still ask after that/]
	],
	['termsOfResolution', 'reg 15: the terms', [/Mo will mend the heater/, /stage 2/]],
	['rightToStage2', 'rules 3.3, day 20', [/Monday 30 November/, /sorry/, /stage 2/, /wait/]],
	[
		'stage2Acknowledged',
		'reg 17: counted from the request',
		[/Tuesday 1 December/, /Thursday 7 January/, /Thursday 4 March/]
	],
	['statementToAgree', 'the points, and the days go on', [/cold/, /days/, /own words/]],
	['peopleAppointed', 'reg 17(2)', [/Jo /, /Robin/, /never worked for/]],
	['stage2Extended', 'reg 17(6): reason and new date', [/two/, /Monday 30 November/, /4 March/]],
	['stage2Late', 'rules 3.2 S2-65', [/4 March/, /sorry/, /Monday 30 November/, ...OMBUDSMAN]],
	[
		'stage2Response',
		'all three documents, and stage 3',
		[/Jo/, /Robin/, /Priya/, /stage 3/, /Thursday 4 February/]
	],
	[
		'corporateStage2Acknowledged',
		'the Code, stage 2: what they want looked at, and the day',
		[/Tuesday 1 December/, /cold/, /Thursday 7 January/, /first answer/]
	],
	[
		'corporateStage2Extended',
		'the Code: the reason, the new date and the Ombudsman',
		[/two/, /Monday 30 November/, ...OMBUDSMAN]
	],
	[
		'corporateStage2Response',
		'the Code: the last answer, and the Ombudsman',
		[/We agree with your first point/, /last answer/, /12 months/, ...OMBUDSMAN]
	],
	['stage2Stopped', 'rules 8 C-5', [/two/, ...OMBUDSMAN]],
	['stage3Acknowledged', 'reg 19', [/Monday 1 February/, /Monday 15 March/, /one more person/]],
	['lateStage3Accepted', 'reg 18', [/two/, /Monday 15 March/]],
	['lateStage3Refused', 'reg 18: reasons, never by itself', [/two/, /think again/, ...OMBUDSMAN]],
	['panelDate', 'reg 19', [/Wednesday 10 March/, /Town Hall/, /24 February/, /advocate/]],
	['panelReport', 'reg 20', [/Wednesday 7 April/]],
	['stage3Response', 'reg 20(3)', [/Robin/, /do not agree/, ...OMBUDSMAN]],
	[
		'earlyReferralOffered',
		'guidance 3.19: its conditions, and a choice',
		[
			...[
				/report/,
				/each|every point/,
				/matters? most/,
				/clear plan/,
				/most of what you asked for/
			],
			...[/You agree to it|You say yes/, /Monday 1 March/],
			...[/Friday 11 December/, /You do not have to/, /Thursday 4 February/, ...OMBUDSMAN]
		]
	],
	[
		'earlyReferralMade',
		'guidance 3.19: its conditions, and the way back to a panel',
		[
			...[
				/report/,
				/each|every point/,
				/matters? most/,
				/clear plan/,
				/most of what you asked for/
			],
			...[/You agree to it|You say yes/, /Monday 1 March/],
			...[/meet first/, /still ask us for a panel|Do you want that after all/, ...OMBUDSMAN]
		]
	],
	['reinstated', 'taken up again', [/Mo/, /Monday 16 November/]],
	['mayBringBack', 'reg 8: one year', [/Friday 13 November/, /Monday 15 November/]],
	['otherWayOffered', 'C-12: the right to go on stays', [/meeting/, /days/, /still/]],
	['otherWayEnded', 'C-12', [/still/, /next stage|someone new/]],
	['changeOnHold', 'G-26', [/on hold/, /not safe|was not safe/]],
	['changeGoesOn', 'G-26', [/cannot wait/, /two/]],
	['childToldOutcome', 's.26(7)', [/We agree with your first point/, /advocate/]],
	['advocateAsked', 's.26A', [/NYAS/, /0808 808 1001/]],
	['ombudsman', 'LGA 1974', [...OMBUDSMAN, /www\.lgo\.org\.uk/, /12 months/]]
];

describe('what each later letter tells', () => {
	test.each(STEPS)('%s: %s', (id, _why, tells) => {
		for (const audience of AUDIENCES) {
			for (const tell of tells) expect(written(id, audience), audience).toMatch(tell);
		}
	});

	it('leaves none out', () => {
		const atWork: LetterId[] = ['advocateRequested', 'reviewingOfficerTold'];
		const tested = [
			...STEPS.map(([id]) => id),
			...REASON_CODES.flatMap(lettersForRoute),
			...atWork
		];
		expect([...new Set(tested)].sort()).toEqual([...LETTER_IDS].sort());
		for (const id of atWork) expect(written(id, 'adult')).toContain('Jay');
	});
});

describe('every letter as it is brought', () => {
	test.each(VERSIONS)('%s, %s version, could be kept as a template', (id, audience) => {
		const letter = letterOf(id);
		const source = letter[audience] ?? '';
		expect(findTemplateFaults({ source, audience, letter })).toEqual([]);
	});

	test.each(VERSIONS)('%s, %s version, is read with ease', (id, audience) => {
		const text = written(id, audience);
		const words = checkWords(plainWords(text), audience, OUR_NUMBERS);
		expect(words.banned).toEqual([]);
		expect(words.addresses).toEqual([]);
		// The short lines at its head and foot would flatter it.
		const body = text.replace(
			/ If you want to ask about this letter.*| Do you want to ask us.*/,
			''
		);
		expect(readingGrade(body)).toBeLessThanOrEqual(audience === 'child' ? 4 : 6);
	});

	it('has a child version wherever a child may read it', () => {
		const without = LETTER_IDS.filter((id) => letterOf(id).child === null);
		expect(without.map((id) => letterOf(id).reader)).toEqual(['advocate', 'reviewingOfficer']);
	});

	it('goes by a second person where it refuses, answers or decides', () => {
		const alone = LETTER_IDS.filter((id) => !letterOf(id).needsSecondPerson);
		expect(alone.sort()).toEqual(
			[
				...['acknowledged', 'stage1Started', 'straightToStage2', 'ideaOrComment', 'thanks'],
				...['sortedAtOnce', 'stage1Extended', 'rightToStage2', 'stage2Acknowledged'],
				...['corporateStage2Acknowledged', 'corporateStage2Extended'],
				...['statementToAgree', 'peopleAppointed', 'stage2Extended', 'stage2Late'],
				...['stage3Acknowledged', 'lateStage3Accepted', 'panelDate', 'otherWayOffered'],
				...['otherWayEnded', 'advocateAsked', 'ombudsman', 'toProvider', 'insurance', 'records'],
				...['dataComplaint', 'informationOnly', 'joint', 'mayBringBack', 'consentNeeded'],
				...['lateAccepted', 'withdrawn', 'reinstated']
			].sort()
		);
	});
});
