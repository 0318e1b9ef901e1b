import type { Pull, PulledCase } from '#lib/wire/sync.ts';
import type { Choice } from '../controls/ChoiceFrame.svelte';
import { momentWords, saidWords, sinceWords, stepWords } from './alerts.ts';
import type { Phrase } from '../Sentence.svelte';
import { staffName } from './caseFacts.ts';

/** An alert whole, as the server opened it for this page. */
export interface OpenedAlert {
	alertId: string;
	complaintId: string | null;
	/** The case it came with; null while they have sent nothing. */
	about: {
		reference: string;
		officerId: string | null;
		mayOpen: boolean;
		teamTelephone: string;
	} | null;
	/** Who was told, where it is no complaint; not `isConcern` while it waits for a person. */
	toldTo: {
		isConcern: boolean;
		name: string;
		telephone: string;
		child: string;
		phoned: 'yes' | 'notYet' | null;
	} | null;
	answer: 'no' | 'notSure';
	raisedAt: string;
	takenBy: string | null;
	takenAt: string | null;
	contact: { telephone: string; goodTime: string; mayLeaveMessage: boolean } | null;
	steps: readonly {
		stepId: string;
		at: string;
		staffId: string | null;
		what: string;
		note: string;
	}[];
}

/** What may come of a call. */
export const CALL_OUTCOMES: readonly Choice[] = [
	{ value: 'called', label: 'I spoke to them' },
	{ value: 'noAnswer', label: 'No answer' }
];

/** Why an alert may end. There is no other way. */
export const CLOSE_REASONS: readonly Choice[] = [
	{ value: 'spokenToAndSafe', label: 'Somebody spoke to them, and they are safe' },
	{ value: 'passedToSafeguarding', label: 'Safeguarding has it, by name' },
	{ value: 'emergencyServices', label: 'Police or ambulance have it' },
	{ value: 'madeByMistake', label: 'It was pressed by mistake, and they said so' }
];

const TIMES: Readonly<Record<string, string>> = {
	now: 'Now',
	halfAnHour: 'In half an hour',
	oneHour: 'In an hour',
	twoHours: 'In two hours'
};

/** The alert as its page shows it. */
export function alertPanel(alert: OpenedAlert, pull: Pull, cases: readonly PulledCase[]) {
	const { contact, takenBy, takenAt, raisedAt } = alert;
	const found = cases.find(({ complaintId }) => complaintId === alert.complaintId);
	const took = takenBy
		? `${takenBy === pull.me.staffId ? 'You' : staffName(pull, takenBy)} took it ${sinceWords(takenAt ?? raisedAt, pull)}.`
		: 'No one is on it yet.';
	return {
		said: saidWords(alert, cases),
		when: momentWords(raisedAt, pull),
		reach: contact
			? [
					{ label: 'Number', text: contact.telephone.replaceAll(' ', '\u00a0') },
					{ label: 'When to call', text: TIMES[contact.goodTime] ?? contact.goodTime },
					{
						label: 'If there is no answer',
						text: contact.mayLeaveMessage ? 'You may leave a message' : 'Leave no message'
					}
				].filter(({ text }) => text !== '')
			: [],
		...(contact ? { callHref: telOf(contact.telephone) } : {}),
		onIt: took,
		free: takenBy === null,
		steps: [...alert.steps].reverse().map((step) => ({
			id: step.stepId,
			when: momentWords(step.at, pull),
			words: [stepWords(step, pull), step.note].filter((part) => part !== '').join(': ')
		})),
		...caseOf(alert, { called: found?.calledName ?? '', pull })
	};
}

/** Where more is known: the case, for whoever may open it, or else whom to ask about it. */
function caseOf(
	{ about, complaintId, toldTo }: OpenedAlert,
	{ called, pull }: { called: string; pull: Pull }
): { caseLink?: { href: string; words: string }; ask?: readonly Phrase[] } {
	if (toldTo) return { ask: toldAtReview(toldTo) };
	if (!about) {
		return { ask: ['They have not sent anything yet, so there is no case to look in.'] };
	}
	const { reference, officerId, mayOpen, teamTelephone } = about;
	if (mayOpen) {
		const words = `Open the case of ${called || 'this child'}, ${reference}`;
		return { caseLink: { href: `/staff/case/${complaintId}`, words } };
	}
	const officer = officerId ? staffName(pull, officerId) : '';
	const has = officer ? `${officer} has it.` : 'Nobody has it yet.';
	const ring: Phrase[] = teamTelephone
		? [
				`Ring ${officer ? `${officer} or ` : ''}the complaints team: `,
				{ href: telOf(teamTelephone), text: teamTelephone.replaceAll(' ', '\u00a0') },
				'.'
			]
		: [`Ask ${officer || 'somebody in the complaints team'}.`];
	return { ask: [{ strong: `Case ${reference}.` }, ` You cannot open it. ${has} `, ...ring] };
}

/** A concern that is no complaint: the officer who heard it knows the child. */
function toldAtReview({
	isConcern,
	name,
	telephone,
	child,
	phoned
}: NonNullable<OpenedAlert['toldTo']>): readonly Phrase[] {
	const ring: Phrase[] = telephone
		? ['Ring them: ', { href: telOf(telephone), text: telephone.replaceAll(' ', '\u00a0') }, '.']
		: [`Ask ${name}.`];
	return [
		{ strong: child || 'A child' },
		isConcern
			? ` told ${name}, who runs their reviews. `
			: ` told ${name}. What ${name} wrote down waits in “Needs you” of the complaints managers. `,
		phoned === 'yes' ? `${name} says that they have telephoned somebody. ` : '',
		...ring
	];
}

function telOf(telephone: string): string {
	return `tel:${telephone.replace(/[^+\d]/g, '')}`;
}

/** Why an act on an alert was not done, in words a person can act on. */
export function sayNotDone(
	came: { because?: string; takenBy?: string | null } | null,
	pull: Pull | null
): string {
	switch (came?.because) {
		case 'alreadyTaken':
			return `${pull ? staffName(pull, came.takenBy ?? null) : 'Somebody else'} took it before you. Ask them, or note a call.`;
		case 'alreadyClosed':
			return 'Somebody closed this alert meanwhile. Open it again to see why.';
		case 'noteMissing':
			return 'Write what was said or done.';
		case 'notYours':
			return 'This alert is not yours to answer.';
		default:
			return 'It could not be kept. Try again; if it fails once more, ring the duty team.';
	}
}
