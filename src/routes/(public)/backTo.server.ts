/** A page of this side, and never another site's; the first page where it is none of ours. */
export function backTo(to: FormDataEntryValue | null, { origin }: URL): string {
	if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to) || !URL.canParse(to, origin)) return '/';
	const { pathname, search, origin: at } = new URL(to, origin);
	// "/.//elsewhere.example" is of this site and has the path "//elsewhere.example", which is not.
	const isOurs = at === origin && !/^\/(\/|(staff|api|leave|view|_app)(\/|$))/.test(pathname);
	return isOurs ? pathname + search : '/';
}

/**
 * The page's own address, to come back to, without the name of a form that was sent to it. The
 * pages that ask show what they answered and are sent compressed: of its address each repeats only
 * what our own links say, so that nobody's guess ever stands beside their words.
 */
export function hereOf({ pathname, search, searchParams }: URL): string {
	if (/^\/(s|more)(\/|$)/.test(pathname)) return pathname + (searchParams.has('c') ? '?c=1' : '');
	return search.startsWith('?/') ? pathname : pathname + search;
}
