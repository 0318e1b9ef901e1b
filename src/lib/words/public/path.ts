import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ChildPath, PathStep, PathStepName } from '#lib/domain/complaint/childPath.ts';
import { dayWords } from '#lib/words/dates.ts';
import { adultStepTitle, type AdultReader } from '#lib/words/public/adultStages.ts';

/** One step of the path in words. */
export interface PathStepWords {
	title: string;
	/** The date or the short line under it. */
	note: string;
	state: PathStep['status'];
}

/** Who looks into it, by first name, and the day on which the page is read. */
export interface PathReader {
	/** Null until somebody has it. */
	name: string | null;
	today: PlainDate;
	/** Adults read the names of the stages; who speaks for a child, that the choice is the child's. */
	reads?: 'child' | AdultReader;
}

/** Whether that day has passed: from the day after it. Never, where there is none. */
export function isOver(on: PlainDate | null, today: PlainDate): boolean {
	return on !== null && on < today;
}

/** The path in plain names, or for adults in those of the stages, with real dates. */
export function pathWords(path: ChildPath, reader: PathReader): readonly PathStepWords[] {
	return path.steps.map((step) => ({
		title:
			(reader.reads ?? 'child') === 'child'
				? titleOf(step, reader)
				: adultStepTitle(step, path, reader.name ?? 'someone'),
		note: noteOf(step, path, reader),
		state: step.status
	}));
}

function titleOf({ step, status }: PathStep, { name }: PathReader): string {
	switch (step) {
		case 'youToldUs':
			return 'You told us';
		case 'weReadIt':
			return 'We read it';
		case 'someoneLooks':
			return status === 'now' && name !== null ? `${name} looks into it` : 'Someone looks into it';
		case 'youGetAnswer':
			return 'You get an answer';
		case 'someoneNewLooks':
			return status === 'next' ? 'If you are not happy, someone new looks' : 'Someone new looks';
		case 'threePeopleLook':
			return status === 'next'
				? 'If you are still not happy, three people look'
				: 'Three people look';
		case 'lastAnswer':
			return 'You get our last answer';
	}
}

function noteOf(step: PathStep, path: ChildPath, reader: PathReader): string {
	const { today } = reader;
	if (step.status === 'late') return lateNote(step, today);
	if (step.doneOn !== null) {
		return step.doneOn === today
			? `Today, ${dayWords(step.doneOn, today)}`
			: dayWords(step.doneOn, today);
	}
	if (step.step === 'threePeopleLook') return panelNote(step, path, reader);
	if (step.dueOn !== null && step.step !== 'someoneNewLooks') {
		return `By ${dayWords(step.dueOn, today)}`;
	}
	return noteWithoutDay(step, path, reader);
}

function lateNote({ dueOn, newDueOn }: PathStep, today: PlainDate): string {
	const was = dueOn === null ? '' : `It was ${dayWords(dueOn, today)}. `;
	return newDueOn === null
		? `${was}We will give you a new date.`
		: `${was}The new date is ${dayWords(newDueOn, today)}.`;
}

function noteWithoutDay(step: PathStep, path: ChildPath, reader: PathReader): string {
	const notes: Record<PathStepName, string> = {
		youToldUs: 'We have it',
		weReadIt: step.status === 'done' ? 'We have read it' : 'We will read it soon',
		someoneLooks: lookingNote(step, path, reader),
		youGetAnswer:
			path.situation === 'waitingForAdvocate'
				? waitingWords(reader.reads).date
				: 'We will give you a date',
		someoneNewLooks: newLookNote(step, path, reader),
		threePeopleLook: panelNote(step, path, reader),
		lastAnswer: 'We will give you a date'
	};
	return notes[step.step];
}

/** They meet on a day, or by a day; before it was asked for, by when to ask. */
function panelNote(step: PathStep, { situation, panelOn }: ChildPath, reader: PathReader): string {
	const { today } = reader;
	if (situation === 'askedLate') return 'We will tell you soon if they can look';
	if (step.status === 'next') {
		return sayChoice('Ask', step.dueOn, reader);
	}
	if (step.status === 'done') return 'They have met';
	if (step.dueOn === null) return 'We will give you a date';
	const day = dayWords(step.dueOn, today);
	if (isOver(step.dueOn, today)) return `Their day to meet was ${day}`;
	return panelOn === null ? `They will meet by ${day}` : `They meet on ${day}`;
}

/** Why it waits. Whoever speaks for a child does not learn that the child asked for an advocate. */
function waitingWords(reads: PathReader['reads']): { looking: string; date: string } {
	return reads === 'helper'
		? { looking: 'We have to wait', date: 'We will give you a date' }
		: {
				looking: 'We are waiting for your advocate',
				date: 'We give you a date when you have your advocate'
			};
}

function lookingNote(
	{ status }: PathStep,
	{ situation }: ChildPath,
	{ name, reads }: PathReader
): string {
	if (status === 'done') return 'We have looked';
	if (status === 'next') return 'We tell you their name';
	if (situation === 'waitingForAdvocate') return waitingWords(reads).looking;
	return `${name ?? 'Someone'} is still finding things out`;
}

function newLookNote(step: PathStep, { situation }: ChildPath, reader: PathReader): string {
	const { today } = reader;
	if (step.status === 'done') return 'They have looked';
	if (step.status === 'now') {
		return step.dueOn === null ? 'We will give you a date' : `By ${dayWords(step.dueOn, today)}`;
	}
	if (reader.reads === 'helper') return CHILD_CHOOSES;
	if (situation === 'late') return 'You choose. You can ask today.';
	return sayChoice('Try to ask', step.dueOn, reader);
}

/** Until its day has passed, by when to ask; after it, that they still can. */
function sayChoice(ask: string, byOn: PlainDate | null, { today, reads }: PathReader): string {
	if (reads === 'helper') return CHILD_CHOOSES;
	if (byOn === null) return 'You choose';
	return isOver(byOn, today)
		? 'You choose. You can still ask.'
		: `You choose. ${ask} by ${dayWords(byOn, today)}.`;
}

const CHILD_CHOOSES = 'The child chooses';
