import { z } from 'zod';
import type { Answers } from '#lib/intake/answers.ts';
import { REACH_CHANNELS, type AddressedChannel, type ReachChannel } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question } from '#lib/intake/question.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { OTHERS_CHECK } from '#lib/words/public/adults.ts';
import { NAMELESS } from '#lib/words/public/sent.ts';

/** The page of each channel that needs a number or an address, in the order of the list. */
export const PAGE_OF_CHANNEL = {
	textMessage: '10a',
	telephone: '10b',
	email: '10c',
	letter: '10d',
	trustedPerson: '10e'
} as const satisfies Record<AddressedChannel, StepId>;

/** C11. The code always works; each other pick has its own page next. */
export const reach = question({
	id: '10',
	title: 'How can we get back to you?',
	heading: 'How can we get back to you?',
	lead: ({ who, name, othersCheck }) => [
		...(who === 'adult' && othersCheck !== 'no' ? [OTHERS_CHECK.reachLead] : []),
		...(name ? [] : [NAMELESS.before])
	],
	fields: () => [
		{
			kind: 'checkboxes',
			name: 'reach',
			label: 'How can we get back to you?',
			options: options(REACH_CHANNELS, {
				code: 'I will come back here with my code. It always works',
				textMessage: 'Text me',
				telephone: 'Call me',
				email: 'Email me',
				letter: 'Write to me',
				trustedPerson: 'Through someone I trust'
			})
		}
	],
	schema: z.object({
		reach: z.array(z.enum(REACH_CHANNELS, 'Pick from the list')).default([])
	}),
	fill: (answers) => ({ reach: [...(answers.reach ?? suggested(answers))] }),
	record: (answers, { reach }) => ({ ...answers, reach }),
	next: (answers) => firstChannelPage(answers, null)
});

/**
 * The channels that need a page: those picked, and the telephone of somebody who asked us to
 * call, picked or not.
 */
export function addressedChannels(answers: Answers): readonly AddressedChannel[] {
	const picked = new Set(answers.reach ?? suggested(answers));
	if (answers.how === 'call') picked.add('telephone');
	return (Object.keys(PAGE_OF_CHANNEL) as AddressedChannel[]).filter((channel) =>
		picked.has(channel)
	);
}

/** The page of the first channel after `channel` (null: of the first of all), or the check page. */
export function firstChannelPage(answers: Answers, channel: AddressedChannel | null): StepId {
	const all = Object.keys(PAGE_OF_CHANNEL);
	const after = channel === null ? -1 : all.indexOf(channel);
	const next = addressedChannels(answers).find((one) => all.indexOf(one) > after);
	return next ? PAGE_OF_CHANNEL[next] : '11';
}

function suggested({ how }: Answers): readonly ReachChannel[] {
	return how === 'call' ? ['code', 'telephone'] : ['code'];
}
