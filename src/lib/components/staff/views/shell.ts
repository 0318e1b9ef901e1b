import type { Pull, PulledCase } from '#lib/wire/sync.ts';
import { roleWords } from '#lib/words/roles.ts';
import { timeWords } from '#lib/words/dates.ts';
import type { SignedIn } from '../shell/navigation.ts';
import { factsOf } from './caseFacts.ts';
import { todayView } from './today.ts';

/** What the frame is told: the last pull, the cases, and when they were asked for. */
interface Seen {
	pull: Pull | null;
	cases: readonly PulledCase[];
	/** In milliseconds since 1970; null before the first answer. */
	checkedAtMs: number | null;
}

/** How many things stand at each place of the menu; `unsent`: how many are only on this device. */
export function placeCounts({ pull, cases }: Seen, unsent: number): Record<string, number> {
	if (!pull) return {};
	return {
		...(unsent > 0 ? { unsent } : {}),
		today: todayView({ pull, cases }, false).count,
		new: newCases({ pull, cases }).length,
		cases: cases.length,
		...(pull.needsYou ? { 'needs-you': pull.needsYou } : {}),
		alerts: pull.alerts.filter(({ closedAt }) => closedAt === null).length
	};
}

/** What nobody has decided the route of, the oldest first. */
export function newCases({ pull, cases }: { pull: Pull; cases: readonly PulledCase[] }) {
	return cases
		.map((pulled) => factsOf(pulled, pull))
		.filter(({ complaint }) => complaint.phase === 'received')
		.sort((one, other) =>
			(one.complaint.receivedOn ?? '') < (other.complaint.receivedOn ?? '') ? -1 : 1
		);
}

/** Who is signed in, as the foot of the menu says it. */
export function signedInAs({ pull, checkedAtMs }: Seen): SignedIn {
	return {
		name: pull?.me.displayName ?? '',
		role: (pull?.me.roles ?? []).map(roleWords).join(', ').toLowerCase(),
		checked: checkedAtMs === null ? '' : `Up to date at ${timeWords(checkedAtMs)}`
	};
}
