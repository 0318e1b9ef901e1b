import type { Procedure, SpokenTo } from '#lib/domain/complaint/codes.ts';
import type {
	ConcurrencyCode,
	ContactKind,
	PersonCode,
	ReasonCode,
	SubjectCode
} from '#lib/domain/triage/codes.ts';
import type { Answer, QuestionName } from '#lib/domain/triage/questions.ts';
import { reasonFor } from '#lib/domain/triage/reasons.ts';
import type { PartDraft as FormPart } from '../triage/PartForm.svelte';
import { suggestRoute } from '#lib/domain/triage/suggestRoute.ts';
import type { RouteSuggestion, TriageFacts } from '#lib/domain/triage/triageFacts.ts';

/**
 * One part as it is being decided: what the form asks, and what was answered beside its tests. Its
 * ids are final. Its codes are those that the form offers; empty means not said yet.
 */
export interface PartDraft extends FormPart {
	elementId: string;
	titleTextId: string;
	reasonTextId: string;
	answers: Partial<Record<QuestionName, Answer>>;
	/** What came in, where the site's own door says that it is no complaint. */
	kind?: ContactKind;
}

/** A whole decision as it is being made. */
export interface TriageDraft {
	parts: PartDraft[];
	spokenTo: SpokenTo | '';
	/** When, how, and who else was there. */
	spokenToHow: string;
}

/** A part about which nothing has been said, but who complains, as the other parts have it. */
export function newPart(person = '', text = '', kind?: ContactKind): PartDraft {
	return {
		elementId: crypto.randomUUID(),
		titleTextId: crypto.randomUUID(),
		reasonTextId: crypto.randomUUID(),
		text,
		person,
		subject: '',
		category: '',
		timing: '',
		goingOn: [],
		noneGoingOn: false,
		answers: {},
		route: '',
		reasonWords: '',
		...(kind ? { kind } : {})
	};
}

/** What the rules are told of a part. What was not said is unknown. */
export function factsOfPart(part: PartDraft): TriageFacts {
	return {
		person: (part.person || null) as PersonCode | null,
		subject: (part.subject || null) as SubjectCode | null,
		timing: (part.timing || null) as NonNullable<TriageFacts['timing']> | null,
		concurrency:
			part.goingOn.length > 0 || part.noneGoingOn ? (part.goingOn as ConcurrencyCode[]) : null,
		answers: part.answers,
		...(part.kind ? { kind: part.kind } : {})
	};
}

/** What the rules suggest for a part. */
export function suggestFor(part: PartDraft): RouteSuggestion {
	return suggestRoute(factsOfPart(part));
}

/** Where a part goes: its routes, and the procedure and place where its strand would open. */
export interface ChosenRoute {
	routes: readonly ReasonCode[];
	procedure: Procedure | null;
	opensAt: 'stage1' | 'stage2' | 'suspended' | null;
	/** False while the rules cannot tell and nobody chose. */
	isKnown: boolean;
}

/** The route as it stands: a person's choice, or else the suggestion. */
export function routeOf(part: PartDraft, suggestion = suggestFor(part)): ChosenRoute {
	if (part.route === '') {
		const { codes, procedure, opensAt, possible } = suggestion;
		return {
			routes: codes,
			procedure,
			opensAt,
			isKnown: possible.length === 0 && codes.length > 0
		};
	}
	const chosen = part.route as ReasonCode;
	const { opens, opensAt } = reasonFor(chosen);
	const beside = suggestion.codes.filter((code) => reasonFor(code).onlyBeside);
	const [only] = opens;
	const procedure = opens.length > 1 ? (suggestion.procedure ?? 'statutory') : (only ?? null);
	return { routes: [chosen, ...beside], procedure, opensAt, isKnown: true };
}

/** Whether a reason has to be written down for this route. */
export function needsReason(part: PartDraft, suggestion = suggestFor(part)): boolean {
	const { routes } = routeOf(part, suggestion);
	const isOther = part.route !== '' && part.route !== suggestion.codes[0];
	return isOther || routes.some((code) => reasonFor(code).needsReason);
}
