import { z } from 'zod';
import type { Answers, ReachDetails } from '#lib/intake/answers.ts';
import { GOOD_TIMES, WHO_CAN_SEE, YES_NO, type AddressedChannel } from '#lib/intake/codes.ts';
import { options } from '#lib/intake/options.ts';
import { question, type Field, type Question } from '#lib/intake/question.ts';
import { firstChannelPage, PAGE_OF_CHANNEL } from '#lib/intake/questions/reach.ts';
import {
	isEmail,
	isTelephone,
	LONGEST_LINE,
	LONGEST_NAME,
	textUpTo
} from '#lib/intake/typedText.ts';
import { PREVIEWS } from '#lib/words/public/reach.ts';

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
	wrongTo: 'Type a phone number, like 07700 900 982',
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

/** One page a channel: the number or address, then how it is safe. */
export const reachPages: readonly Question[] = (
	Object.keys(PAGE_OF_CHANNEL) as AddressedChannel[]
).map((channel) => {
	const page = PAGES[channel];
	return question({
		id: PAGE_OF_CHANNEL[channel],
		title: page.heading,
		heading: page.heading,
		lead: () => [PREVIEWS[channel]],
		fields: () => fieldsOf(page),
		schema: schemaOf(page),
		fill: (answers) => fillFrom(answers, channel),
		record: (answers, { to, name, whoCanSee, voicemail, goodTimes }) => {
			const details: ReachDetails = {
				to: to.trim(),
				whoCanSee,
				voicemail,
				goodTimes,
				...(page.asksName ? { name: name.trim() } : {})
			};
			return { ...answers, reachDetails: { ...answers.reachDetails, [channel]: details } };
		},
		isDone: ({ reachDetails }) => reachDetails?.[channel] !== undefined,
		next: (answers) => firstChannelPage(answers, channel)
	});
});

function fieldsOf(page: ChannelPage): readonly Field[] {
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
				justMe: 'Just me',
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
function fillFrom({ reachDetails, callBack }: Answers, channel: AddressedChannel) {
	const before = reachDetails?.[channel];
	const knownNumber =
		(channel === 'textMessage' ? reachDetails?.telephone?.to : undefined) ??
		(channel === 'telephone' ? reachDetails?.textMessage?.to : undefined) ??
		callBack?.number ??
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
