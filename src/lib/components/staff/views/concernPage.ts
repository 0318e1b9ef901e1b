import type { ConcernAct } from '#lib/domain/reviews/concern.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ReviewOrder } from '#lib/wire/reviewOrders.ts';
import type { WholeConcern } from '#lib/wire/reviews.ts';
import type { PushedText } from '#lib/wire/sync.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import { LADDER_WORDS } from '#lib/words/reviews.ts';
import type { FieldError } from '../controls/ErrorSummary.svelte';
import { concernLine } from './reviews.ts';

/** What somebody does about a concern, as they write it down. */
export interface StepDraft {
	/** 'settle', 'cafcass', or a step of the ladder. */
	what: string;
	on: string;
	words: string;
	/** What was promised to settle it; empty where nothing was. */
	promise: string;
	who: string;
	dueOn: string;
}

/** Nothing written yet, today. */
export function blankStep(today: string): StepDraft {
	return { what: '', on: today, words: '', promise: '', who: '', dueOn: '' };
}

/** A concern as its own page shows it. */
export function concernPage(
	concern: WholeConcern,
	{ today, nameOf }: { today: PlainDate; nameOf: (staffId: string) => string }
) {
	const { saidOn, reviewOn, isDayInDoubt, safeNow, wantsAdvocate, phoned } = concern;
	const said = `Said ${shortDayWords(saidOn, today)}${reviewOn === saidOn ? ', at the review' : ''}.`;
	return {
		...concernLine(concern, today),
		facts: [
			said,
			isDayInDoubt
				? 'Nothing bears this day out, so the earliest day that can be counts until an officer decides.'
				: '',
			SAFE_WORDS[safeNow],
			phoned === 'yes' ? 'Somebody was telephoned.' : phoned ? 'Nobody was telephoned yet.' : '',
			ADVOCATE_WORDS[wantsAdvocate]
		].filter((sentence) => sentence !== ''),
		steps: concern.acts.map(({ actId, act, byStaffId, words }) => ({
			actId,
			when: shortDayWords(act.on, today),
			what: actWords(act),
			by: nameOf(byStaffId),
			words: words ?? ''
		})),
		choices: [
			...(concern.settledOn === null ? [{ value: 'settle', label: 'It is settled' }] : []),
			...concern.stepsNext.map((step) => ({
				value: step,
				label: `I took it to ${LADDER_WORDS[step]}`
			})),
			...(concern.cafcassOn === null
				? [{ value: 'cafcass', label: 'I referred it to Cafcass' }]
				: [])
		]
	};
}

const SAFE_WORDS = {
	yes: 'Safe now.',
	no: 'Not safe: the people on duty were told.',
	notSure: 'Not sure whether they are safe: the people on duty were told.',
	notAsked: 'Nobody asked whether they are safe.'
} as const satisfies Record<WholeConcern['safeNow'], string>;

const ADVOCATE_WORDS = {
	yes: 'They want an advocate.',
	no: 'They want no advocate.',
	notAsked: 'Nobody asked whether they want an advocate.'
} as const satisfies Record<WholeConcern['wantsAdvocate'], string>;

function actWords(act: ConcernAct): string {
	switch (act.type) {
		case 'recorded':
			return 'The child told it';
		case 'settled':
			return 'Settled';
		case 'escalated':
			return `Taken to ${LADDER_WORDS[act.step]}`;
		case 'referredToCafcass':
			return 'Referred to Cafcass';
		case 'becameComplaint':
			return 'Became a complaint';
	}
}

/** What is missing, each with its field. */
export function findStepErrors(draft: StepDraft): FieldError[] {
	const missing = (isMissing: boolean, name: string, sentence: string) =>
		isMissing ? [{ fieldId: `step-${name}`, sentence }] : [];
	const hasPromise = draft.what === 'settle' && draft.promise.trim() !== '';
	return [
		...missing(draft.what === '', 'what', 'Choose what happened'),
		...missing(draft.on === '', 'on', 'Enter the day'),
		...missing(draft.words.trim() === '', 'words', 'Write what was said and done'),
		...missing(hasPromise && draft.who.trim() === '', 'who', 'Write who will do it')
	];
}

/** The step as an order with its words. */
export function stepOrder(
	draft: StepDraft,
	newId: () => string
): { order: ReviewOrder; texts: PushedText[] } {
	const textId = newId();
	const texts: PushedText[] = [{ textId, kind: 'note', words: draft.words.trim() }];
	const on = draft.on as PlainDate;
	if (draft.what !== 'settle') {
		const to = draft.what as Extract<ReviewOrder, { type: 'escalateConcern' }>['to'];
		return { texts, order: { type: 'escalateConcern', to, escalatedOn: on, textId } };
	}
	const what = draft.promise.trim();
	const whatTextId = newId();
	if (what) texts.push({ textId: whatTextId, kind: 'promised', words: what });
	const dueOn = (draft.dueOn || null) as PlainDate | null;
	const promise = { promiseId: newId(), whatTextId, who: draft.who.trim(), dueOn };
	return {
		texts,
		order: { type: 'settleConcern', settledOn: on, textId, promises: what ? [promise] : [] }
	};
}
