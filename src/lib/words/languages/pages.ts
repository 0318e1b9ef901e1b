/** Pages that ask the same in the same words, by the name under which their words are kept. */
const ALIKE: readonly (readonly [pattern: RegExp, name: string])[] = [
	[/^\/$/, 'home'],
	[/^\/(family|carer|for-advocates)$/, 'doors'],
	[/^\/(?:s\/10|my\/reach\/10)([a-e])$/, 's/10$1'],
	[/^\/my\/answer\/\d$/, 'my/answer/full']
];

/** Under which name the words of the page at that address are kept: `/s/4` is `s/4`. */
export function pageNameOf(pathname: string): string {
	for (const [pattern, name] of ALIKE) {
		if (pattern.test(pathname)) return pathname.replace(pattern, name);
	}
	return pathname.slice(1);
}

/** What several pages say: any page, any page of the form, any page behind the six words. */
export type SharedName = 'everywhere' | 'theForm' | 'theirOwn';

/** Whose words a page shares besides its own. */
export function sharedBy(pageName: string): readonly SharedName[] {
	if (/^(my|more)(\/|$)|^s\/12$/.test(pageName)) return ['everywhere', 'theForm', 'theirOwn'];
	if (/^s\//.test(pageName)) return ['everywhere', 'theForm'];
	return ['everywhere'];
}
