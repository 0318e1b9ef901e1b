import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { shortDayWords, timeWords } from '#lib/words/dates.ts';
import type { Pull, PulledAlert, PulledCase } from '#lib/wire/sync.ts';
import type { SafetyAlert } from '../today/AlertBanner.svelte';
import { staffName } from './caseFacts.ts';

/** What came of each step of an alert, as a sentence's end. */
const STEP_WORDS: Readonly<Record<string, string>> = {
	told: 'was told',
	taken: 'took it',
	called: 'spoke to them',
	noAnswer: 'called, no answer',
	note: 'wrote a note',
	closed: 'closed it'
};

/** The open alerts, newest first, as the banner shows them. */
export function openAlerts(pull: Pull, cases: readonly PulledCase[]): SafetyAlert[] {
	return pull.alerts
		.filter(({ closedAt }) => closedAt === null)
		.map((alert) => ({
			id: alert.alertId,
			href: `/staff/alerts/${alert.alertId}`,
			said: saidWords(alert, cases),
			state: `${momentWords(alert.raisedAt, pull)}. ${onItWords(alert, pull)}`
		}));
}

/** What was answered to "Are you safe right now?", and by whom as far as it is known. */
export function saidWords(
	{ answer, complaintId }: Pick<PulledAlert, 'answer' | 'complaintId'>,
	cases: readonly PulledCase[]
): string {
	const found = cases.find((one) => one.complaintId === complaintId);
	const who = found?.calledName ?? 'Somebody';
	return `${who} said “${answer === 'no' ? 'No' : 'I am not sure'}” to “Are you safe right now?”`;
}

/** Who is on it, and what was done last. */
function onItWords(alert: PulledAlert, pull: Pull): string {
	if (alert.takenBy === null) return 'No one is on it yet.';
	const last = alert.steps.filter(({ staffId }) => staffId !== null).at(-1);
	const took = `${staffName(pull, alert.takenBy)} took it ${sinceWords(alert.takenAt ?? alert.raisedAt, pull)}.`;
	return last && last.what !== 'taken' ? `${took} ${stepWords(last, pull)}.` : took;
}

/** One step: 'Amy called, no answer'. */
export function stepWords(
	{ what, staffId }: { what: string; staffId: string | null },
	pull: Pull
): string {
	const words = STEP_WORDS[what] ?? what;
	return `${staffId === null ? 'Duty' : staffName(pull, staffId)} ${words}`;
}

/** A moment as staff read it: the time alone where it was today. */
export function momentWords(at: string, { today }: Pick<Pull, 'today'>): string {
	const day = dateInEngland(at);
	return day === today
		? `${timeWords(at)} today`
		: `${shortDayWords(day, today)}, ${timeWords(at)}`;
}

/** The same after a verb: 'at 9.10am today', or 'Tue 9 Jun, 9.10am'. */
export function sinceWords(at: string, pull: Pick<Pull, 'today'>): string {
	const words = momentWords(at, pull);
	return dateInEngland(at) === pull.today ? `at ${words}` : words;
}

/** The alerts that were closed, newest first. */
export function closedAlerts(pull: Pull, cases: readonly PulledCase[]): SafetyAlert[] {
	return pull.alerts
		.filter(({ closedAt }) => closedAt !== null)
		.map((alert) => ({
			id: alert.alertId,
			href: `/staff/alerts/${alert.alertId}`,
			said: saidWords(alert, cases),
			state: `Closed ${momentWords(alert.closedAt ?? alert.raisedAt, pull)}`
		}));
}
