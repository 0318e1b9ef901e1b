/** What a finding in an old record says, in one line, after its count. */
export function findingWords(code: string): string {
	return FINDING_WORDS[code] ?? code;
}

const FINDING_WORDS: Readonly<Record<string, string>> = {
	datesOutOfOrder: 'a stage ended or started before it was asked for',
	extendedPastDay20: 'stage 1 was extended past day 20 (SI 2006/1738 reg 14)',
	extendedWithoutReason: 'stage 1 was extended without a recorded reason (reg 14)',
	lateWithoutReason: 'an answer came late without a recorded reason',
	answeredWithoutOutcome: 'a stage was answered without an outcome',
	stage2Refused: 'stage 2 was refused; there is no refusal on merit (reg 17)',
	stage2ClockFromStatement: 'the stage 2 clock was started after the request; the request is day 0',
	stage2Past65: 'stage 2 took more than 65 working days (reg 17(6))',
	calledVexatious: 'refused as vexatious, which is no lawful ground by itself',
	bankHolidaysRunOut: 'a date lies outside the list of bank holidays, so nothing was counted',
	unknownCode: 'a code that is not on our list; it was kept as it is'
};
