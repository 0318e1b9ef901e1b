import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Command } from '#lib/domain/complaint/commands.ts';
import type { LetterId } from '#lib/letters/catalogue.ts';
import type { LetterRefusal } from '#lib/letters/refusals.ts';
import { onTheDayItWent, STEP_OF_LETTER } from '#lib/letters/stepOfLetter.ts';
import { carryOut } from '#lib/server/complaints/carryOut.ts';
import { findTextFault } from '#lib/server/complaints/orderTexts.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import type { LetterRow } from '#lib/server/letters/letterRows.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import type { PushedText } from '#lib/wire/sync.ts';

/** One order that is recorded with a letter, and the words it names. */
export interface LetterStep {
	order: Command;
	texts: readonly PushedText[];
}

/** What goes into the record together with a letter. */
export interface StepsOfLetter {
	commandId: string;
	/** How many events the case had when they saw what would be recorded. */
	seenCase: number;
	wentOn: PlainDate;
	steps: readonly LetterStep[];
}

/**
 * Records what a letter is a step of, with the day it went, in the transaction that sends it.
 * Never where the case moved on since they saw it: the clock may have told the same meanwhile.
 */
export async function recordLetterSteps(
	work: Work,
	row: LetterRow,
	{ commandId, seenCase, wentOn, steps }: StepsOfLetter
): Promise<Carried | { refusal: LetterRefusal } | null> {
	if (steps.length === 0) return null;
	const step = STEP_OF_LETTER[row.letter_kind as LetterId];
	if (!step || steps.some(({ order }) => order.type !== step.command) || !isAboutIt(row, steps)) {
		return { refusal: { code: 'stepNotOfLetter' } };
	}
	const { complaint_id: complaintId } = row;
	const version = await countEvents(work, complaintId);
	if (version !== seenCase) return { refusal: { code: 'changedMeanwhile', version } };
	const givenAt = instantOf(work);
	for (const { order, texts } of steps) {
		const fault = findTextFault({ order, texts });
		if (fault) return { done: false, refusal: fault };
		await keepTexts(work, complaintId, texts);
	}
	return carryOut(work, {
		complaintId,
		commandId,
		givenAt,
		commands: steps.map(({ order }) => onTheDayItWent(order, step, wentOn))
	});
}

/** Each strand once, and only the letter's own where it is about one. */
function isAboutIt({ strand_id }: LetterRow, steps: readonly LetterStep[]): boolean {
	const strandIds = steps.map(({ order }) => ('strandId' in order ? order.strandId : null));
	return (
		new Set(strandIds).size === strandIds.length &&
		strandIds.every((one) => one === null || strand_id === null || one === strand_id)
	);
}

async function countEvents({ trx }: Work, complaintId: string): Promise<number> {
	const { version } = await trx
		.selectFrom('complaint')
		.select('version')
		.where('complaint_id', '=', complaintId)
		.executeTakeFirstOrThrow();
	return version;
}
