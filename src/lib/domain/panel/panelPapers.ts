import { known, type Known } from '#lib/domain/calendar/known.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import type { ClockRefusal } from '#lib/domain/clocks/clockFacts.ts';
import { dueOn } from '#lib/domain/clocks/explain.ts';
import { countingOf, type CountingContext } from '#lib/domain/complaint/ruleContext.ts';
import { panelLimitOn } from '#lib/domain/complaint/stage3Clocks.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

/** What goes to everybody who comes to the panel. `points`: what the complainant adds. */
export const PANEL_PAPERS = [
	'statement',
	'investigationReport',
	'independentPersonReport',
	'adjudication',
	'points'
] as const;
export type PanelPaperName = (typeof PANEL_PAPERS)[number];

/** One paper for the panel. */
export interface PanelPaper {
	readonly name: PanelPaperName;
	/** It is written, and can go. */
	readonly isReady: boolean;
	/** The END of this day is the last on which it goes, or is to be handed to us, in time. */
	readonly byOn: PlainDate;
}

/** The papers of one panel, and by when they must be out. */
export interface PanelPapers {
	/** Ten working days before the panel, counted backwards from it. */
	readonly outByOn: PlainDate;
	/** No date is fixed: it is counted from day 30, the last on which the panel meets in time. */
	readonly isForLimit: boolean;
	/** The day they went; null while they have not. */
	readonly sentOn: PlainDate | null;
	readonly papers: readonly PanelPaper[];
}

/**
 * What the complainant wants to add is with us one working day before the papers go, so that it
 * goes with them. A target of ours: what comes later is taken all the same.
 */
const WORKING_DAYS_TO_COPY = 1;

/**
 * The papers of a panel and the day each must be out: 10 working days before it meets, counted
 * backwards. A statement of complaint that was not needed is no paper. Null where no panel was
 * asked for.
 *
 * Source: Getting the Best from Complaints 3.14.
 */
export function panelPapers(
	strand: Strand,
	context: CountingContext
): Known<PanelPapers | null, ClockRefusal> {
	const { stage3 } = strand;
	if (!stage3) return known(null);
	const limit = panelLimitOn(strand, context);
	if (!limit.known) return limit;
	const meetsOn = stage3.panelOn ?? limit.value;
	if (meetsOn === null) return known(null);
	const out = dueOn({ clock: 'stage3Papers', dayZeroOn: meetsOn }, countingOf(context));
	if (!out.known) return out;
	const add = addWorkingDays(out.value, -WORKING_DAYS_TO_COPY, context.holidays);
	if (!add.known) return add;
	return known({
		outByOn: out.value,
		isForLimit: stage3.panelOn === null,
		sentOn: stage3.papers?.sentOn ?? null,
		papers: PANEL_PAPERS.filter((name) => isAsked(strand, name)).map((name) => ({
			name,
			isReady: isReady(strand, name),
			byOn: name === 'points' ? add.value : out.value
		}))
	});
}

function isAsked({ stage2 }: Strand, name: PanelPaperName): boolean {
	const isWithout = stage2.statementSettled?.how === 'notNeeded' && stage2.statements.length === 0;
	return name !== 'statement' || !isWithout;
}

function isReady({ stage2, stage3 }: Strand, name: PanelPaperName): boolean {
	switch (name) {
		case 'statement':
			return stage2.statements.length > 0;
		case 'investigationReport':
			return stage2.reportsReceivedOn.investigation !== null;
		case 'independentPersonReport':
			return stage2.reportsReceivedOn.independentPerson !== null;
		case 'adjudication':
			return stage2.adjudication !== null;
		case 'points':
			return stage3?.pointsTextId != null;
	}
}
