import type { ChildPath } from '#lib/domain/complaint/childPath.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { messagesPage, type MessagesPage } from '#lib/server/intake/my/messagesPage.ts';
import { pathOfOwn, readerOf } from '#lib/server/intake/my/reader.ts';
import { pathWords, type PathStepWords } from '#lib/words/public/path.ts';
import { askedChildWords, type AskedChild } from '#lib/words/public/helping.ts';
import { happeningWords } from '#lib/words/public/tracking.ts';

/** What whoever spoke for a child sees: how far it is, the child's answer in a word, and messages. */
export interface HelpedPage extends MessagesPage {
	heading: string;
	asked: string;
	steps: readonly PathStepWords[];
}

/** The page as it stands today. Nothing of what was said, by the child or by us to the child. */
export function helpedPage(own: OwnCase): HelpedPage {
	const path = pathOfOwn(own);
	const reader = { ...readerOf(own), reads: 'helper' as const };
	const page = messagesPage(own);
	return {
		...page,
		days: page.days.map(withoutHearing),
		heading: happeningWords(path, reader).heading,
		asked: askedChildWords(askedChildOf(own.complaint, path), {
			childName: own.childName,
			today: own.rules.today
		}),
		steps: pathWords(path, reader)
	};
}

function askedChildOf({ beside: { consent } }: Complaint, { situation }: ChildPath): AskedChild {
	const isOver = situation === 'stopped' || situation === 'closed' || situation === 'passedOn';
	if (!consent) return { said: isOver ? 'notAsked' : 'nothing' };
	return consent.withdrawnOn === null
		? { said: consent.recorded.consent, on: consent.recorded.recordedOn }
		: { said: 'takenBack', on: consent.withdrawnOn };
}

/** Their files stand there by name: they are heard again by nobody who holds only this code. */
function withoutHearing({ day, messages }: MessagesPage['days'][number]) {
	return {
		day,
		messages: messages.map((message) => ({
			...message,
			files: message.files.map((file) => ({ ...file, href: null }))
		}))
	};
}
