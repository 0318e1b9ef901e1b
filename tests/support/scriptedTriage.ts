import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { OpenedStrand, TriagedElement } from '#lib/domain/complaint/events.ts';
import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import { reasonFor } from '#lib/domain/triage/reasons.ts';
import { suggestRoute } from '#lib/domain/triage/suggestRoute.ts';
import { suggestStrands } from '#lib/domain/triage/suggestStrands.ts';
import type { TriageFacts } from '#lib/domain/triage/triageFacts.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';

/** An ordinary point: about us, nobody at risk, nothing else going on, within the year. */
const ORDINARY: TriageFacts = {
	person: 'P1',
	subject: 'S2',
	timing: 'T1',
	concurrency: [],
	answers: { currentHarm: 'no', allegation: 'no', aboutUs: 'yes', allStagesDone: 'no' }
};

/** The order of triage that follows the rules' own suggestion, point by point, with its words. */
export function scriptedTriage(
	decidedOn: PlainDate,
	points: readonly Partial<TriageFacts>[]
): { order: Order; texts: readonly PushedText[]; routes: readonly string[] } {
	const facts = points.map((point) => ({
		...ORDINARY,
		...point,
		answers: { ...ORDINARY.answers, ...point.answers }
	}));
	const suggested = facts.map(suggestRoute);
	const strands: (OpenedStrand & { points: readonly number[] })[] = suggestStrands(suggested).map(
		({ elements, ...strand }) => ({ ...strand, strandId: crypto.randomUUID(), points: elements })
	);
	const texts: PushedText[] = [];
	const elements = suggested.map(({ codes }, place): TriagedElement => {
		const titleTextId = keep(texts, 'elementTitle', 'A point');
		const { person, subject } = facts[place] ?? ORDINARY;
		return {
			elementId: crypto.randomUUID(),
			titleTextId,
			person: person ?? 'P1',
			subject: subject ?? 'S2',
			category: 'quality',
			routes: codes,
			strandId: strands.find((strand) => strand.points.includes(place))?.strandId ?? null,
			reasonTextId: needsReason(codes) ? keep(texts, 'reason', 'Why it goes this way') : null
		};
	});
	return {
		routes: elements.map(({ routes }) => routes.join('+')),
		texts,
		order: {
			type: 'decideTriage',
			decidedOn,
			spokenTo: 'yes',
			elements,
			strands: strands.map(({ strandId, procedure, opensAt }) => ({ strandId, procedure, opensAt }))
		}
	};
}

function needsReason(codes: readonly ReasonCode[]): boolean {
	return codes.some((code) => reasonFor(code).needsReason);
}

function keep(texts: PushedText[], kind: PushedText['kind'], words: string): string {
	const textId = crypto.randomUUID();
	texts.push({ textId, kind, words });
	return textId;
}
