import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ClockName } from '#lib/domain/clocks/statutoryClocks.ts';
import type { PanelDay } from '#lib/domain/panel/planPanel.ts';
import { panelClock, type PanelAbout } from './panelAbout.ts';
import type { RibbonDay, RibbonKind } from './panelRibbon.ts';

/** The days of a review for its ribbon: what was done on the day it was, the rest on its last day. */
export function ribbonDays(about: PanelAbout, day: PanelDay | null): RibbonDay[] {
	const { stage3, facts } = about;
	const { requestedOn, panelOn, heldOn } = stage3;
	const meeting = panelClock(about, 'stage3PanelMeeting');
	const limitOn = meeting?.explanation?.limitOn ?? null;
	return [
		{ id: 'asked', on: requestedOn, what: 'Asked', kind: 'done' as const },
		...clockDay(about, 'stage3Acknowledgement', { what: 'We have it', planned: null }),
		...clockDay(about, 'stage3Chair', { what: 'Chair', planned: null }),
		...clockDay(about, 'stage3Papers', { what: 'Papers', planned: null }),
		...(panelOn === null
			? []
			: [
					{
						id: 'panel',
						on: heldOn ?? panelOn,
						what: heldOn === null ? 'Panel meets' : 'Panel met',
						kind: 'panel' as const
					}
				]),
		...(limitOn === null
			? []
			: [{ id: 'limit', on: limitOn, what: 'Day 30 limit', kind: 'limit' as const }]),
		...clockDay(about, 'stage3Report', { what: 'Report', planned: day?.reportByOn ?? null }),
		...(about.stage3.reportSent
			? clockDay(about, 'stage3ReportSent', { what: 'Report to all', planned: null })
			: []),
		...clockDay(about, 'stage3Response', {
			what: 'Our response',
			planned: day?.responseByOn ?? null
		}),
		...todayOf(facts.context.today, about)
	];
}

function clockDay(
	about: PanelAbout,
	clock: ClockName,
	{ what, planned }: { what: string; planned: PlainDate | null }
): RibbonDay[] {
	const running = panelClock(about, clock);
	const on = running?.doneOn ?? running?.dueOn ?? planned;
	if (on === null || running?.outcome === 'stopped') return [];
	const kind: RibbonKind = running?.doneOn
		? 'done'
		: running?.outcome === 'late'
			? 'late'
			: 'toCome';
	return [{ id: clock, on, what, kind }];
}

/** Today, while the review goes on. */
function todayOf(today: PlainDate, { stage3 }: PanelAbout): RibbonDay[] {
	return stage3.respondedOn === null
		? [{ id: 'today', on: today, what: 'Today', kind: 'today' }]
		: [];
}
