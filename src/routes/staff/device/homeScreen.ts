/**
 * Whether this is an iPhone or iPad on which the site is not on the Home Screen: its browser deletes
 * what a site keeps after 7 days without a visit, unless it was put there. Source: security 3.4.
 */
export function isLoosePhone(): boolean {
	const standalone = (navigator as { standalone?: boolean }).standalone;
	// Only these browsers know the word at all; elsewhere it is undefined.
	return standalone === false;
}
