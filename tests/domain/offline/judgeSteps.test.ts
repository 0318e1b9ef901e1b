import { describe, expect, it, test } from 'vitest';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import {
	askedForStage2,
	bothReported,
	adjudicated,
	extended,
	OTHER_ELEMENT,
	OTHER_STRAND,
	outcome,
	received,
	resolved,
	responded,
	stage2Complete,
	stage2Requested,
	STRAND,
	TEXT,
	told,
	triaged,
	triagedCorporate,
	withdrawn
} from '../../support/complaintHistory.ts';
import {
	toldOfMoreTime,
	askedStage2,
	posted,
	answered,
	answeredOnPaper,
	closed,
	inTwo,
	PROPOSE,
	clash,
	already,
	seen,
	type OfflineOrder
} from '../../support/givenOffline.ts';
import { convened, reported } from '../../support/stage3History.ts';

describe('a step of the procedure, recorded with no signal', () => {
	test.each<[string, readonly ComplaintEvent[], OfflineOrder]>([
		['more time told', [received(), ...triaged()], toldOfMoreTime],
		['the answer posted', [received(), ...triaged()], answered],
		['stage 2 asked for', [received(), ...triaged(), responded()], askedStage2],
		[
			'more time told at stage 2',
			askedForStage2(),
			{
				type: 'extendStage2',
				strandId: STRAND,
				reason: 'complex',
				toldOn: '2026-07-31',
				newDueOn: '2026-09-11',
				complainantsView: 'agrees'
			}
		],
		[
			'the full answer posted',
			[...bothReported(), adjudicated()],
			{
				type: 'sendStage2Response',
				strandId: STRAND,
				sentOn: '2026-07-31',
				documents: ['investigationReport', 'independentPersonReport', 'adjudication'],
				...posted
			}
		],
		[
			'the last corporate answer posted',
			[received(), ...triagedCorporate(), responded(), stage2Requested()],
			{
				type: 'respondCorporateStage2',
				strandId: STRAND,
				sentOn: '2026-07-28',
				outcomes: [outcome('notUpheld')],
				ombudsmanToldOn: '2026-07-28',
				...posted
			}
		],
		[
			'a panel asked for',
			stage2Complete(),
			{
				type: 'requestStage3',
				strandId: STRAND,
				requestedOn: '2026-08-10',
				channel: 'letter',
				pointsTextId: TEXT
			}
		],
		[
			'the panel held',
			convened(),
			{ type: 'holdPanel', strandId: STRAND, heldOn: '2026-09-10', attended: ['complainant'] }
		],
		[
			'the answer to the panel posted',
			reported(),
			{
				type: 'respondStage3',
				strandId: STRAND,
				sentOn: '2026-09-25',
				independentPersonTookPartOn: '2026-09-22',
				decisions: [],
				ombudsmanToldOn: '2026-09-25',
				...posted
			}
		]
	])('is kept for an officer to confirm: %s', (_what, before, order) => {
		expect(seen(before).meanwhile().judge(order)).toEqual(PROPOSE);
	});

	it('clashes with the same step on another day, and both stand side by side', () => {
		const before = [received(), ...triaged()];
		expect(
			seen(before)
				.meanwhile(extended({ toldOn: '2026-06-15' }))
				.judge(toldOfMoreTime)
		).toEqual(clash('stage1Time', 4));
		expect(
			seen(before)
				.meanwhile({ ...answeredOnPaper, sentOn: '2026-06-11' })
				.judge(answered)
		).toEqual(clash('stage1Answer', 4));
		expect(
			seen(before)
				.meanwhile({ ...answeredOnPaper, outcomes: [outcome('upheld')] })
				.judge(answered)
		).toEqual(clash('stage1Answer', 4));
		expect(
			seen(before, responded()).meanwhile(stage2Requested('2026-06-30')).judge(askedStage2)
		).toEqual(clash('stage2Request', 5));
	});

	it('is done already where somebody wrote down the very same, and once is enough', () => {
		const before = [received(), ...triaged()];
		expect(seen(before).meanwhile(extended()).judge(toldOfMoreTime)).toEqual(already(4));
		expect(seen(before).meanwhile(answeredOnPaper).judge(answered)).toEqual(already(4));
		expect(seen(before, responded()).meanwhile(stage2Requested()).judge(askedStage2)).toEqual(
			already(5)
		);
	});

	it('stays done where the case went on after the same was written down', () => {
		const before = [received(), ...triaged()];
		expect(
			seen(before).meanwhile(answeredOnPaper, stage2Requested(), withdrawn()).judge(answered)
		).toEqual(already(4));
	});

	it('is not the same where theirs was put right since, whichever of the two it says', () => {
		const before = [received(), ...triaged()];
		const corrected: ComplaintEvent = {
			type: 'responseDateCorrected',
			strandId: STRAND,
			sentOn: '2026-06-11',
			reasonTextId: TEXT
		};
		const putRight = seen(before).meanwhile(answeredOnPaper, corrected);
		expect(putRight.judge(answered)).toEqual(clash('stage1Answer', 4, 5));
		expect(putRight.judge({ ...answered, sentOn: '2026-06-11' })).toEqual(
			clash('stage1Answer', 4, 5)
		);
	});

	it('is not the same where it brings words that would be lost', () => {
		const promised = { textId: TEXT, dueOn: '2026-07-10' } as const;
		expect(
			seen(received(), triaged())
				.meanwhile(answeredOnPaper)
				.judge({ ...answered, promised })
		).toEqual(clash('stage1Answer', 4));
	});

	it('is not the same as an answer that went out by the site', () => {
		expect(seen(received(), triaged()).meanwhile(responded()).judge(answered)).toEqual(
			clash('stage1Answer', 4)
		);
	});

	it('is not the same as a settlement', () => {
		expect(seen(received(), triaged()).meanwhile(resolved()).judge(answered)).toEqual(
			clash('stage1Answer', 4)
		);
	});

	it('clashes where what it rests on moved: the stage, the points, the day of the panel', () => {
		expect(seen(received(), triaged()).meanwhile(withdrawn()).judge(toldOfMoreTime)).toEqual(
			clash('stage', 4)
		);
		expect(
			seen(received(), triaged()).meanwhile(stage2Requested('2026-06-05')).judge(answered)
		).toEqual(clash('stage', 4));
		const suspended: ComplaintEvent = {
			type: 'elementSuspended',
			elementId: OTHER_ELEMENT,
			fromStrandId: OTHER_STRAND,
			intoStrandId: STRAND,
			proceedings: 'court',
			proceedingsTextId: TEXT,
			reasonTextId: TEXT,
			toldOn: '2026-06-08',
			reviewOn: '2026-07-08'
		};
		expect(seen(received(), inTwo).meanwhile(suspended).judge(answered)).toEqual(
			clash('elements', 5)
		);
		const moved: ComplaintEvent = {
			type: 'panelDateFixed',
			strandId: STRAND,
			panelOn: '2026-09-17',
			atComplainantsWish: true,
			reasonTextId: TEXT
		};
		const before = convened();
		expect(
			seen(before)
				.meanwhile(moved)
				.judge({ type: 'holdPanel', strandId: STRAND, heldOn: '2026-09-10', attended: [] })
		).toEqual(clash('panelDate', before.length + 1));
	});

	it('is untouched by what moved in another part, and by the notice of day 20', () => {
		const other = { ...closed, strandId: OTHER_STRAND };
		expect(seen(received(), inTwo).meanwhile(other).judge(toldOfMoreTime)).toEqual(PROPOSE);
		expect(seen(received(), triaged()).meanwhile(told()).judge(answered)).toEqual(PROPOSE);
	});

	it('is about its part as well where the whole case was taken back', () => {
		const back: ComplaintEvent = {
			type: 'complaintWithdrawn',
			withdrawnOn: '2026-06-03',
			channel: 'website'
		};
		expect(seen(received(), triaged()).meanwhile(back).judge(answered)).toEqual(clash('stage', 4));
	});
});
