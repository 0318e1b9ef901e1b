/** The styles as SvelteKit writes them into the page, with a nonce of the policy's. */
const STYLES = /<style nonce="[^"]*">[^]*?<\/style>/;
/** The same styles as a file, which SvelteKit names but leaves switched off. */
const STYLES_FILE = / rel="stylesheet" disabled media="\(max-width: 0\)"/g;
/** Where the browser's half of Svelte would take over; no such half runs on public pages. */
const MARKS = /<!--[^]*?-->/g;

/**
 * A public page with no byte more than its reader needs.
 *
 * On a first view the styles stand in the page, so that it is drawn without waiting for a second
 * answer, and the browser is asked to fetch the file while it is idle. Later views name the file,
 * which the browser has by then: pages that may not be compressed stay small.
 */
export function lightenPage(html: string, { isFirstView }: { isFirstView: boolean }): string {
	const bare = html.replace(MARKS, '');
	if (isFirstView) return bare.replace(STYLES_FILE, ' rel="prefetch" as="style"');
	// A development server names no file, and then the styles have to stay.
	return bare.search(STYLES_FILE) < 0
		? bare
		: bare.replace(STYLES, '').replace(STYLES_FILE, ' rel="stylesheet"');
}
