import type { ChildPath, PathStep } from '#lib/domain/complaint/childPath.ts';
import type { ChildSituation } from '#lib/domain/complaint/childSituation.ts';

/**
 * What adults read of the stages, by the names the law and the council give them: with a complaint
 * of their own, and where they speak for a child, whose answer and choice it then is.
 *
 * Source: journeys 2.5.
 */

/** Whose page it is. */
export type AdultReader = 'adult' | 'helper';

/** One step of the path. The steps are the same for whoever speaks for a child. */
export function adultStepTitle({ step, status }: PathStep, path: ChildPath, who: string): string {
	switch (step) {
		case 'youToldUs':
			return 'You told us';
		case 'weReadIt':
			return 'We read it';
		case 'someoneLooks':
			return `Stage 1: ${status === 'now' ? who : 'someone'} looks into it`;
		case 'youGetAnswer':
			return status !== 'done' && isAtStage2(path)
				? 'Stage 2: the full answer'
				: 'Stage 1: answer from a manager';
		case 'someoneNewLooks':
			return 'Stage 2: someone new looks into it';
		case 'threePeopleLook':
			return 'Stage 3: a panel of three people';
		case 'lastAnswer':
			return 'Stage 3: our last answer';
	}
}

function isAtStage2({ situation }: ChildPath): boolean {
	return situation === 'someoneNewLooks' || situation === 'someoneNewIsLate';
}

/** The heading of their page. `who`: the first name of whoever looks into it, or "someone". */
export function adultHeading(situation: ChildSituation, who: string, reader: AdultReader): string {
	const has = reader === 'adult' ? 'You have' : 'The child has';
	const asked = reader === 'adult' ? 'You asked' : 'The child asked';
	switch (situation) {
		case 'waitingToBeRead':
			return 'We have got it';
		case 'lookingIntoIt':
		case 'late':
			return `Stage 1: ${who} is looking into it`;
		case 'waitingForAdvocate':
			// That a child asked for an advocate is theirs to tell.
			return reader === 'adult' ? 'We are waiting for the child’s advocate' : 'We have to wait';
		case 'someoneNewLooks':
		case 'someoneNewIsLate':
			return 'Stage 2: someone new is looking into it';
		case 'answered':
			return `${has} the stage 1 answer`;
		case 'answeredAgain':
			return `${has} the stage 2 answer`;
		case 'askedLate':
			return `${asked} for stage 3, a panel`;
		case 'threePeopleLook':
		case 'threePeopleAreLate':
			return 'Stage 3: a panel is looking at it';
		case 'lastAnswer':
			return `${has} our last answer`;
		case 'withOmbudsman':
			return 'The Ombudsman has it now';
		case 'tooLateToAsk':
			return 'The time to ask for stage 3 had run out';
		case 'settled':
			return reader === 'adult' ? 'We settled it with you' : 'We settled it with the child';
		case 'onHold':
			return 'We have to wait';
		case 'closed':
			return 'This is finished';
		case 'stopped':
			return reader === 'adult' ? 'You asked us to stop' : 'We have stopped';
		case 'passedOn':
			return 'A different team is helping with this';
	}
}

/** What is said of the next stage, and by when to ask for it. */
export const ADULT_ASKS = {
	stage2: {
		by: 'If you are not happy, try to ask for stage 2 by',
		still: ['If you are not happy, you can still ask for stage 2. Someone new then looks into it.']
	},
	stage3: {
		by: 'If you are not happy, ask for stage 3 by',
		is: 'Stage 3 is a panel of three people who do not work for us.',
		still: [
			'If you are not happy, you can still ask for stage 3.',
			'The day we gave you is over. So we will tell you if the panel can look, and why.'
		]
	}
} as const;

/** What they may choose after an answer, by the names of the stages (T4), and when it is late (T6). */
export const ADULT_CHOICES = {
	stage2: 'Ask for stage 2: someone new looks into it',
	stage3: 'Ask for stage 3: a panel of three people',
	stage2Now: 'Ask for stage 2 now'
} as const;
