import type { BesideStrandCommand } from '#lib/domain/beside/besideCommands.ts';
import { mediationPauses } from '#lib/domain/beside/mediationPauses.ts';
import { findBadDate, findUncountableDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision, type Refusal } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

type Of<Type extends BesideStrandCommand['type']> = Extract<BesideStrandCommand, { type: Type }>;

/**
 * Both try to settle it beside the procedure. The strand stays where it is and the clock runs,
 * unless they agreed in writing to a stated period. The right to go on is never touched.
 *
 * Source: Getting the Best from Complaints 6 (G-25); rules 3.4.
 */
export function decideAdrStart(
	{ complaint, strand }: StrandOfComplaint,
	command: Of<'startAdr'>,
	context: RuleContext
): Decision {
	const { strandId, adrId, kind, agreedOn, pausesUntilOn } = command;
	if (strand.beside.adr.some((one) => one.adrId === adrId)) {
		return refuse({ code: 'sameIdTwice', id: adrId });
	}
	const bad =
		findBadDate(agreedOn, context, { date: complaint.receivedOn, because: 'received' }) ??
		findBadPause(strand, command, context);
	if (bad) return refuse(bad);
	return accept({ type: 'adrStarted', strandId, adrId, kind, agreedOn, pausesUntilOn });
}

/** The try ended. Where the clock waited for it, it goes on the day after at the latest. */
export function decideAdrEnd(
	{ strand }: StrandOfComplaint,
	command: Of<'endAdr'>,
	context: RuleContext
): Decision {
	const adr = strand.beside.adr.find((one) => one.adrId === command.adrId);
	if (!adr) return refuse({ code: 'unknownAdr' });
	if (adr.endedOn !== null) return refuse({ code: 'adrEnded', endedOn: adr.endedOn });
	const bad = findBadDate(command.endedOn, context, { date: adr.agreedOn, because: 'adrAgreed' });
	return bad ? refuse(bad) : accept({ ...command, type: 'adrEnded' });
}

function findBadPause(
	strand: Strand,
	{ type, agreedOn, agreedInWriting, pausesUntilOn }: Of<'startAdr'>,
	context: RuleContext
): Refusal | null {
	if (pausesUntilOn === null) return null;
	if (strand.procedure !== 'statutory') return { code: 'corporateCannotDoThis', command: type };
	if (!agreedInWriting) return { code: 'pauseNeedsWriting' };
	if (!mayWaitForTalks(strand)) return { code: 'nothingToPause' };
	const bad = findUncountableDate(pausesUntilOn, context);
	if (bad) return bad;
	if (pausesUntilOn <= agreedOn) {
		return { code: 'pauseNotLater', until: pausesUntilOn, agreedOn };
	}
	const last = mediationPauses(strand.beside.adr).at(-1)?.to ?? null;
	return last !== null && last > agreedOn ? { code: 'pausesOverlap', until: last } : null;
}

/** Only the clocks of stage 1 and of stage 2 may wait for talks; a panel keeps its dates. */
export function mayWaitForTalks({ stage }: Pick<Strand, 'stage'>): boolean {
	return WAITING.includes(stage);
}

const WAITING: readonly string[] = [
	'stage1Open',
	'stage1Paused',
	'stage1Overdue',
	'stage2Requested',
	'stage2Scoping',
	'stage2Investigating',
	'stage2Reported'
];
