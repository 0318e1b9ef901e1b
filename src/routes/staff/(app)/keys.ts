import { goto } from '$app/navigation';
import type { StaffAct } from '#lib/components/staff/keyboard.ts';

const PLACES: Partial<Record<StaffAct, string>> = {
	logContact: '/staff/log',
	goToday: '/staff/today',
	goNew: '/staff/new',
	goCases: '/staff/cases',
	allKeys: '/staff/help#keys'
};

const CASE_PLACES: Partial<Record<StaffAct, string>> = {
	note: 'note',
	message: 'messages',
	extend: 'clock#more-time'
};

/** Goes where a key leads from this page; false where it means nothing here. */
export function goByKey(act: StaffAct, path: string): boolean {
	if (act === 'search') return focusSearch();
	if (act === 'findAct') return findAct(path);
	const place = PLACES[act] ?? placeInCase(act, path);
	if (!place) return pressOnPage(act);
	void goto(place);
	return true;
}

function focusSearch(): boolean {
	const field = [...document.querySelectorAll<HTMLInputElement>('input[type="search"]')].find(
		(one) => one.offsetParent !== null
	);
	if (field) field.focus();
	else void goto('/staff/search');
	return true;
}

/** The list of what can be done stands on the first page of the case. */
function findAct(path: string): boolean {
	const [, home] = /^(\/staff\/case\/[^/]+)/.exec(path) ?? [];
	if (!home) return false;
	const focus = () => document.getElementById('find-act')?.focus();
	if (path === home) focus();
	else void goto(home).then(focus);
	return true;
}

function placeInCase(act: StaffAct, path: string): string | undefined {
	const [, home] = /^(\/staff\/case\/[^/]+)/.exec(path) ?? [];
	const place = CASE_PLACES[act];
	return home && place ? `${home}/${place}` : undefined;
}

/** What a page's own button says is its key: `[`, `]` and the decisions 1 to 4. */
function pressOnPage(act: StaffAct): boolean {
	const key = KEY_OF[act];
	if (!key) return false;
	const button = document.querySelector<HTMLElement>(`main [aria-keyshortcuts="${key}"]`);
	button?.focus();
	button?.click();
	return button !== null;
}

const KEY_OF: Partial<Record<StaffAct, string>> = {
	before: '[',
	next: ']',
	decide1: '1',
	decide2: '2',
	decide3: '3',
	decide4: '4',
	nextPart: 'Control+Enter'
};
