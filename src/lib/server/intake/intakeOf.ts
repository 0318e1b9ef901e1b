import { randomUUID } from 'node:crypto';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { Answers } from '#lib/intake/answers.ts';
import { PROMISE_VERSION } from '#lib/intake/codes.ts';
import { pathOf } from '#lib/intake/questions.ts';
import { addressedChannels } from '#lib/intake/questions/reach.ts';
import type { StepId } from '#lib/intake/steps.ts';
import type {
	IntakeComplaint,
	IntakeFacts,
	IntakeText
} from '#lib/server/complaints/intakeComplaint.ts';

/**
 * The complaint that a finished form makes.
 *
 * Only what belongs to the way they chose in the end is taken: a text typed before they asked
 * to be called instead is not. They saw the same on the check page.
 */
export function intakeOf(
	answers: Answers,
	{ draftId, nowMs }: { draftId: string; nowMs: number }
): IntakeComplaint {
	const path = new Set(pathOf(answers));
	const texts = textsOf(answers, path);
	return {
		complaintId: randomUUID(),
		draftId,
		receivedOn: dateInEngland(nowMs),
		channel: 'website',
		madeBy: 'childOrYoungPerson',
		madeOrally: answers.how !== 'type',
		texts,
		people: answers.name
			? [{ personId: randomUUID(), part: 'complainant', name: answers.name, relation: '' }]
			: [],
		safeContacts: safeContactsOf(answers),
		facts: factsOf(answers, path),
		advocate:
			path.has('8') && answers.advocate === 'yes'
				? { mayKnow: answers.advocateMayKnow ?? 'nameOnly' }
				: null
	};
}

function textsOf(answers: Answers, path: ReadonlySet<StepId>): readonly IntakeText[] {
	const typed = [
		path.has('6') && { kind: 'whatHappened' as const, words: answers.happened },
		path.has('7') && { kind: 'whatWouldHelp' as const, words: answers.wishesMore },
		path.has('7b') && { kind: 'whenItChanges' as const, words: answers.changesWhen }
	];
	return typed.flatMap((text) =>
		text && text.words?.trim() ? [{ textId: randomUUID(), kind: text.kind, words: text.words }] : []
	);
}

function safeContactsOf(answers: Answers): IntakeComplaint['safeContacts'] {
	const code: IntakeComplaint['safeContacts'][number] = {
		safeContactId: randomUUID(),
		channel: 'code',
		isAllowed: true,
		details: null,
		whoCanSee: null,
		voicemailAllowed: null,
		goodTimes: []
	};
	const others = addressedChannels(answers).flatMap((channel) => {
		const details = answers.reachDetails?.[channel];
		return details
			? [
					{
						safeContactId: randomUUID(),
						channel,
						isAllowed: true,
						details: { to: details.to, name: details.name || null },
						whoCanSee: details.whoCanSee,
						voicemailAllowed: details.voicemail === null ? null : details.voicemail === 'yes',
						goodTimes: details.goodTimes
					}
				]
			: [];
	});
	return [code, ...others];
}

function factsOf(answers: Answers, path: ReadonlySet<StepId>): IntakeFacts {
	return {
		pickedSubjects: path.has('5') ? (answers.about ?? []) : [],
		wishes: path.has('7') ? (answers.wishes ?? []) : [],
		toldHow: answers.how ?? null,
		safetyAnswer: answers.safe ?? null,
		wantsAdvocate: path.has('8') ? (answers.advocate ?? null) : null,
		advocateMayKnow: path.has('8b') ? (answers.advocateMayKnow ?? null) : null,
		changesComing: path.has('7b') ? (answers.changes ?? []) : [],
		promiseVersion: answers.promiseVersion ?? PROMISE_VERSION
	};
}
