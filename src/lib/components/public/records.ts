/** What the council says of what it keeps, from the settings. */
export interface Records {
	/** The data protection officer's address; empty: the team's own is given. */
	email: string;
	/** Whole years after a complaint ended. */
	keptYears: number;
	/** The Information Commissioner's number, as printed. */
	commissionerPhone: string;
}
