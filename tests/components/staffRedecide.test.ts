import { describe, expect, it, test } from 'vitest';
import { findActErrors, keepIds } from '#lib/components/staff/views/actForm.ts';
import { STANDING_ACTS } from '#lib/components/staff/views/standingActs.ts';
import { decide } from '#lib/domain/complaint/decide.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { ELEMENT, TEXT, element, received, triaged } from '../support/complaintHistory.ts';
import { contextOf } from '../support/givenWhenThen.ts';
import { factsOn } from '../support/pulledCase.ts';

const found = STANDING_ACTS.find(({ name }) => name === 'redecide');
if (!found) throw new Error('There is no such act');
const act = found;

/** One point that was refused for want of consent. */
const refused: readonly ComplaintEvent[] = [
	received(),
	...triaged({
		elements: [element({ routes: ['NO_CONSENT'], strandId: null, reasonTextId: TEXT })],
		strands: []
	})
];
const facts = factsOn('2026-06-10', refused);

function order(values: Record<string, string>) {
	let next = 0;
	const ids = keepIds(() => `id-${(next += 1)}`);
	const all = { part: ELEMENT, on: '2026-06-10', why: 'Consent came', ...values };
	return act.order(all, { facts, strand: null }, 'text', ids);
}

describe('deciding a part again on its form', () => {
	// Written out again on purpose: what the decision table of the first decision leads to.
	test.each([
		['STAT_S1', 'LATE_ACCEPT', 'STAT_S1 LATE_ACCEPT', 'statutory stage1'],
		['STAT_S1', 'LATE_ACCEPT,SAFEGUARD', 'STAT_S1 LATE_ACCEPT SAFEGUARD', 'statutory stage1'],
		['STAT_S2_DIRECT', 'LATE_ACCEPT', 'STAT_S2_DIRECT LATE_ACCEPT', 'statutory stage2'],
		['CORPORATE', 'APPEAL', 'CORPORATE APPEAL', 'corporate stage1'],
		['CORPORATE', 'NO_STANDING', 'CORPORATE NO_STANDING', 'corporate stage1'],
		['STAT_S1', 'LADO,PROVIDER', 'STAT_S1 LADO PROVIDER', 'statutory stage1'],
		['SUSPEND_COURT', 'LATE_ACCEPT', 'SUSPEND_COURT LATE_ACCEPT', 'statutory suspended'],
		['TRIBUNAL', '', 'TRIBUNAL', null],
		['OTHER_BODY', 'OTHER_BODY', 'OTHER_BODY', null]
	])('%s with %j', (route, also, routes, strand) => {
		const given = order({ route, also, procedure: 'statutory' });
		if (given.type !== 'redecideElement') throw new Error('another order');
		expect([...given.element.routes].join(' ')).toBe(routes);
		expect(given.strand && `${given.strand.procedure} ${given.strand.opensAt}`).toBe(strand);
		const context = contextOf({ on: '2026-06-10', by: 'complaintsOfficer' });
		expect(decide(rebuild(refused), given, context)).toMatchObject({ accepted: true });
	});

	it('may be only one route, and then nothing is missing', () => {
		const fields = act.fields({ facts, strand: null });
		const values = { part: ELEMENT, on: '2026-06-10', route: 'STAT_S1', why: 'Consent came' };
		expect(findActErrors(fields, values)).toEqual([]);
	});
});
