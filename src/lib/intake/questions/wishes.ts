import { z } from 'zod';
import { WISHES, type Wish } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question, type Question } from '#lib/intake/question.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT, TOO_MUCH } from '#lib/intake/typedText.ts';
import { WISH_LABELS } from '#lib/words/public/picked.ts';

/** Whoever says that something must stop is asked what is about to change. */
interface AskedAbout {
	id: StepId;
	/** No two pages share the name of a field. */
	name: string;
	heading: string;
	labels: Readonly<Record<Wish, string>>;
	next: { whereItMustStop: StepId; otherwise: StepId };
}

function wishesQuestion({ id, name, heading, labels, next }: AskedAbout): Question {
	const more = `${name}More`;
	return question({
		id,
		title: heading,
		heading,
		fields: () => [
			{
				kind: 'checkboxes',
				name,
				label: heading,
				hint: 'Pick as many as you like.',
				options: options(WISHES, labels)
			},
			{
				kind: 'textArea',
				name: more,
				label: 'Tell us more',
				hint: 'You can leave this blank.',
				rows: 3
			}
		],
		schema: z.object({
			[name]: z.array(z.enum(WISHES, 'Pick from the list')).default([]),
			[more]: textUpTo(LONGEST_TEXT, TOO_MUCH)
		}),
		fill: ({ wishes, wishesMore }) => ({ [name]: wishes ?? [], [more]: wishesMore ?? '' }),
		record: (answers, checked) => ({
			...answers,
			wishes: checked[name] as Wish[],
			wishesMore: checked[more] as string
		}),
		next: ({ wishes }) => (wishes?.includes('stop') ? next.whereItMustStop : next.otherwise),
		skip: 'Skip this'
	});
}

/** C8. May be skipped. */
export const better = wishesQuestion({
	id: '7',
	name: 'wishes',
	heading: 'What would make it better?',
	labels: WISH_LABELS,
	next: { whereItMustStop: '7b', otherwise: '8' }
});

/** A7: the same of C8, for the child. May be skipped. */
export const wishesForChild = wishesQuestion({
	id: '28',
	name: 'wishesForChild',
	heading: 'What would make it better for them?',
	labels: {
		sorry: 'Say sorry',
		why: 'Explain why',
		change: 'Change something',
		stop: 'Stop something happening',
		sortOut: 'Sort it out quickly, with them',
		listen: 'Just listen to them',
		notSure: 'I do not know yet'
	},
	next: { whereItMustStop: '28b', otherwise: '29' }
});

/** B6: the same of C8, as an adult says them. May be skipped. */
export const theirWishes = wishesQuestion({
	id: '37',
	name: 'theirWishes',
	heading: 'What would put it right?',
	labels: {
		sorry: 'Say sorry',
		why: 'Explain why',
		change: 'Change something',
		stop: 'Stop something happening',
		sortOut: 'Sort it out quickly, with me',
		listen: 'Just listen',
		notSure: 'I do not know yet'
	},
	next: { whereItMustStop: '37b', otherwise: '38' }
});
