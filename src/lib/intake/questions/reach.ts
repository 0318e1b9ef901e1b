import { z } from 'zod';
import type { Answers } from '#lib/intake/answers.ts';
import {
	ADDRESSED_CHANNELS,
	REACH_CHANNELS,
	type AddressedChannel,
	type ReachChannel
} from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { toldLanguage } from '#lib/intake/questions/language.ts';
import { isByPartner } from '#lib/intake/partner.ts';
import { question } from '#lib/intake/question.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { isSigned } from '#lib/words/languages/languages.ts';
import { OTHERS_CHECK } from '#lib/words/public/adults.ts';
import { CHILD_REACH_LEAD } from '#lib/words/public/helping.ts';
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
		...(name || who === 'helper' ? [] : [NAMELESS.before])
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

/** The page of each channel by which the child may be reached, where somebody speaks for them. */
export const PAGE_OF_CHILDS_CHANNEL = {
	textMessage: '30a',
	telephone: '30b',
	email: '30c',
	letter: '30d',
	trustedPerson: '30e'
} as const satisfies Record<AddressedChannel, StepId>;

/** A9. Never taken to be the same as the helper's own. Left blank, the helper is asked first. */
export const childReach = question({
	id: '30',
	title: 'How can we reach the child?',
	heading: 'How can we reach the child safely?',
	lead: () => [CHILD_REACH_LEAD],
	fields: () => [
		{
			kind: 'checkboxes',
			name: 'childReach',
			label: 'How can we reach the child safely?',
			options: options(ADDRESSED_CHANNELS, {
				textMessage: 'Text them',
				telephone: 'Call them',
				email: 'Email them',
				letter: 'Write to them',
				trustedPerson: 'Through someone they trust'
			})
		}
	],
	schema: z.object({
		childReach: z.array(z.enum(ADDRESSED_CHANNELS, 'Pick from the list')).default([])
	}),
	fill: ({ childReach }) => ({
		childReach: ADDRESSED_CHANNELS.filter((channel) => childReach?.includes(channel))
	}),
	record: (answers, { childReach }) => ({ ...answers, childReach }),
	next: (answers) => firstChildsChannelPage(answers, null)
});

/**
 * The channels that need a page: those picked, and the telephone of somebody who asked us to
 * call, picked or not.
 */
export function addressedChannels(answers: Answers): readonly AddressedChannel[] {
	const picked = new Set(answers.reach ?? suggested(answers));
	if (asksForCall(answers)) picked.add('telephone');
	return ADDRESSED_CHANNELS.filter((channel) => picked.has(channel));
}

/** The same of the child, where somebody speaks for them. */
export function childsChannels({ childReach }: Answers): readonly AddressedChannel[] {
	return ADDRESSED_CHANNELS.filter((channel) => childReach?.includes(channel));
}

/** The page of the first channel after `channel` (null: of the first of all), or the check page. */
export function firstChannelPage(answers: Answers, channel: AddressedChannel | null): StepId {
	const next = firstAfter(addressedChannels(answers), channel);
	return next ? PAGE_OF_CHANNEL[next] : '11';
}

/** The same of the child's channels; after them the helper is asked about themselves. */
export function firstChildsChannelPage(answers: Answers, channel: AddressedChannel | null): StepId {
	const next = firstAfter(childsChannels(answers), channel);
	if (next) return PAGE_OF_CHILDS_CHANNEL[next];
	return isByPartner(answers) ? '11' : '9';
}

function firstAfter(
	picked: readonly AddressedChannel[],
	channel: AddressedChannel | null
): AddressedChannel | undefined {
	const after = channel === null ? -1 : ADDRESSED_CHANNELS.indexOf(channel);
	return picked.find((one) => ADDRESSED_CHANNELS.indexOf(one) > after);
}

/**
 * Ticked beforehand: what they have given already, the number to call, or the one to arrange by
 * text how we see each other.
 */
function suggested(answers: Answers): readonly ReachChannel[] {
	const { reachDetails = {} } = answers;
	const language = toldLanguage(answers);
	// An adult is asked for every way first: what there is without was given by a child.
	const given = isChild(answers) ? ADDRESSED_CHANNELS.filter((one) => reachDetails[one]) : [];
	const ticked = new Set<ReachChannel>(['code', ...given]);
	if (asksForCall(answers)) ticked.add('telephone');
	else if (language) ticked.add(isSigned(language) ? 'textMessage' : 'telephone');
	return REACH_CHANNELS.filter((channel) => ticked.has(channel));
}

/**
 * Where a child is asked how to reach them: whoever asked us to call has said it, and is asked for
 * the number at once. The list stays open to them from the check page.
 */
export function firstReachPage(answers: Answers): StepId {
	const hasSaid = asksForCall(answers) && answers.reach === undefined;
	return isChild(answers) && hasSaid ? PAGE_OF_CHANNEL.telephone : '10';
}

function isChild({ who }: Answers): boolean {
	return who !== 'helper' && who !== 'adult';
}

function asksForCall(answers: Answers): boolean {
	return (isChild(answers) ? answers.how : answers.adultHow) === 'call';
}
