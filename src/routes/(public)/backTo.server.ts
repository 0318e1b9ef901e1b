/** A page of this side, and never another site's; the first page where it is none of ours. */
export function backTo(to: FormDataEntryValue | null, { origin }: URL): string {
	if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to) || !URL.canParse(to, origin)) return '/';
	const { pathname, search, origin: at } = new URL(to, origin);
	const isOurs = at === origin && !/^\/(staff|api|leave|view|_app)(\/|$)/.test(pathname);
	return isOurs ? pathname + search : '/';
}
