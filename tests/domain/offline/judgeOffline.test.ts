import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { judgeOffline } from '#lib/domain/offline/judgeOffline.ts';
import {
	extended,
	received,
	responded,
	STRAND,
	strand,
	TEXT,
	triaged,
	withdrawn
} from '../../support/complaintHistory.ts';
import {
	note,
	contact,
	triage,
	toldOfMoreTime,
	askedStage2,
	closed,
	reopened,
	inTwo,
	APPLY,
	PROPOSE,
	clash,
	already,
	seen,
	type OfflineOrder
} from '../../support/givenOffline.ts';

describe('a note, and what somebody told us', () => {
	it('are taken whatever happened meanwhile', () => {
		expect(seen(received()).meanwhile().judge(note)).toEqual(APPLY);
		expect(seen(received()).meanwhile(triaged(), extended()).judge(note)).toEqual(APPLY);
		expect(seen().meanwhile().judge(contact)).toEqual(APPLY);
	});

	it('land in a case that was closed meanwhile, and say that they came after', () => {
		const before = [received(), ...triaged(), responded()];
		expect(seen(before).meanwhile(closed).judge(note)).toEqual({ ...APPLY, endedMeanwhile: true });
		expect(
			seen(received())
				.meanwhile({ type: 'complaintWithdrawn', withdrawnOn: '2026-06-03', channel: 'website' })
				.judge(note)
		).toEqual({ ...APPLY, endedMeanwhile: true });
	});

	it('say nothing of a case that its writer knew to be closed, or that goes on again', () => {
		const before = [received(), ...triaged(), responded()];
		expect(seen(before, closed).meanwhile().judge(note)).toEqual(APPLY);
		expect(seen(before).meanwhile(closed, reopened).judge(note)).toEqual(APPLY);
	});

	it('land while another part of the case goes on', () => {
		expect(seen(received(), inTwo).meanwhile(withdrawn()).judge(note)).toEqual(APPLY);
	});
});

describe('triage decided with no signal', () => {
	it('is decided where nothing moved that it rests on', () => {
		const acknowledged: ComplaintEvent = {
			type: 'complaintAcknowledged',
			acknowledgedOn: '2026-06-02'
		};
		expect(seen(received()).meanwhile(acknowledged).judge(triage)).toEqual(APPLY);
	});

	it('waits for an officer where it starts stage 2 at once', () => {
		const straight = { ...triage, strands: [strand({ opensAt: 'stage2' })] };
		expect(seen(received()).meanwhile().judge(straight)).toEqual(PROPOSE);
	});

	it('never overwrites what somebody else decided meanwhile, even the very same', () => {
		expect(seen(received()).meanwhile(triaged()).judge(triage)).toEqual(clash('route', 2));
	});

	test.each<[string, string, ComplaintEvent]>([
		[
			'the child took it back',
			'stage',
			{ type: 'complaintWithdrawn', withdrawnOn: '2026-06-03', channel: 'website' }
		],
		[
			'it was found to be a duplicate',
			'duplicate',
			{
				type: 'duplicateMarked',
				ofComplaintId: 'complaint-2',
				markedOn: '2026-06-03',
				reasonTextId: TEXT
			}
		],
		[
			'the child took back their consent',
			'consent',
			{ type: 'consentWithdrawn', withdrawnOn: '2026-06-03', evidenceTextId: TEXT }
		]
	])('is looked at again where %s', (_why, field, event) => {
		expect(seen(received()).meanwhile(event).judge(triage)).toEqual(clash(field, 2));
	});
});

describe('what the complainant asks for', () => {
	it('waits for nobody to choose, even where the case was closed meanwhile', () => {
		const before = [received(), ...triaged(), responded()];
		expect(seen(before).meanwhile(closed).judge(askedStage2)).toEqual({
			...PROPOSE,
			endedMeanwhile: true
		});
		expect(seen(received(), triaged()).meanwhile(responded()).judge(askedStage2)).toEqual(PROPOSE);
	});
});

describe('a promise kept', () => {
	const kept = (doneOn: PlainDate): OfflineOrder => ({
		type: 'completePromise',
		promiseId: 'promise-1',
		doneOn
	});
	const before = [received(), ...triaged(), responded()];

	it('is written down, also in a case that was closed', () => {
		expect(seen(before).meanwhile().judge(kept('2026-06-20'))).toEqual(APPLY);
		expect(seen(before).meanwhile(closed).judge(kept('2026-06-20'))).toEqual({
			...APPLY,
			endedMeanwhile: true
		});
	});

	it('twice on the same day is once, and on two days is for a person to choose', () => {
		const done = { promiseDoneOn: '2026-06-20' } as const;
		expect(seen(before).meanwhile().judge(kept('2026-06-20'), done)).toEqual(already());
		expect(seen(before).meanwhile().judge(kept('2026-06-22'), done)).toEqual(clash('promise'));
	});
});

describe('what the person had seen', () => {
	const before = [received(), ...triaged()];

	it('was what they decided on: it is no clash', () => {
		expect(seen(received()).meanwhile().judge(triage, { basedOnVersion: 1 })).toEqual(APPLY);
		expect(seen(before, extended()).meanwhile().judge(toldOfMoreTime)).toEqual(PROPOSE);
	});

	it('includes what came of their own earlier orders on that device', () => {
		const history = [received(), ...triaged()].map((event, place) => ({
			version: place + 1,
			event,
			isOwnEarlier: place > 0
		}));
		const order = toldOfMoreTime;
		expect(judgeOffline({ order, basedOnVersion: 1, history })).toEqual(PROPOSE);
		const others = history.map((one) => ({ ...one, isOwnEarlier: false }));
		expect(judgeOffline({ order, basedOnVersion: 1, history: others })).toEqual(
			clash('stage', 2, 3)
		);
	});

	it('is nothing where the log is shorter than what they saw: it was restored', () => {
		expect(seen(received(), triaged()).meanwhile().judge(triage, { basedOnVersion: 9 })).toEqual(
			clash('route', 2)
		);
	});
});

describe('every clash names who moved it', () => {
	it('by all the versions that did, oldest first', () => {
		expect(
			seen(received(), triaged())
				.meanwhile(extended({ toldOn: '2026-06-15' }), {
					type: 'stage1ExtensionCorrected',
					strandId: STRAND,
					toldOn: '2026-06-12',
					reason: 'complex',
					toldLate: false,
					reasonTextId: TEXT
				})
				.judge(toldOfMoreTime)
		).toEqual(clash('stage1Time', 4, 5));
	});
});
