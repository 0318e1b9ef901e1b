import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { caseloadOf } from '#lib/domain/complaint/caseload.ts';
import { clocksOf } from '#lib/domain/complaint/clocksOf.ts';
import type {
	ComplaintEvent,
	HistoryImported,
	ImportedStage
} from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import { nextSteps } from '#lib/domain/complaint/nextSteps.ts';
import { toRows } from '#lib/domain/complaint/rows.ts';
import { stageFactsOf } from '#lib/domain/complaint/stageFacts.ts';
import { ELEMENT, STRAND, TEXT } from '../support/complaintHistory.ts';
import { contextOf, given } from '../support/givenWhenThen.ts';

/** One stage as an old register prints it; asked for on Monday 7 April 2025 unless said otherwise. */
function old(stage: ImportedStage['stage'], facts: Partial<ImportedStage> = {}): ImportedStage {
	return {
		stage,
		requestedOn: '2025-04-07',
		startedOn: '2025-04-07',
		dueOn: '2025-04-23',
		extendedToOn: null,
		extensionReason: null,
		completedOn: '2025-04-22',
		closure: 'responded',
		outcome: 'partly',
		delayReason: null,
		team: null,
		...facts
	};
}

function imported(
	stages: readonly ImportedStage[],
	procedure: HistoryImported['procedure'] = 'statutory'
): HistoryImported {
	return {
		type: 'historyImported',
		strandId: STRAND,
		procedure,
		receivedOn: '2025-04-07',
		elements: [{ elementId: ELEMENT, category: 'Delay', outcome: 'partly', isPrincipal: true }],
		stages
	};
}

const REOPEN = {
	type: 'reopenStrand',
	strandId: STRAND,
	reopenedOn: '2026-06-01',
	reasonTextId: TEXT
} as const;
const reopened: ComplaintEvent = { ...REOPEN, type: 'strandReopened' };
const TODAY: PlainDate = '2026-06-10';
const context = contextOf({ on: TODAY });
const later = { requestedOn: '2025-06-02', startedOn: '2025-06-20' } as const;

describe('a strand of the old register that is opened again (rules 3.1: from any closed state)', () => {
	test.each<[string, readonly ImportedStage[], HistoryImported['procedure'], string]>([
		['answered at stage 1', [old('1')], 'statutory', 'stage1Responded'],
		[
			'settled at once',
			[old('1', { closure: 'resolved_on_spot' })],
			'statutory',
			'stage1Responded'
		],
		[
			'never answered',
			[old('1', { completedOn: null, closure: 'open' })],
			'statutory',
			'stage1Open'
		],
		['withdrawn', [old('1', { closure: 'withdrawn' })], 'statutory', 'stage1Open'],
		[
			'refused stage 2',
			[old('1'), old('2', { closure: 'declined' })],
			'statutory',
			'stage2Requested'
		],
		['answered at stage 2', [old('1'), old('2', later)], 'statutory', 'stage2Adjudicated'],
		[
			'waits for a panel',
			[old('2', later), old('3', { completedOn: null, closure: 'open' })],
			'statutory',
			'stage3Requested'
		],
		['answered at stage 3', [old('1'), old('2', later), old('3')], 'statutory', 'stage3Responded'],
		['corporate, answered', [old('1')], 'corporate', 'stage1Responded'],
		[
			'corporate, reviewed',
			[old('response'), old('review', later)],
			'corporate',
			'corporateAnswered'
		]
	])('stands at the last stage its register has: %s', (_how, stages, procedure, stage) => {
		const complaint = given(imported(stages, procedure)).when(REOPEN).thenComplaint();
		expect(complaint).toMatchObject({ phase: 'triaged', strands: [{ stage, procedure }] });
	});

	it('is opened for a reason, not before its end, and only under a procedure of ours', () => {
		given(imported([old('1')]))
			.when(REOPEN)
			.then(reopened);
		given(imported([old('1')]))
			.when({ ...REOPEN, reopenedOn: '2025-04-21' })
			.thenRefused('dateBefore', { because: 'closed' });
		for (const procedure of ['adult', 'none'] as const) {
			given(imported([old('1')], procedure))
				.when(REOPEN)
				.thenRefused('oldProcedureNotOurs');
		}
		given(imported([old('1')]), reopened)
			.when(REOPEN)
			.thenRefused('wrongStage');
	});

	it('is held to no clock for what was answered there, and goes on from there with all of ours', () => {
		const history = [imported([old('1')]), reopened];
		const running = clocksOf(rebuild(history), context);
		expect(running.map(({ clock, outcome }) => `${clock} ${outcome}`)).toEqual([
			'stage2Request stopped'
		]);
		expect(nextSteps(rebuild(history), context).map(({ what }) => what)).not.toContain(
			'acknowledge'
		);
		const asked: ComplaintEvent = {
			type: 'stage2Requested',
			strandId: STRAND,
			requestedOn: '2026-06-02',
			channel: 'letter'
		};
		given(history)
			.when({ ...asked, type: 'requestStage2' }, { on: TODAY })
			.then(asked);
		// Day 25 from Tuesday 2 June 2026.
		expect(
			clocksOf(rebuild([...history, asked]), context).find(({ isHeadline }) => isHeadline)
		).toMatchObject({ clock: 'stage2Response', dueOn: '2026-07-07', outcome: 'running' });
	});

	it('is late at once where its register never answered it', () => {
		const history = [imported([old('1', { completedOn: null, closure: 'open' })]), reopened];
		expect(clocksOf(rebuild(history), context).find(({ isHeadline }) => isHeadline)).toMatchObject({
			clock: 'stage1Response',
			dueOn: '2025-04-23',
			outcome: 'late'
		});
	});

	it('keeps the dates its register printed, in lists and in reports, beside the new ones', () => {
		const asked: ComplaintEvent = {
			type: 'stage2Requested',
			strandId: STRAND,
			requestedOn: '2026-06-02',
			channel: 'letter'
		};
		const extended = old('1', { extendedToOn: '2025-05-08', completedOn: '2025-05-07' });
		const complaint = rebuild([imported([extended]), reopened, asked]);
		expect(toRows(complaint, context)).toMatchObject({
			complaint: { phase: 'triaged' },
			strands: [
				{
					stage: 'stage2Requested',
					stage1DueOn: '2025-05-08',
					stage1LimitOn: null,
					isExtended: true,
					respondedOn: '2025-05-07',
					stage2RequestedOn: '2026-06-02',
					stage2DueOn: '2026-07-07',
					closedOn: null,
					closingReason: null
				}
			],
			elements: [{ category: 'Delay', outcome: 'partly', stage2Outcome: null }]
		});
		expect(stageFactsOf(complaint)).toMatchObject([
			{ stage: '1', dueOn: '2025-05-08', completedOn: '2025-05-07', closure: 'responded' },
			{ stage: '2', requestedOn: '2026-06-02', completedOn: null, closure: 'open' }
		]);
	});

	it('is counted once where its register left it open', () => {
		const left = old('1', { completedOn: null, closure: 'open' });
		const answered: ComplaintEvent = {
			type: 'stage1Responded',
			strandId: STRAND,
			sentOn: '2026-06-08',
			outcomes: [{ elementId: ELEMENT, outcome: 'upheld' }],
			delayReason: 'serviceDelay',
			releasedByStaffId: null,
			sentOnPaper: true
		};
		const complaint = rebuild([imported([left]), reopened, answered]);
		expect(stageFactsOf(complaint)).toMatchObject([
			{ stage: '1', requestedOn: '2025-04-07', completedOn: '2026-06-08', closure: 'responded' }
		]);
		expect(toRows(complaint, context).elements[0]).toMatchObject({ outcome: 'upheld' });
	});

	it('is found among the open cases again, and another strand of the record stays as it was', () => {
		const other: HistoryImported = {
			...imported([old('1')], 'corporate'),
			strandId: 'strand-other',
			elements: []
		};
		const before = rebuild([imported([old('1')]), other]);
		expect(caseloadOf(before, context).standing).toBe('old');
		const after = rebuild([imported([old('1')]), other, reopened]);
		expect(caseloadOf(after, context)).toMatchObject({
			standing: 'answered',
			stage: 'stage1Responded',
			endedOn: null
		});
		expect(after.strands[1]).toEqual(before.strands[1]);
	});
});
