import { describe, expect, it, test } from 'vitest';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { OpenedStrand, TriagedElement } from '#lib/domain/complaint/events.ts';
import { PERSON_CODES, SUBJECT_CODES } from '#lib/domain/triage/codes.ts';
import { reasonFor } from '#lib/domain/triage/reasons.ts';
import { suggestRoute } from '#lib/domain/triage/suggestRoute.ts';
import { given } from '../support/givenWhenThen.ts';
import {
	ELEMENT,
	OTHER_ELEMENT,
	OTHER_STRAND,
	STRAND,
	TEXT,
	advocateAppointed,
	advocateAsked,
	element,
	received,
	strand,
	triaged
} from '../support/complaintHistory.ts';

function triage(
	elements: readonly TriagedElement[] = [element()],
	strands: readonly OpenedStrand[] = [strand()],
	facts: Partial<CommandOf<'decideTriage'>> = {}
): CommandOf<'decideTriage'> {
	return {
		type: 'decideTriage',
		decidedOn: '2026-06-02',
		spokenTo: 'yes',
		elements,
		strands,
		...facts
	};
}

const suspended = strand({ opensAt: 'suspended' });
const corporate = strand({ procedure: 'corporate' });
const direct = strand({ opensAt: 'stage2' });

describe('deciding the route of each point (rules 2.1, 2.5)', () => {
	it('opens the strands and accepts stage 1', () => {
		given(received())
			.when(triage())
			.then(...triaged());
	});

	it('needs a point, and a route for every point', () => {
		given(received()).when(triage([], [])).thenRefused('noElements');
		given(received())
			.when(triage([element({ routes: [] })]))
			.thenRefused('elementWithoutRoute', { elementId: ELEMENT });
	});

	it('never lets safeguarding take the place of the complaint', () => {
		given(received())
			.when(triage([element({ routes: ['SAFEGUARD', 'LADO'], strandId: null })], []))
			.thenRefused('elementWithoutRoute');
		const complaint = given(received())
			.when(triage([element({ routes: ['SAFEGUARD', 'STAT_S1'] })]))
			.thenComplaint();
		expect(complaint.elements[0]?.routes).toEqual(['STAT_S1', 'SAFEGUARD']);
		expect(complaint.strands[0]?.stage).toBe('stage1Open');
	});

	it('puts each point into a strand that is there, and leaves no strand empty', () => {
		given(received())
			.when(triage([element({ strandId: null })]))
			.thenRefused('routeNeedsStrand');
		given(received())
			.when(triage([element({ routes: ['TRIBUNAL'] })]))
			.thenRefused('routeHasNoStrand');
		given(received())
			.when(triage([element({ strandId: OTHER_STRAND })]))
			.thenRefused('unknownStrand', { strandId: OTHER_STRAND });
		given(received())
			.when(triage([element()], [strand(), strand({ strandId: OTHER_STRAND })]))
			.thenRefused('strandWithoutElements', { strandId: OTHER_STRAND });
	});

	it('has no id twice', () => {
		given(received())
			.when(triage([element(), element()]))
			.thenRefused('sameIdTwice', { id: ELEMENT });
		given(received())
			.when(triage([element()], [strand(), strand()]))
			.thenRefused('sameIdTwice', { id: STRAND });
	});

	it('is decided once, on a day that can be', () => {
		given(received(), triaged()).when(triage()).thenRefused('wrongPhase', { phase: 'triaged' });
		given(received())
			.when(triage([element()], [strand()], { decidedOn: '2026-05-29' }))
			.thenRefused('dateBefore', { because: 'received' });
		given(received()).when(triage(), { on: '2026-06-01' }).thenRefused('dateInFuture');
	});

	it('may leave the complaint with no strand at all', () => {
		const complaint = given(received())
			.when(triage([element({ routes: ['REPRESENTATION'], strandId: null })], []))
			.thenComplaint();
		expect(complaint).toMatchObject({ phase: 'triaged', strands: [] });
	});
});

// Written out again on purpose: where every route may begin, and whether it must say why.
const ROUTES = [
	['STAT_S1', 'statutory stage1', 'no reason'],
	['STAT_S2_DIRECT', 'statutory stage2', 'no reason'],
	['CORPORATE', 'corporate stage1', 'no reason'],
	['QUICK_RESOLVED', 'statutory stage1, corporate stage1', 'no reason'],
	['SUSPEND_COURT', 'statutory suspended, corporate suspended', 'reason'],
	['SUSPEND_POLICE', 'statutory suspended, corporate suspended', 'reason'],
	['SUSPEND_DISC', 'statutory suspended, corporate suspended', 'reason'],
	['REPRESENTATION', 'none', 'no reason'],
	['COMPLIMENT', 'none', 'no reason'],
	['PROVIDER', 'none', 'no reason'],
	['TRIBUNAL', 'none', 'no reason'],
	['APPEAL', 'none', 'no reason'],
	['IRM', 'none', 'no reason'],
	['COURT_DECIDED', 'none', 'reason'],
	['INSURANCE', 'none', 'no reason'],
	['DATA', 'none', 'no reason'],
	['DP_COMPLAINT', 'none', 'no reason'],
	['WHISTLE', 'none', 'no reason'],
	['HR', 'none', 'no reason'],
	['INFO_ONLY', 'none', 'no reason'],
	['OTHER_BODY', 'none', 'no reason'],
	['JOINT', 'none', 'no reason'],
	['SCHOOL', 'none', 'no reason'],
	['ADULT', 'none', 'no reason'],
	['NO_STANDING', 'none', 'reason'],
	['NO_CONSENT', 'none', 'reason'],
	['LATE_REFUSE', 'none', 'reason'],
	['EXHAUSTED', 'none', 'reason'],
	['ANON', 'none', 'no reason'],
	['NOT_PURSUED', 'none', 'reason'],
	['WITHDRAWN', 'none', 'no reason']
] as const;

const BEGINNINGS = [
	{ procedure: 'statutory', opensAt: 'stage1' },
	{ procedure: 'statutory', opensAt: 'stage2' },
	{ procedure: 'statutory', opensAt: 'suspended' },
	{ procedure: 'corporate', opensAt: 'stage1' },
	{ procedure: 'corporate', opensAt: 'stage2' },
	{ procedure: 'corporate', opensAt: 'suspended' }
] as const;

describe('where each route begins (rules 2.5)', () => {
	test.each(ROUTES)('%s: %s, %s', (route, expected, reason) => {
		const reasonTextId = reason === 'reason' ? TEXT : null;
		const begins = BEGINNINGS.filter(({ procedure, opensAt }) => {
			// A point that the tables send to that procedure, so that only the route decides.
			const person = procedure === 'corporate' ? 'P13' : 'P1';
			const point = element({ routes: [route], person, reasonTextId });
			const { decision } = given(received()).when(
				triage([point], [strand({ procedure, opensAt })])
			);
			return decision.accepted;
		}).map(({ procedure, opensAt }) => `${procedure} ${opensAt}`);
		const alone = given(received()).when(
			triage([element({ routes: [route], strandId: null, reasonTextId })], [])
		).decision;

		expect(begins.join(', ') || 'none').toBe(expected);
		expect(alone.accepted).toBe(expected === 'none');
	});

	test.each(ROUTES.filter(([, , reason]) => reason === 'reason'))(
		'%s says why, in words of its own',
		(route, begins) => {
			const strandId = begins === 'none' ? null : STRAND;
			given(received())
				.when(
					triage([element({ routes: [route], strandId })], begins === 'none' ? [] : [suspended])
				)
				.thenRefused('reasonMissing', { elementId: ELEMENT });
		}
	);

	test.each(['LATE_ACCEPT', 'PERSISTENT'] as const)(
		'%s stands beside a route, and says why',
		(route) => {
			given(received())
				.when(triage([element({ routes: ['STAT_S1', route] })]))
				.thenRefused('reasonMissing');
			const { decision } = given(received()).when(
				triage([element({ routes: ['STAT_S1', route], reasonTextId: TEXT })])
			);
			expect(decision.accepted).toBe(true);
		}
	);
});

describe('routes that cannot both be (rules 2.6)', () => {
	test.each([
		[['STAT_S1', 'CORPORATE'], 'one procedure only, for ever'],
		[['STAT_S1', 'STAT_S2_DIRECT'], 'it begins at one stage'],
		[['STAT_S1', 'NO_STANDING'], 'without standing it is not statutory'],
		[['STAT_S1', 'LATE_REFUSE'], 'refused as late, it has no stage 1'],
		[['LATE_ACCEPT', 'LATE_REFUSE', 'STAT_S1'], 'it is late, and taken or refused'],
		[['STAT_S1', 'SUSPEND_COURT'], 'it goes on or it waits'],
		[['CORPORATE', 'COURT_DECIDED'], 'a court has decided it'],
		[['STAT_S1', 'EXHAUSTED'], 'it has been through all stages'],
		[['STAT_S1', 'ANON'], 'nobody to answer in the statutory procedure'],
		[['STAT_S1', 'WITHDRAWN'], 'it was taken back']
	] as const)('%j: %s', (routes, _why) => {
		given(received())
			.when(triage([element({ routes, reasonTextId: TEXT })]))
			.thenRefused('routesClash', { elementId: ELEMENT });
	});

	test.each([
		[['NO_STANDING', 'CORPORATE'], corporate, 'row D7'],
		[['CORPORATE', 'APPEAL'], corporate, 'row D9'],
		[['LADO', 'SUSPEND_POLICE'], suspended, 'row D14'],
		[['PROVIDER', 'STAT_S1'], strand(), 'row D16'],
		[['INSURANCE', 'STAT_S1'], strand(), 'row D20'],
		[['LATE_ACCEPT', 'STAT_S1'], strand(), 'row D22'],
		[['STAT_S1', 'QUICK_RESOLVED'], strand(), 'sorted at once, and counted as stage 1']
	] as const)('%j with %j: %s', (routes, opened, _row) => {
		const { decision } = given(received()).when(
			triage([element({ routes, reasonTextId: TEXT })], [opened])
		);
		expect(decision.accepted).toBe(true);
	});
});

describe('the procedure that the tables do not lead to (rules 0, traps 4 and 10)', () => {
	it('says why a child’s care complaint would not be statutory', () => {
		const point = element({ routes: ['CORPORATE'], person: 'P1', subject: 'S2' });
		given(received())
			.when(triage([point], [corporate]))
			.thenRefused('reasonMissing');
		const { decision } = given(received()).when(
			triage([{ ...point, reasonTextId: TEXT }], [corporate])
		);
		expect(decision.accepted).toBe(true);
	});

	it('says why youth justice work or an adult’s own treatment would be', () => {
		given(received())
			.when(triage([element({ person: 'P4', subject: 'S17' })]))
			.thenRefused('reasonMissing');
		given(received())
			.when(triage([element({ person: 'P13' })]))
			.thenRefused('reasonMissing');
	});
});

describe('what the tables suggest', () => {
	test.each(PERSON_CODES)('for %s is never refused for any subject', (person) => {
		for (const subject of SUBJECT_CODES) {
			const { codes, procedure, opensAt } = suggestRoute({
				person,
				subject,
				kind: 'complaint',
				timing: 'T1',
				concurrency: []
			});
			if (codes.every((code) => reasonFor(code).onlyBeside)) continue;
			const needsReason = codes.some((code) => reasonFor(code).needsReason);
			const isCarried = procedure !== null && opensAt !== null;
			const point = element({
				person,
				subject,
				routes: codes,
				strandId: isCarried ? STRAND : null,
				reasonTextId: needsReason ? TEXT : null
			});
			const { decision } = given(received()).when(
				triage([point], isCarried ? [strand({ procedure, opensAt })] : [])
			);
			expect(decision, `${person} ${subject} ${codes.join()}`).toMatchObject({ accepted: true });
		}
	});
});

describe('beginning at stage 2, where both agree (reg 17(1); guidance 3.6.1)', () => {
	const point = element({ routes: ['STAT_S2_DIRECT'] });

	it('writes the request down, on the day it was decided where no other is given', () => {
		given(received())
			.when(triage([point], [direct]))
			.then(...triaged({ elements: [point], strands: [direct] }), {
				type: 'stage2Requested',
				strandId: STRAND,
				requestedOn: '2026-06-02',
				channel: 'website',
				byAgreement: true
			});
	});

	it('runs from the day it was agreed, which is never after the decision', () => {
		const agreed = strand({ opensAt: 'stage2', stage2RequestedOn: '2026-06-01' });
		const complaint = given(received())
			.when(triage([point], [agreed]))
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage2Requested',
			stage2RequestedOn: '2026-06-01',
			stage1AcceptedOn: null
		});
		given(received())
			.when(triage([point], [strand({ opensAt: 'stage2', stage2RequestedOn: '2026-06-03' })]))
			.thenRefused('dateInFuture');
		given(received())
			.when(triage([point], [strand({ opensAt: 'stage2', stage2RequestedOn: '2026-05-29' })]))
			.thenRefused('dateBefore');
	});
});

describe('splitting a complaint into strands (decisions: the strand is the unit)', () => {
	it('gives each procedure its own stage', () => {
		const complaint = given(received())
			.when(
				triage(
					[
						element(),
						element({
							elementId: OTHER_ELEMENT,
							person: 'P13',
							routes: ['CORPORATE'],
							strandId: OTHER_STRAND
						}),
						element({
							elementId: 'element-court',
							routes: ['SUSPEND_COURT'],
							reasonTextId: TEXT,
							strandId: 'strand-court'
						}),
						element({ elementId: 'element-school', routes: ['SCHOOL'], strandId: null })
					],
					[
						strand(),
						strand({ strandId: OTHER_STRAND, procedure: 'corporate' }),
						strand({ strandId: 'strand-court', opensAt: 'suspended' })
					]
				)
			)
			.thenComplaint();
		expect(
			complaint.strands.map(({ stage, procedure, elementIds }) => [stage, procedure, elementIds])
		).toEqual([
			['stage1Open', 'statutory', [ELEMENT]],
			['stage1Open', 'corporate', [OTHER_ELEMENT]],
			['suspended', 'statutory', ['element-court']]
		]);
	});
});

describe('an advocate asked for before triage (reg 14)', () => {
	it('stops the clock from the day it was asked, once the strand is open', () => {
		const complaint = given(received(), advocateAsked('2026-06-01')).when(triage()).thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage1Paused',
			pauses: [{ from: '2026-06-01', to: null }]
		});
	});

	it('stops nothing where one is appointed already', () => {
		const complaint = given(
			received(),
			advocateAsked('2026-06-01'),
			advocateAppointed('2026-06-02')
		)
			.when(triage())
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({ stage: 'stage1Open', pauses: [] });
	});
});
