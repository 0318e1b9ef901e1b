import type { Answers } from '#lib/intake/answers.ts';
import type { AddressedChannel, ReachChannel } from '#lib/intake/codes.ts';
import type { Question } from '#lib/intake/question.ts';
import { findQuestion } from '#lib/intake/questions.ts';
import { PAGE_OF_CHANNEL } from '#lib/intake/questions/reach.ts';
import type { QuestionView } from '#lib/intake/questionView.ts';
import { viewQuestion, type FormState } from '#lib/intake/viewQuestion.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { REACH_WORDS } from '#lib/words/public/reach.ts';

/** One channel's page of the form, asked again. */
export interface ChannelPage {
	channel: AddressedChannel;
	question: Question;
}

const ADDRESSED = Object.keys(PAGE_OF_CHANNEL) as AddressedChannel[];

/** The ways that are used now. */
export function channelsOf({ safeContact }: OwnCase): readonly ReachChannel[] {
	return [
		...new Set(safeContact.filter(({ isAllowed }) => isAllowed).map(({ channel }) => channel))
	];
}

/** Of some channels, those that need a number or an address, in the order of the form. */
export function addressedOf(channels: readonly ReachChannel[]): readonly AddressedChannel[] {
	return ADDRESSED.filter((channel) => channels.includes(channel));
}

/** The page of the form behind an address such as '10a'; null where there is none. */
export function findChannelPage(page: string): ChannelPage | null {
	const channel = ADDRESSED.find((one) => PAGE_OF_CHANNEL[one] === page);
	const question = channel && findQuestion(PAGE_OF_CHANNEL[channel]);
	return channel && question ? { channel, question } : null;
}

/** The first page of those named, and then the rest, as an address; what is done where none is left. */
export function nextChannelAddress(pages: readonly string[]): string {
	const [first, ...rest] = pages.filter((page) => findChannelPage(page));
	if (!first) return '/my?n=c';
	return `/my/reach/${first}${rest.length > 0 ? `?then=${rest.join('.')}` : ''}`;
}

/** Which ways, as the form asks it. */
export function reachView(own: OwnCase, form: FormState | null): QuestionView {
	const answers: Answers = { seen: [], name: '-', reach: [...channelsOf(own)] };
	return ownView(findQuestion('10')!, answers, { form, back: '/my', lead: [REACH_WORDS.lead] });
}

/** One channel, as the form asks it. What was there before is not shown. */
export function channelView({ question }: ChannelPage, form: FormState | null): QuestionView {
	return ownView(question, { seen: [] }, { form, back: '/my/reach', lead: null });
}

function ownView(
	question: Question,
	answers: Answers,
	{ form, back, lead }: { form: FormState | null; back: string; lead: readonly string[] | null }
): QuestionView {
	const view = viewQuestion(question, answers, { form, isChange: false });
	return { ...view, back, lead: lead ?? view.lead };
}
