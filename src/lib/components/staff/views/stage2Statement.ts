import type { Strand } from '#lib/domain/complaint/state.ts';
import { partNames, partTitle, type CaseFacts } from './caseFacts.ts';
import { actLinks, day, eventsOf, foldedOf, type CardPart, type CardRow } from './stageCard.ts';

/** The statement of complaint: its versions, and how it was settled. */
export function statementPart(facts: CaseFacts, strand: Strand): CardPart {
	const { statements, statementSettled } = strand.stage2;
	return {
		id: 'statement',
		heading: 'Statement of complaint',
		rows: [...settledRow(facts, strand), ...statements.map((one) => versionRow(facts, one))],
		missing: statementSettled
			? undefined
			: statements.length === 0
				? 'Write down what will be looked at, in their words, and send it to them.'
				: 'It went, and is not agreed yet. Ask them. Where they want it changed, send a new version.',
		links: actLinks(facts, strand, [
			'statementAgreed',
			'statement',
			'statementNotAgreed',
			'statementNotNeeded'
		])
	};
}

function settledRow(facts: CaseFacts, { strandId, stage2 }: Strand): CardRow[] {
	const { statementSettled, agreedVersion } = stage2;
	if (!statementSettled) return [];
	const on = day(facts, statementSettled.on);
	const row = (words: string, reasonTextId?: string): CardRow => ({
		id: 'settled',
		words,
		icon: 'tick',
		folded: foldedOf(facts, 'Why', reasonTextId)
	});
	switch (statementSettled.how) {
		case 'agreed':
			return [row(`Agreed ${on}${agreedVersion === null ? '' : `, version ${agreedVersion}`}`)];
		case 'notAgreed':
			return [
				row(
					`Not agreed, ${on}. It goes on in their own words`,
					eventsOf(facts, 'statementNotAgreed', strandId).at(-1)?.reasonTextId
				)
			];
		case 'notNeeded':
			return [
				row(
					`No statement needed, ${on}. What they wrote is clear`,
					eventsOf(facts, 'statementNotNeeded', strandId).at(-1)?.reasonTextId
				)
			];
	}
}

function versionRow(
	facts: CaseFacts,
	{ version, textId, sentOn }: Strand['stage2']['statements'][number]
): CardRow {
	return {
		id: `version-${version}`,
		words: `Version ${version}, sent ${day(facts, sentOn)}`,
		folded: foldedOf(facts, 'Read it', textId)
	};
}

/** The points that a court decided; none, and there is no such part. */
export function leftOutPart(facts: CaseFacts, { strandId, stage2 }: Strand): CardPart[] {
	if (stage2.limited.length === 0) return [];
	const events = eventsOf(facts, 'scopeLimited', strandId);
	return [
		{
			id: 'leftOut',
			heading: 'Left out, since a court decided it',
			rows: events.map(({ elementId, reasonTextId, toldOn, ombudsmanToldOn }) => ({
				id: elementId,
				words: `${partNames(facts.complaint)[elementId] ?? ''}: ${partTitle(facts, elementId)}`,
				second: `They were told ${day(facts, toldOn)}, and of the Ombudsman ${day(facts, ombudsmanToldOn)}.`,
				folded: foldedOf(facts, 'What the court decided', reasonTextId)
			})),
			links: []
		}
	];
}
