import { STATUTORY_CLOCKS, clockOf, type ClockName } from '#lib/domain/clocks/statutoryClocks.ts';

/** A clock as a rule name gives it: which one, and whether with its extension. */
export interface NamedRule {
	readonly clock: ClockName;
	readonly isExtended: boolean;
}

const CLOCK_NAMES = Object.keys(STATUTORY_CLOCKS) as ClockName[];

/** Other spellings of a rule, as registers and the list of time limits write them. */
const ALIASES: Readonly<Record<string, string>> = {
	ACK: 'ACK-2',
	ELIG: 'ELIG-3',
	'S2-REQ': 'S2-REQ-20',
	'S2-REQ-20 (ADVISORY)': 'S2-REQ-20',
	'S2-25 (REQUEST)': 'S2-25',
	'S2-65 (REQUEST)': 'S2-65',
	'S2-25 (AGREED)': 'S2-AGREED-25',
	'S2-65 (AGREED)': 'S2-AGREED-65',
	'S2-AGREED': 'S2-AGREED-25',
	'S2-SOC': 'S2-SOC-10',
	'S2-APPT': 'S2-APPT-5',
	'S3-REQ': 'S3-REQ-20',
	'S3-ACK': 'S3-ACK-2',
	'S3-CHAIR': 'S3-CHAIR-10',
	'S3-PANEL': 'S3-PANEL-30',
	'S3-PAPERS-10': 'S3-PAPERS',
	'S3-PAPERS (-10)': 'S3-PAPERS',
	'S3-REPORT': 'S3-REPORT-5',
	'S3-RESP': 'S3-RESP-15',
	REG9: 'REG9-1Y',
	REG8: 'REG8-1Y',
	'REG8-RESUB': 'REG8-1Y',
	'CORP-S1': 'CORP-15',
	'CORP-S2': 'CORP-S2-20',
	'CORP-S2-ACK': 'CORP-S2-ACK-5'
};

/** The rule of that name, in any case, with spaces around it; null where there is none. */
export function findRule(name: string): NamedRule | null {
	const asked = name.trim().replace(/\s+/g, ' ').toUpperCase();
	const rule = Object.hasOwn(ALIASES, asked) ? ALIASES[asked] : asked;
	for (const clock of CLOCK_NAMES) {
		if (clockOf(clock).rule === rule) return { clock, isExtended: false };
		if (clockOf(clock).extendedRule === rule) return { clock, isExtended: true };
	}
	return null;
}

/** The rule names that can be counted from a date alone, in the order of the procedure. */
export function ruleNames(): string[] {
	return CLOCK_NAMES.filter((name) => clockOf(name).unit !== 'dateSet').flatMap((name) => {
		const { rule, extendedRule } = clockOf(name);
		return extendedRule === null ? [rule] : [rule, extendedRule];
	});
}
