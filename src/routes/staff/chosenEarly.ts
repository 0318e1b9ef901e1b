/**
 * Remembers what somebody ticked or chose in a page of the server before its script was there, and
 * answers with a function that puts back what of it the script has undone by then, as if they chose
 * it again. Called before the page is taken over, and the answer after. Words that were typed are
 * left alone by the framework.
 */
export function chosenEarly(page: ParentNode): () => void {
	const boxes = [
		...page.querySelectorAll<HTMLInputElement>('input[type=checkbox], input[type=radio]')
	]
		.filter((box) => box.checked !== box.defaultChecked)
		// Of a set of radio buttons, the one that is chosen now takes the mark from the other.
		.filter((box) => box.checked || box.type === 'checkbox')
		.map((box) => ({ box, checked: box.checked }));
	const lists = [...page.querySelectorAll('select')]
		.map((list) => ({ list, at: list.selectedIndex }))
		.filter(({ list, at }) => at !== placeFromServer(list));
	return () => {
		for (const { box, checked } of boxes) {
			if (box.checked === checked) continue;
			box.checked = checked;
			tellScript(box);
		}
		for (const { list, at } of lists) {
			if (list.selectedIndex === at) continue;
			list.selectedIndex = at;
			tellScript(list);
		}
	};
}

/** Which line of a list the server chose; the first one unless it said otherwise. */
function placeFromServer(list: HTMLSelectElement): number {
	return Math.max(
		0,
		[...list.options].findLastIndex((option) => option.defaultSelected)
	);
}

function tellScript(field: HTMLElement): void {
	field.dispatchEvent(new Event('input', { bubbles: true }));
	field.dispatchEvent(new Event('change', { bubbles: true }));
}
