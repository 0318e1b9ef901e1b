import { describe, expect, it } from 'vitest';
import { refuseNewWayIn, type NewWayInAsked } from '#lib/domain/complaint/newWayIn.ts';

/** Somebody talked with them and two things fitted; nothing speaks against it. */
const talked: NewWayInAsked = {
	satisfiedBy: 'conversation',
	checks: ['whatItWasAbout', 'whenTheyTold'],
	voucher: null,
	subjects: ['Gwen'],
	called: null,
	someoneElse: 'no',
	wordsGo: 'readOut',
	canText: false
};
const own = { channel: 'telephone', whoCanSee: 'justMe' } as const;
const refused = (more: Partial<NewWayInAsked>) => refuseNewWayIn({ ...talked, ...more });

describe('somebody who lost their six words may have new ones', () => {
	it('after a conversation in which two things fitted the case, not one and not one twice', () => {
		expect(refused({})).toBeNull();
		expect(refused({ checks: ['whatItWasAbout'] })).toBe('tooFewChecks');
		expect(refused({ checks: ['nameTheyGave', 'nameTheyGave'] })).toBe('tooFewChecks');
	});

	it('when somebody vouches for them, known to the case or not', () => {
		const vouched = { satisfiedBy: 'vouched', checks: [] } as const;
		expect(refused({ ...vouched, voucher: { name: 'Una', isKnown: true } })).toBeNull();
		expect(refused({ ...vouched, voucher: { name: 'Bo', isKnown: false } })).toBeNull();
		expect(refused(vouched)).toBe('voucherUnknown');
		expect(refused({ ...vouched, voucher: { name: '  ', isKnown: false } })).toBe('voucherUnknown');
	});

	it('never on the word of somebody the complaint is about, however the name is written', () => {
		for (const name of ['Gwen', ' gwen ', 'GWEN']) {
			const voucher = { name, isKnown: false };
			expect(refused({ satisfiedBy: 'vouched', voucher })).toBe('voucherComplainedAbout');
		}
	});

	it('when a number they gave was called that nobody else sees', () => {
		const call = { satisfiedBy: 'safeNumber', checks: [] } as const;
		expect(refused({ ...call, called: own })).toBeNull();
		expect(refused(call)).toBe('noSafeNumber');
		for (const whoCanSee of ['others', 'notSure', null] as const) {
			expect(refused({ ...call, called: { ...own, whoCanSee } })).toBe('othersSeePhone');
		}
	});

	it('never while somebody else may be asking, whatever else speaks for it', () => {
		for (const someoneElse of ['yes', 'notSure'] as const) {
			expect(refused({ someoneElse })).toBe('someoneElseMayAsk');
			expect(refused({ someoneElse, satisfiedBy: 'safeNumber', called: own })).toBe(
				'someoneElseMayAsk'
			);
		}
	});

	it('by text only to a phone that only they see', () => {
		expect(refused({ wordsGo: 'text' })).toBe('noSafeText');
		expect(refused({ wordsGo: 'text', canText: true })).toBeNull();
		expect(refused({ wordsGo: 'onPaper' })).toBeNull();
	});
});
