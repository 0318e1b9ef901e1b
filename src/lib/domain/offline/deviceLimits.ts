/** What a person and their device may do with no signal. None of it is a setting (security 3.10). */
export const DEVICE_LIMITS = {
	/** Devices that one person may have. */
	devicesAPerson: 3,
	/** What can be read on one ends so long after it last heard the server. */
	leaseHours: 72,
	/** And so long after its person last signed in. */
	longestLeaseDays: 7,
	/** Orders that one device may leave for others to look at, while nobody has. */
	mostLeft: 500,
	/** The characters of them all, sealed: a credential that was stolen fills no disk. */
	mostLeftCharacters: 32_000_000,
	/** The bytes of recordings and pictures that one device may have here and filed nowhere. */
	mostFileBytes: 200_000_000,
	/** How often in a minute one device may come to leave something. */
	visitsAMinute: 60
} as const;
