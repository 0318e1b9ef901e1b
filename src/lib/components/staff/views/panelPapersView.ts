import { panelPapers, type PanelPaper } from '#lib/domain/panel/panelPapers.ts';
import { shortDayWords } from '#lib/words/dates.ts';
import { PANEL_PAPER_WORDS } from '#lib/words/papers.ts';
import type { PanelPaperRow } from '../panel/PanelPapers.svelte';
import type { PanelAbout } from './panelAbout.ts';

/** The papers of a panel, as the page shows them. */
export interface PanelPapersView {
	/** '4 of 5 ready' */
	count: string;
	/** 'Out by Mon 7 Dec', 'Sent Mon 7 Dec' */
	out: string;
	/** That the date is not fixed yet; empty where it is. */
	note: string;
	rows: readonly PanelPaperRow[];
}

/** What goes to everybody who comes, and by when; null where it cannot be counted. */
export function panelPapersOf(about: PanelAbout): PanelPapersView | null {
	const { facts, strand } = about;
	const { context } = facts;
	const planned = panelPapers(strand, context);
	if (!planned.known || planned.value === null) return null;
	const { papers, outByOn, isForLimit, sentOn } = planned.value;
	const ready = papers.filter(({ isReady }) => isReady).length;
	return {
		count: `${ready} of ${papers.length} ready`,
		out:
			sentOn === null
				? `Out by ${shortDayWords(outByOn, context.today)}`
				: `Sent ${shortDayWords(sentOn, context.today)}`,
		note: isForLimit && sentOn === null ? 'No date is fixed. Counted back from day 30.' : '',
		rows: papers.map((paper) => rowOf(about, paper, sentOn !== null))
	};
}

function rowOf({ facts }: PanelAbout, paper: PanelPaper, isSent: boolean): PanelPaperRow {
	const { name, isReady, byOn } = paper;
	const by = shortDayWords(byOn, facts.context.today);
	return {
		id: name,
		name: name === 'points' ? `What ${facts.name} wants to add` : PANEL_PAPER_WORDS[name],
		isReady,
		state: stateOf(paper, isSent, `${facts.name} has until ${by}`),
		by
	};
}

function stateOf({ name, isReady }: PanelPaper, isSent: boolean, until: string): string {
	if (isReady) return isSent ? 'Sent' : 'Ready';
	if (name === 'points') return isSent ? 'Nothing was added' : until;
	return isSent ? 'Was not ready' : 'Not ready';
}
