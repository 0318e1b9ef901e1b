import { describe, expect, it } from 'vitest';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import {
	askedForStage2,
	bothReported,
	adjudicated,
	corporateAnswered,
	OTHER_ELEMENT,
	outcome,
	received,
	responded,
	stage2Complete,
	stage2Extended,
	stage2Requested,
	stage2Responded,
	STRAND,
	TEXT,
	triaged,
	triagedCorporate
} from '../../support/complaintHistory.ts';
import {
	posted,
	answered,
	answeredOnPaper,
	clash,
	already,
	seen
} from '../../support/givenOffline.ts';
import { convened, panelHeld, reported } from '../../support/stage3History.ts';

describe('what each step calls the same', () => {
	const before2 = bothReported().length + 1;
	const panel = { type: 'holdPanel', strandId: STRAND } as const;

	it('is more time at stage 2 with the same two days', () => {
		const order: CommandOf<'extendStage2'> = {
			type: 'extendStage2',
			strandId: STRAND,
			reason: 'complex',
			toldOn: '2026-07-31',
			newDueOn: '2026-09-11',
			complainantsView: 'agrees'
		};
		const since = seen(askedForStage2()).meanwhile(stage2Extended());
		expect(since.judge(order)).toEqual(already(6));
		expect(since.judge({ ...order, newDueOn: '2026-09-10' })).toEqual(clash('stage2Time', 6));
	});

	it('is a full answer of the same day and papers', () => {
		const order: CommandOf<'sendStage2Response'> = {
			type: 'sendStage2Response',
			strandId: STRAND,
			sentOn: '2026-07-31',
			documents: ['adjudication', 'independentPersonReport', 'investigationReport'],
			...posted
		};
		const since = seen(bothReported(), adjudicated()).meanwhile(
			stage2Responded({ sentOnPaper: true, releasedByStaffId: null })
		);
		expect(since.judge(order)).toEqual(already(before2 + 1));
		expect(since.judge({ ...order, documents: ['adjudication'] })).toEqual(
			clash('stage2Answer', before2 + 1)
		);
	});

	it('is a last corporate answer that told of the Ombudsman the same day', () => {
		const order: CommandOf<'respondCorporateStage2'> = {
			type: 'respondCorporateStage2',
			strandId: STRAND,
			sentOn: '2026-07-28',
			outcomes: [outcome('notUpheld')],
			ombudsmanToldOn: '2026-07-28',
			...posted
		};
		const since = seen(received(), triagedCorporate(), responded(), stage2Requested()).meanwhile(
			corporateAnswered({ sentOnPaper: true, releasedByStaffId: null })
		);
		expect(since.judge(order)).toEqual(already(6));
		expect(since.judge({ ...order, ombudsmanToldOn: '2026-07-29' })).toEqual(
			clash('stage2Answer', 6)
		);
	});

	it('is a panel asked for the same day and way, where no words come with it', () => {
		const order: CommandOf<'requestStage3'> = {
			type: 'requestStage3',
			strandId: STRAND,
			requestedOn: '2026-08-10',
			channel: 'letter',
			pointsTextId: null
		};
		const asked: ComplaintEvent = {
			type: 'stage3Requested',
			strandId: STRAND,
			requestedOn: '2026-08-10',
			channel: 'letter',
			pointsTextId: TEXT,
			isLate: false
		};
		const place = stage2Complete().length + 1;
		const since = seen(stage2Complete()).meanwhile(asked);
		expect(since.judge(order)).toEqual(already(place));
		expect(since.judge({ ...order, pointsTextId: TEXT })).toEqual(clash('stage3Request', place));
	});

	it('is a panel held the same day with the same people there', () => {
		const { heldOn, attended } = panelHeld();
		const since = seen(convened()).meanwhile(panelHeld());
		const place = convened().length + 1;
		expect(since.judge({ ...panel, heldOn, attended: attended.toReversed() })).toEqual(
			already(place)
		);
		expect(since.judge({ ...panel, heldOn, attended: [] })).toEqual(clash('panelMeeting', place));
	});

	it('is an answer to the panel with the same decisions, where none needs words', () => {
		const decided = {
			recommendationId: 'recommendation-sorry',
			accepted: true,
			reasonTextId: null,
			ownerId: 'staff-sam',
			dueOn: '2026-10-30'
		} as const;
		const facts = {
			strandId: STRAND,
			sentOn: '2026-09-25',
			independentPersonTookPartOn: '2026-09-22',
			decisions: [decided],
			ombudsmanToldOn: '2026-09-25',
			...posted
		} as const;
		const sent: ComplaintEvent = {
			type: 'stage3Responded',
			independentPersonId: 'person-noor',
			directorId: 'person-ash',
			...facts
		};
		const place = reported().length + 1;
		const since = seen(reported()).meanwhile(sent);
		expect(since.judge({ type: 'respondStage3', ...facts })).toEqual(already(place));
		const refused = { ...decided, accepted: false, reasonTextId: TEXT, ownerId: null, dueOn: null };
		expect(since.judge({ type: 'respondStage3', ...facts, decisions: [refused] })).toEqual(
			clash('stage3Answer', place)
		);
		const bothRefused = seen(reported()).meanwhile({ ...sent, decisions: [refused] });
		expect(bothRefused.judge({ type: 'respondStage3', ...facts, decisions: [refused] })).toEqual(
			clash('stage3Answer', place)
		);
	});

	it('forgives a reason for a delay that there was none of', () => {
		const since = seen(received(), triaged()).meanwhile(answeredOnPaper);
		expect(since.judge({ ...answered, delayReason: 'serviceDelay' })).toEqual(already(4));
	});

	it('finds the findings in whatever order, and none of them changed', () => {
		const both = [outcome('upheld'), outcome('notUpheld', OTHER_ELEMENT)];
		const since = seen(received(), triaged()).meanwhile({ ...answeredOnPaper, outcomes: both });
		expect(since.judge({ ...answered, outcomes: both.toReversed() })).toEqual(already(4));
		expect(since.judge({ ...answered, outcomes: [both[0]!] })).toEqual(clash('stage1Answer', 4));
	});
});
