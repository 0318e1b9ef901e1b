import { z } from 'zod';
import type { Answers, ReachDetails } from '#lib/intake/answers.ts';
import {
	ADDRESSED_CHANNELS,
	GOOD_TIMES,
	WHO_CAN_SEE,
	YES_NO,
	type AddressedChannel
} from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question, type Field, type Question } from '#lib/intake/question.ts';
import {
	firstChannelPage,
	firstChildsChannelPage,
	PAGE_OF_CHANNEL,
	PAGE_OF_CHILDS_CHANNEL
} from '#lib/intake/questions/reach.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { isEmail, isTelephone, LONGEST_LINE, LONGEST_NAME } from '#lib/intake/typedText.ts';
import { CHILD_REACH_LEAD } from '#lib/words/public/helping.ts';
import { PREVIEWS } from '#lib/words/public/reach.ts';
import { EXAMPLE_NUMBER } from '#lib/words/telephones.ts';

/** What is asked about one channel. Nothing is asked that makes no difference to it. */
interface ChannelPage {
	heading: string;
	to: Field;
	isTo: (typed: string) => boolean;
	wrongTo: string;
	/** "Who else can see this phone?", with the sentence where it is not answered. */
	whoCanSee: { label: string; missing: string } | null;
	asksVoicemail: boolean;
	asksGoodTimes: boolean;
	asksName: boolean;
}

const TELEPHONE = {
	to: { kind: 'line', name: 'to', label: 'Your phone number', input: 'tel' },
	isTo: isTelephone,
	wrongTo: `Type a phone number, like ${EXAMPLE_NUMBER}`,
	whoCanSee: {
		label: 'Who else can see this phone?',
		missing: 'Choose who else can see this phone'
	},
	asksGoodTimes: true,
	asksName: false
} as const;

const PAGES: Record<AddressedChannel, ChannelPage> = {
	textMessage: { ...TELEPHONE, heading: 'Where can we text you?', asksVoicemail: false },
	telephone: { ...TELEPHONE, heading: 'Where can we call you?', asksVoicemail: true },
	email: {
		heading: 'Where can we email you?',
		to: { kind: 'line', name: 'to', label: 'Your email address', input: 'email' },
		isTo: isEmail,
		wrongTo: 'Type an email address, like name@example.com',
		whoCanSee: {
			label: 'Who else can see your email?',
			missing: 'Choose who else can see your email'
		},
		asksVoicemail: false,
		asksGoodTimes: false,
		asksName: false
	},
	letter: {
		heading: 'Where can we write to you?',
		to: { kind: 'textArea', name: 'to', label: 'Your address', rows: 3 },
		isTo: (typed) => typed !== '',
		wrongTo: 'Type the address where a letter can find you',
		whoCanSee: {
			label: 'Who else can see your post?',
			missing: 'Choose who else can see your post'
		},
		asksVoicemail: false,
		asksGoodTimes: false,
		asksName: false
	},
	trustedPerson: {
		heading: 'Who is the person you trust?',
		to: {
			kind: 'line',
			name: 'to',
			label: 'Their phone number or email address',
			input: 'text'
		},
		isTo: (typed) => typed !== '',
		wrongTo: 'Type how we can reach them, such as a phone number',
		whoCanSee: null,
		asksVoicemail: false,
		asksGoodTimes: false,
		asksName: true
	}
};

/** Whose number or address it is: where it is kept, where it is asked, and in which words. */
interface Whose {
	kept: 'reachDetails' | 'childReachDetails';
	pageOf: Readonly<Record<AddressedChannel, StepId>>;
	pages: Record<AddressedChannel, ChannelPage>;
	onlyThem: string;
	lead: (channel: AddressedChannel) => string;
	next: (answers: Answers, channel: AddressedChannel) => StepId;
}

/** One page a channel: the number or address, then how it is safe. */
export const reachPages: readonly Question[] = pagesFor({
	kept: 'reachDetails',
	pageOf: PAGE_OF_CHANNEL,
	pages: PAGES,
	onlyThem: 'Just me',
	lead: (channel) => PREVIEWS[channel],
	next: firstChannelPage
});

const CHILDS_TELEPHONE = {
	...TELEPHONE,
	to: { ...TELEPHONE.to, label: 'Their phone number' }
} as const;

/** The same of the child, as whoever speaks for them knows it (A9). */
export const childReachPages: readonly Question[] = pagesFor({
	kept: 'childReachDetails',
	pageOf: PAGE_OF_CHILDS_CHANNEL,
	pages: {
		textMessage: { ...PAGES.textMessage, ...CHILDS_TELEPHONE, heading: 'Where can we text them?' },
		telephone: { ...PAGES.telephone, ...CHILDS_TELEPHONE, heading: 'Where can we call them?' },
		email: {
			...PAGES.email,
			heading: 'Where can we email them?',
			to: { kind: 'line', name: 'to', label: 'Their email address', input: 'email' },
			whoCanSee: {
				label: 'Who else can see their email?',
				missing: 'Choose who else can see their email'
			}
		},
		letter: {
			...PAGES.letter,
			heading: 'Where can we write to them?',
			to: { kind: 'textArea', name: 'to', label: 'Their address', rows: 3 },
			whoCanSee: {
				label: 'Who else can see their post?',
				missing: 'Choose who else can see their post'
			}
		},
		trustedPerson: {
			...PAGES.trustedPerson,
			heading: 'Who is the person they trust?',
			to: {
				kind: 'line',
				name: 'to',
				label: 'That person’s phone number or email address',
				input: 'text'
			}
		}
	},
	onlyThem: 'Only the child',
	lead: () => CHILD_REACH_LEAD,
	next: firstChildsChannelPage
});

function pagesFor(whose: Whose): readonly Question[] {
	return ADDRESSED_CHANNELS.map((channel) => {
		const page = whose.pages[channel];
		return question({
			id: whose.pageOf[channel],
			title: page.heading,
			heading: page.heading,
			lead: () => [whose.lead(channel)],
			fields: () => fieldsOf(page, whose.onlyThem),
			schema: schemaOf(page),
			fill: (answers) => fillFrom(answers, whose.kept, channel),
			record: (answers, { to, name, whoCanSee, voicemail, goodTimes }) => {
				const details: ReachDetails = {
					to: to.trim(),
					whoCanSee,
					voicemail,
					goodTimes,
					...(page.asksName ? { name: name.trim() } : {})
				};
				return { ...answers, [whose.kept]: { ...answers[whose.kept], [channel]: details } };
			},
			isDone: (answers) => answers[whose.kept]?.[channel] !== undefined,
			next: (answers) => whose.next(answers, channel)
		});
	});
}

function fieldsOf(page: ChannelPage, onlyThem: string): readonly Field[] {
	const asked: (Field | null)[] = [
		page.asksName
			? { kind: 'line', name: 'name', label: 'What are they called?', input: 'text' }
			: null,
		page.to,
		page.whoCanSee && {
			kind: 'radios',
			name: 'whoCanSee',
			label: page.whoCanSee.label,
			sayWith: 'Who else can see:',
			options: options(WHO_CAN_SEE, {
				justMe: onlyThem,
				others: 'Other people can',
				notSure: 'Not sure'
			})
		},
		page.asksVoicemail
			? {
					kind: 'radios',
					name: 'voicemail',
					label: 'Can we leave a voicemail?',
					sayWith: 'Voicemail:',
					isPair: true,
					options: options(YES_NO, { yes: 'Yes', no: 'No' })
				}
			: null,
		page.asksGoodTimes
			? {
					kind: 'checkboxes',
					name: 'goodTimes',
					label: 'When is a good time?',
					sayWith: 'Good time:',
					options: options(GOOD_TIMES, {
						afterSchool: 'After school',
						evening: 'Evening',
						weekend: 'Weekend',
						any: 'Any time'
					})
				}
			: null
	];
	return asked.filter((field) => field !== null);
}

function schemaOf(page: ChannelPage) {
	return z.object({
		name: textUpTo(LONGEST_NAME, 'Make the name shorter: 100 letters at most'),
		to: textUpTo(LONGEST_LINE, page.wrongTo).refine(
			(typed) => page.isTo(typed.trim()),
			page.wrongTo
		),
		whoCanSee: z
			.enum(WHO_CAN_SEE, page.whoCanSee?.missing)
			.nullable()
			.default(null)
			.refine((chosen) => page.whoCanSee === null || chosen !== null, page.whoCanSee?.missing),
		voicemail: z.enum(YES_NO).nullable().default(null),
		goodTimes: z.array(z.enum(GOOD_TIMES, 'Pick from the list')).default([])
	});
}

/** What was answered, or a number given on an earlier page: nobody is asked for it twice. */
function fillFrom(answers: Answers, kept: Whose['kept'], channel: AddressedChannel) {
	const held = answers[kept];
	const before = held?.[channel];
	const knownNumber =
		(channel === 'textMessage' ? held?.telephone?.to : undefined) ??
		(channel === 'telephone' ? held?.textMessage?.to : undefined) ??
		(kept === 'reachDetails' ? answers.callBack?.number : undefined) ??
		'';
	const isTelephonePage = channel === 'textMessage' || channel === 'telephone';
	return {
		name: before?.name ?? '',
		to: before?.to ?? (isTelephonePage ? knownNumber : ''),
		whoCanSee: before?.whoCanSee ?? null,
		voicemail: before?.voicemail ?? null,
		goodTimes: [...(before?.goodTimes ?? [])]
	};
}
