import { isWaitingForAnswer } from '#lib/domain/complaint/clocksOf.ts';
import { mayAct } from '#lib/domain/roles/acts.ts';
import { findRoleFor } from '#lib/domain/roles/permissions.ts';
import type { Tab } from '../case/Tabs.svelte';
import { unreadCount, type CaseFacts } from './caseFacts.ts';
import { openPromises } from './promises.ts';

/** The pages of a case, the current one marked, with counts in words where they matter. */
export function caseTabs(facts: CaseFacts, path: string): Tab[] {
	const { pulled, pull, complaint } = facts;
	const home = `/staff/case/${pulled.complaintId}`;
	const unread = unreadCount(pulled);
	const open = openPromises(facts);
	const tabs: Tab[] = [
		{ href: home, words: 'Story' },
		{ href: `${home}/timeline`, words: 'Timeline' },
		{ href: `${home}/clock`, words: 'Clock' },
		...(complaint.strands.some(({ stage3 }) => stage3 !== null)
			? [{ href: `${home}/panel`, words: 'Panel' }]
			: []),
		{
			href: `${home}/messages`,
			words: 'Messages',
			...(unread > 0 ? { note: `${unread} new` } : {})
		},
		{ href: `${home}/letters`, words: 'Letters' },
		{ href: `${home}/promises`, words: 'Promises', ...(open > 0 ? { note: `${open} open` } : {}) },
		{ href: `${home}/people`, words: 'People' },
		{ href: `${home}/papers`, words: 'Papers' }
	];
	return tabs
		.filter(({ words }) => words !== 'Papers' || mayAct(pull.me.roles, 'assignCase'))
		.filter(({ words }) => words !== 'Messages' || mayAct(pull.me.roles, 'sendMessage'))
		.filter(({ words }) => words !== 'Letters' || mayAct(pull.me.roles, 'writeLetter'))
		.map((tab) => ({
			...tab,
			current: tab.href === path || (tab.words === 'Letters' && path.startsWith(tab.href))
		}));
}

/** The one filled button: decide the route, build the answer, or read the one that was sent. */
export function nextButton({
	pulled,
	complaint,
	pull
}: CaseFacts): { words: string; href: string } | null {
	if (complaint.phase === 'received' && findRoleFor(pull.me.roles, 'decideTriage')) {
		return { words: 'Decide the route', href: `/staff/new/${pulled.complaintId}` };
	}
	const waiting = complaint.strands.find(isWaitingForAnswer);
	if (!waiting || !mayAct(pull.me.roles, 'writeAnswer')) return null;
	return {
		words: 'Build the answer',
		href: `/staff/case/${pulled.complaintId}/answer/${waiting.strandId}`
	};
}
