import { z } from 'zod';
import { CHANGES, type Change } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question, type Question } from '#lib/intake/question.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_LINE } from '#lib/intake/typedText.ts';
import { CHANGE_LABELS } from '#lib/words/public/picked.ts';

interface AskedAbout {
	id: StepId;
	/** No two pages share the name of a field. */
	name: string;
	title: string;
	heading: string;
	labels: Readonly<Record<Change, string>>;
	next: StepId;
}

function changesQuestion({ id, name, title, heading, labels, next }: AskedAbout): Question {
	const when = `${name}When`;
	return question({
		id,
		title,
		heading,
		fields: () => [
			{
				kind: 'checkboxes',
				name,
				label: heading,
				options: options(CHANGES, labels)
			},
			{
				kind: 'line',
				name: when,
				label: 'When?',
				hint: 'If you do not know, leave it blank.',
				input: 'text'
			}
		],
		schema: z.object({
			[name]: z.array(z.enum(CHANGES, 'Pick from the list')).default([]),
			[when]: textUpTo(LONGEST_LINE, 'Make this shorter')
		}),
		fill: ({ changes, changesWhen }) => ({ [name]: changes ?? [], [when]: changesWhen ?? '' }),
		record: (answers, checked) => ({
			...answers,
			changes: checked[name] as Change[],
			changesWhen: checked[when] as string
		}),
		next: () => next,
		skip: 'Skip this'
	});
}

/** C8b. Tells staff whether a change may have to be put on hold (guidance 6.5). May be skipped. */
export const changing = changesQuestion({
	id: '7b',
	name: 'changes',
	title: 'Is something about to change?',
	heading: 'Is something about to change?',
	labels: CHANGE_LABELS,
	next: '8'
});

const FOR_THE_CHILD = {
	title: 'What is about to change?',
	heading: 'What is about to change for the child?',
	labels: {
		move: 'They are going to be moved',
		school: 'Their school',
		familyTime: 'Time with their family',
		other: 'Something else',
		nothing: 'Nothing'
	}
} as const;

/** The same, as somebody says it who speaks for the child. May be skipped. */
export const changesForChild = changesQuestion({
	...FOR_THE_CHILD,
	id: '28b',
	name: 'changesForChild',
	next: '29'
});

/** The same, as an adult says it who complains. May be skipped. */
export const childsChanges = changesQuestion({
	...FOR_THE_CHILD,
	id: '37b',
	name: 'childsChanges',
	next: '38'
});
