/** What would be lost if the page started anew now, by name. */
const held = new Set<string>();
const listeners = new Set<() => void>();

/**
 * Holds a newer version back, or no longer, for the sake of `what`: something half written, or on its
 * way. Named, so that saying it twice is the same as once.
 */
export function holdUpdate(what: string, isHeld: boolean): void {
	if (held.has(what) === isHeld) return;
	if (isHeld) held.add(what);
	else held.delete(what);
	for (const act of listeners) act();
}

/** Whether anything holds a newer version back. */
export function isUpdateHeld(): boolean {
	return held.size > 0;
}

/** Whether words or files of a form are in this page alone, and would be lost with it. */
export function isHalfWrittenHere(): boolean {
	return held.has('drafts') || held.has('files');
}

/** Calls `act` whenever something begins to hold, or ends. Ends by the function given. */
export function onHoldsChanged(act: () => void): () => void {
	listeners.add(act);
	return () => listeners.delete(act);
}
