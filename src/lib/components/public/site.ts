import type { Preference } from '#lib/intake/preference.ts';

/** What every public page shows of the council behind it, from the settings. */
export interface Site {
	/** The neutral name of the site, never the council's: "Have your say". */
	name: string;
	/** The number to call, printed as people say it: "01632 960 100". Empty: left out. */
	phone: string;
	/** When that number is answered: "Monday to Friday, 9am to 5pm". */
	phoneHours: string;
	/** The colour of the thin band at the foot, like "#0A4F57"; null for the site's own. */
	colour: string | null;
	/** What the visitor chose to see; the usual view in English where it is left out. */
	preference?: Preference;
	/** The page's own address, to come back to once they chose; left out where there is none. */
	here?: string;
	/** Where a person is heard who reads the page aloud; null where nobody has read it. */
	clip?: string | null;
	/** The device is a worker's, who handed it to a young person. */
	isLent?: boolean;
	/** Whose page it is, in a mark that opens nothing; null where nobody typed six words. */
	whose?: string | null;
}

/** Where the same links lead on every public page. */
export const PUBLIC_LINKS = {
	leave: '/leave',
	giveBack: '/hand/back',
	help: '/help',
	advocate: '/advocate',
	comeBack: '/back',
	private: '/private',
	whoSees: '/privacy',
	forAdults: '/privacy/adults',
	cookies: '/cookies',
	accessibility: '/accessibility',
	view: '/view',
	languages: '/languages'
} as const;

/** A printed phone number as the address a phone dials: "01632 960 100" is "tel:01632960100". */
export function telephoneAddress(printed: string): string {
	return `tel:${printed.replace(/[^+\d]/g, '')}`;
}
