import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate, findUncountableDate } from '#lib/domain/complaint/dateGuards.ts';
import { PANEL_SIZE, panelOf, sitting } from '#lib/domain/complaint/panelPeople.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import { panelLimitOn, papersByOn } from '#lib/domain/complaint/stage3Clocks.ts';
import { isLateUndecided } from '#lib/domain/complaint/stage3State.ts';
import type { Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/**
 * The panel has a date. Past day 30 only with a reason written down; a date at the complainant's
 * own wish is recorded as that, and stays outside the limit. So is a change of the date.
 *
 * Source: SI 2006/1738 reg 19(4), which knows no extension; Getting the Best from Complaints 3.14.
 */
export function decidePanelDate(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'fixPanelDate'>,
	context: RuleContext
): Decision {
	const { strandId, panelOn, atComplainantsWish, reasonTextId } = command;
	const waiting = findWaiting(strand);
	if (waiting) return refuse(waiting);
	const bad = findUncountableDate(panelOn, context) ?? findBefore(panelOn, strand);
	if (bad) return refuse(bad);
	const limit = panelLimitOn(strand, context);
	if (!limit.known) return refuse(limit.refusal);
	if (reasonTextId === null && limit.value !== null && panelOn > limit.value) {
		return refuse({ code: 'panelPastLimit', limitOn: limit.value });
	}
	const before = strand.stage3?.panelOn ?? null;
	if (reasonTextId === null && before !== null) {
		return refuse({ code: 'panelDateChangeNeedsReason', panelOn: before });
	}
	return accept({ type: 'panelDateFixed', strandId, panelOn, atComplainantsWish, reasonTextId });
}

/** The panel is put off, with a reason. It needs a new date; its clock runs on. */
export function decideAdjournment(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'adjournPanel'>,
	context: RuleContext
): Decision {
	const { strandId, adjournedOn, atComplainantsWish, reasonTextId } = command;
	if ((strand.stage3?.panelOn ?? null) === null) return refuse({ code: 'panelDateNotFixed' });
	const bad = findBadDate(adjournedOn, context, {
		date: strand.stage3?.requestedOn ?? null,
		because: 'stage3Requested'
	});
	if (bad) return refuse(bad);
	return accept({
		type: 'panelAdjourned',
		strandId,
		adjournedOn,
		atComplainantsWish,
		reasonTextId
	});
}

/**
 * The papers and the notice went to all, the three of the panel among them, at least 10 working
 * days before. Later only for a reason that is written down.
 *
 * Source: Getting the Best from Complaints 3.14.
 */
export function decidePapers(
	{ strand }: StrandOfComplaint,
	{ strandId, sentOn, tooLateReasonTextId }: CommandOf<'sendPanelPapers'>,
	context: RuleContext
): Decision {
	const bad =
		findWaiting(strand) ??
		findIncomplete(strand) ??
		findBadDate(sentOn, context, {
			date: strand.stage3?.requestedOn ?? null,
			because: 'stage3Requested'
		});
	if (bad) return refuse(bad);
	const by = papersByOn(strand, context);
	if (!by.known) return refuse(by.refusal);
	if (by.value === null) return refuse({ code: 'panelDateNotFixed' });
	const isLate = sentOn > by.value;
	if (isLate && tooLateReasonTextId === null) {
		return refuse({ code: 'papersTooLate', papersByOn: by.value });
	}
	return accept({
		type: 'panelPapersSent',
		strandId,
		sentOn,
		isLate,
		tooLateReasonTextId: isLate ? tooLateReasonTextId : null
	});
}

/**
 * The panel met, on the day that was fixed: three independent persons of whom one chaired, each
 * with the papers. The complainant may come with an advocate and another person, or not come.
 *
 * Source: SI 2006/1738 reg 19; rules 3.3.
 */
export function decidePanelHeld(
	{ strand }: StrandOfComplaint,
	{ strandId, heldOn, attended }: CommandOf<'holdPanel'>,
	context: RuleContext
): Decision {
	const { stage3 } = strand;
	const bad = findWaiting(strand) ?? findIncomplete(strand) ?? findBadDate(heldOn, context);
	if (bad) return refuse(bad);
	const panelOn = stage3?.panelOn ?? null;
	if (panelOn === null) return refuse({ code: 'panelDateNotFixed' });
	if (heldOn !== panelOn) return refuse({ code: 'panelOnAnotherDay', panelOn });
	const unready = findUnreadyPapers(strand, context);
	if (unready) return refuse(unready);
	const twice = attended.find((one, place) => attended.indexOf(one) !== place);
	if (twice !== undefined) return refuse({ code: 'sameIdTwice', id: twice });
	return accept({
		type: 'panelHeld',
		strandId,
		heldOn,
		attended,
		panelPersonIds: sitting(panelOf(strand)).map(({ personId }) => personId)
	});
}

/** A late request that nobody has decided on: nothing is arranged before that. */
function findWaiting({ stage3 }: Strand): Refusal | null {
	return stage3 && isLateUndecided(stage3) ? { code: 'lateRequestUndecided' } : null;
}

function findBefore(panelOn: PlainDate, { stage3 }: Strand): Refusal | null {
	const earliest = stage3?.requestedOn ?? null;
	if (earliest === null || panelOn >= earliest) return null;
	return { code: 'dateBefore', date: panelOn, earliest, because: 'stage3Requested' };
}

function findIncomplete(strand: Strand): Refusal | null {
	const panel = panelOf(strand);
	const ids = new Set(sitting(panel).map(({ personId }) => personId));
	if (panel.chair !== null && ids.size === PANEL_SIZE && panel.members.length === PANEL_SIZE - 1) {
		return null;
	}
	return { code: 'panelIncomplete', hasChair: panel.chair !== null, members: panel.members.length };
}

/** No papers, papers too late without a reason, or somebody appointed after they went. */
function findUnreadyPapers(strand: Strand, context: RuleContext): Refusal | null {
	const papers = strand.stage3?.papers ?? null;
	const by = papersByOn(strand, context);
	if (!by.known) return by.refusal;
	if (papers === null) return { code: 'papersNotSent' };
	if (by.value !== null && papers.sentOn > by.value && papers.tooLateReasonTextId === null) {
		return { code: 'papersTooLate', papersByOn: by.value };
	}
	const without = sitting(panelOf(strand)).filter(({ appointedOn }) => appointedOn > papers.sentOn);
	return without.length > 0
		? { code: 'panelWithoutPapers', personIds: without.map(({ personId }) => personId) }
		: null;
}
