import { readKey, type StaffAct } from './keyboard.ts';

/** How long `G` waits for the letter of a place. */
const PLACE_WAIT_MS = 2000;

const FIELDS = 'input, textarea, select, [contenteditable="true"]';

/** What the page does with an act: true when it was meant for this page. */
export type ActHandler = (act: StaffAct) => boolean;

/**
 * Listens on the window until the returned function is called. `isOn` is asked at every press, so
 * that "This device" can switch single keys off while a page is open. Rows are moved through here,
 * since every list has them; every other act goes to `handle`.
 */
export function listenForKeys(handle: ActHandler, isOn: () => boolean): () => void {
	let waitsForPlace = false;
	let startedAt = 0;

	function onKeydown(event: KeyboardEvent) {
		if (event.defaultPrevented || event.isComposing) return;
		const target = event.target;
		const inField = target instanceof Element && target.closest(FIELDS) !== null;
		const stillWaits = waitsForPlace && event.timeStamp - startedAt < PLACE_WAIT_MS;
		const answer = readKey(
			{
				key: event.key,
				ctrlKey: event.ctrlKey,
				metaKey: event.metaKey,
				altKey: event.altKey,
				inField
			},
			stillWaits
		);
		waitsForPlace = answer.waitsForPlace && isOn();
		startedAt = event.timeStamp;
		if (answer.act === null || (answer.act !== 'nextPart' && !isOn())) return;
		if (act(answer.act, event.key)) event.preventDefault();
	}

	function act(wanted: StaffAct, key: string): boolean {
		if (wanted === 'nextRow' || wanted === 'previousRow') {
			// Arrows scroll the page until the focus is in a list.
			const isArrow = key.startsWith('Arrow');
			return focusRow(wanted === 'nextRow' ? 1 : -1, isArrow);
		}
		return handle(wanted);
	}

	window.addEventListener('keydown', onKeydown);
	return () => window.removeEventListener('keydown', onKeydown);
}

/** Moves the focus to the row before or after the focused one; to the first when none has it. */
function focusRow(step: 1 | -1, onlyFromRow: boolean): boolean {
	const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
	const place = rows.findIndex((row) => row === document.activeElement);
	if (place === -1 && onlyFromRow) return false;
	const row = place === -1 ? rows[0] : rows[place + step];
	if (!row) return place !== -1;
	row.focus();
	row.scrollIntoView({ block: 'nearest' });
	return true;
}
