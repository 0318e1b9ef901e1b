import { describe, expect, it, test } from 'vitest';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { BESIDE_ORDERS_HERE } from '../support/besideOrders.ts';
import { given } from '../support/givenWhenThen.ts';
import {
	ELEMENT,
	OTHER_ELEMENT,
	STRAND,
	TEXT,
	askedForStage2,
	bothAppointed,
	element,
	investigating,
	outcome,
	received,
	responded,
	stage2Requested,
	statementAgreed,
	statementSent,
	triaged
} from '../support/complaintHistory.ts';

const scoping = [...askedForStage2(), ...bothAppointed()];
const draft = {
	type: 'draftStatement',
	strandId: STRAND,
	version: 1,
	textId: TEXT,
	sentOn: '2026-07-06'
} as const;
const agree = {
	type: 'agreeStatement',
	strandId: STRAND,
	version: 1,
	agreedOn: '2026-07-10'
} as const;
const notAgreed = {
	type: 'recordStatementNotAgreed',
	strandId: STRAND,
	notedOn: '2026-07-15',
	reasonTextId: TEXT
} as const;
const notNeeded = {
	type: 'recordStatementNotNeeded',
	strandId: STRAND,
	decidedOn: '2026-07-02',
	reasonTextId: TEXT
} as const;

describe('the statement of complaint (SI 2006/1738 reg 16; rules 8, C-14)', () => {
	it('has versions, each one more than the last, sent in their order', () => {
		given(scoping).when(draft).then(statementSent());
		given(scoping, statementSent())
			.when({ ...draft, version: 2, sentOn: '2026-07-08' })
			.then(statementSent(2, '2026-07-08'));
		given(scoping, statementSent()).when(draft).thenRefused('versionNotNext', { expected: 2 });
		given(scoping, statementSent())
			.when({ ...draft, version: 2, sentOn: '2026-07-03' })
			.thenRefused('dateBefore', { because: 'statementSent' });
	});

	it('is agreed to in its latest version, and then it is investigated', () => {
		const complaint = given(scoping, statementSent()).when(agree).thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage2Investigating',
			stage2: { statementAgreedOn: '2026-07-10', agreedVersion: 1 }
		});
		given(scoping, statementSent(), statementSent(2, '2026-07-08'))
			.when(agree)
			.thenRefused('versionNotLatest', { latest: 2 });
		given(scoping).when(agree).thenRefused('noStatementSent');
		given(scoping, statementSent(), statementAgreed())
			.when(agree)
			.thenRefused('statementIsSettled', { how: 'agreed' });
	});

	it('may be agreed anew while it is investigated; the first agreement stays day 0 of the shadow', () => {
		const complaint = given(investigating(), statementSent(2, '2026-07-20'))
			.when({ ...agree, version: 2, agreedOn: '2026-07-22' })
			.thenComplaint();
		expect(complaint.strands[0]?.stage2).toMatchObject({
			statementAgreedOn: '2026-07-10',
			agreedVersion: 2
		});
	});

	it('need not be agreed: it goes on in their own words, once it was tried', () => {
		given(scoping).when(notAgreed).thenRefused('noStatementSent');
		const complaint = given(scoping, statementSent()).when(notAgreed).thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage2Investigating',
			stage2: { statementSettled: { how: 'notAgreed', on: '2026-07-15' }, statementAgreedOn: null }
		});
		given(scoping, statementSent(), { ...notAgreed, type: 'statementNotAgreed' })
			.when({ ...agree, agreedOn: '2026-07-20' })
			.then(statementAgreed('2026-07-20'));
	});

	it('is not needed for what was written clearly, and is for what was said aloud', () => {
		given(scoping)
			.when(notNeeded)
			.then({ ...notNeeded, type: 'statementNotNeeded' });
		const aloud = [received({ madeOrally: true }), ...scoping.slice(1)];
		given(aloud).when(notNeeded).thenRefused('statementNeeded');
	});

	it('has its day of agreement put right', () => {
		const correct = {
			type: 'correctStatementDate',
			strandId: STRAND,
			agreedOn: '2026-07-08',
			reasonTextId: TEXT
		} as const;
		given(investigating())
			.when(correct)
			.then({ ...correct, type: 'statementDateCorrected' });
		given(scoping, statementSent()).when(correct).thenRefused('statementNotAgreedYet');
		given(investigating())
			.when({ ...correct, agreedOn: '2026-07-03' })
			.thenRefused('dateBefore', { because: 'statementSent' });
	});
});

describe('what stage 2 does not look at (rules 3.3; 8, C-5)', () => {
	const limit = {
		type: 'limitScope',
		strandId: STRAND,
		elementId: ELEMENT,
		reasonTextId: TEXT,
		toldOn: '2026-07-08',
		ombudsmanToldOn: '2026-07-08'
	} as const;
	const two = [
		received(),
		...triaged({ elements: [element(), element({ elementId: OTHER_ELEMENT })] }),
		responded({ outcomes: [outcome('notUpheld'), outcome('upheld', OTHER_ELEMENT)] }),
		stage2Requested()
	];
	const limited: ComplaintEvent = { ...limit, type: 'scopeLimited' };

	it('is a point that a court decided, told with reasons and the Ombudsman', () => {
		given(two).when(limit).then(limited);
		given(two, limited).when(limit).thenRefused('alreadyLimited', { elementId: ELEMENT });
		given(two)
			.when({ ...limit, toldOn: '2026-06-30' })
			.thenRefused('dateBefore', { because: 'requested' });
		given(two)
			.when({ ...limit, elementId: 'element-none' })
			.thenRefused('unknownElement');
	});

	it('is never all of it: stage 2 is not refused piece by piece', () => {
		given(askedForStage2()).when(limit).thenRefused('nothingLeftToInvestigate');
		given(two, limited)
			.when({ ...limit, elementId: OTHER_ELEMENT })
			.thenRefused('nothingLeftToInvestigate');
	});
});

describe('ending stage 2 because the scope cannot be agreed (rules 8, C-5)', () => {
	const end: CommandOf<'discontinueStage2'> = {
		type: 'discontinueStage2',
		strandId: STRAND,
		discontinuedOn: '2026-07-20',
		attempts: [
			{ triedOn: '2026-07-10', channel: 'telephone' },
			{ triedOn: '2026-07-16', channel: 'inPerson' }
		],
		reasonTextId: TEXT,
		ombudsmanToldOn: '2026-07-20'
	};
	const byManager = { by: 'complaintsManager' } as const;

	it('takes efforts on two days, and tells the way to the Ombudsman', () => {
		const complaint = given(scoping, statementSent()).when(end, byManager).thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'closed',
			closed: { on: '2026-07-20', reason: 'scopeNotAgreed' }
		});
		expect(complaint.strands[0]).toMatchObject({ stageBefore: 'stage2Scoping' });
	});

	it('waits for what the child is told, where an adult complained (CA 1989 s.26(7))', () => {
		const fromAdult = [
			received({ madeBy: 'adult' }),
			...triaged({ elements: [element({ person: 'P4' })] }),
			responded(),
			stage2Requested(),
			...bothAppointed(),
			statementSent()
		];
		given(fromAdult).when(end, byManager).thenRefused('childNotDecided');
		const decided: ComplaintEvent = {
			...BESIDE_ORDERS_HERE.decideChildIsTold,
			type: 'childIsToldDecided'
		};
		const ended = given(fromAdult, decided).when(end, byManager).thenComplaint();
		expect(ended.strands[0]).toMatchObject({ stage: 'closed' });
	});

	test.each([
		['one effort', [{ triedOn: '2026-07-10', channel: 'telephone' }], 1],
		[
			'two on one day',
			[
				{ triedOn: '2026-07-10', channel: 'telephone' },
				{ triedOn: '2026-07-10', channel: 'letter' }
			],
			1
		],
		['none', [], 0]
	] as const)('is not done after %s', (_what, attempts, found) => {
		given(scoping, statementSent())
			.when({ ...end, attempts }, byManager)
			.thenRefused('tooFewAttempts', { found, needed: 2 });
	});

	it('is not done before a statement was tried, nor once it is settled, nor by an officer', () => {
		given(scoping).when(end, byManager).thenRefused('noStatementSent');
		given(askedForStage2(), statementSent(), statementAgreed())
			.when(end, byManager)
			.thenRefused('statementIsSettled', { how: 'agreed' });
		given(investigating()).when(end, byManager).thenRefused('wrongStage');
		given(scoping, statementSent()).when(end).thenRefused('notPermitted');
	});

	it('is not done on an effort before the request, or after the end', () => {
		for (const triedOn of ['2026-06-30', '2026-07-21'] as const) {
			const { decision } = given(scoping, statementSent()).when(
				{ ...end, attempts: [...end.attempts, { triedOn, channel: 'letter' }] },
				byManager
			);
			expect(decision.accepted).toBe(false);
		}
	});

	it('can be taken up again where it stood, on the same day 0, but is not asked for anew', () => {
		const over: ComplaintEvent = { ...end, type: 'stage2Discontinued' };
		const complaint = given(scoping, statementSent(), over)
			.when(
				{ type: 'reinstateStrand', strandId: STRAND, reinstatedOn: '2026-08-03' },
				{ by: 'complainant' }
			)
			.thenComplaint();
		expect(complaint.strands[0]).toMatchObject({
			stage: 'stage2Scoping',
			stage2RequestedOn: '2026-07-01',
			closed: null
		});
		given(scoping, statementSent(), over)
			.when({
				type: 'requestStage2',
				strandId: STRAND,
				requestedOn: '2026-08-03',
				channel: 'letter'
			})
			.thenRefused('stage2AlreadyAsked', { requestedOn: '2026-07-01' });
	});
});
