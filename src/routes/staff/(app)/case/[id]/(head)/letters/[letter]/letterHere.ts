import type { HalfWritten } from '#lib/offline/unlock/halfWritten.ts';

/**
 * What of a letter is written on this device and not kept in its case yet: its form as it was filled in, with
 * the version of the letter that it was written from.
 */
type LetterHere = Readonly<Record<string, string>>;

/** What is found on the device as the form is drawn: nothing, what was not kept, or that of an older letter. */
export type FoundHere = 'nothing' | 'notKept' | 'older';

/**
 * Keeps a letter's form on the device as it is typed, and fills it in as it was left. What was written from
 * an older letter keeps that version, so that keeping it is refused and nobody's words are written over.
 */
export function keepLetterHere(
	form: HTMLFormElement,
	half: HalfWritten,
	complaintId: string
): { found: FoundHere; destroy: () => void } {
	const here = half.draft<LetterHere>();
	const isOlder = here && here.seenVersion !== valuesOf(form).seenVersion;
	if (here) fillIn(form, here);
	// With its case, so that a list of what is half written leads back here.
	const keep = () => half.keep({ ...valuesOf(form), complaintId });
	form.addEventListener('input', keep);
	return {
		found: !here ? 'nothing' : isOlder ? 'older' : 'notKept',
		destroy: () => form.removeEventListener('input', keep)
	};
}

function valuesOf(form: HTMLFormElement): LetterHere {
	const entries = [...new FormData(form)];
	return Object.fromEntries(
		entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
	);
}

function fillIn(form: HTMLFormElement, values: LetterHere): void {
	for (const field of form.elements) {
		if (!isField(field)) continue;
		const value = values[field.name];
		if (value === undefined) continue;
		if (field.type === 'radio') {
			// Whoever hears of a change takes the one that tells it for the one that is checked.
			if (field.value !== value) continue;
			(field as HTMLInputElement).checked = true;
		} else field.value = value;
		if (field.type === 'hidden') continue;
		field.dispatchEvent(new Event('input', { bubbles: true }));
		field.dispatchEvent(new Event('change', { bubbles: true }));
	}
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
	return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
