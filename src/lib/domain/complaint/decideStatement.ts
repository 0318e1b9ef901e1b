import { mustDecideAboutChild } from '#lib/domain/beside/decideTelling.ts';
import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Strand, StrandOfComplaint } from '#lib/domain/complaint/state.ts';

/** Efforts on different days that stage 2 takes before it may end for want of an agreed scope. */
export const ATTEMPTS_TO_AGREE = 2;

/** A version of the statement of complaint goes to the complainant. No clock waits for it. */
export function decideStatementDraft(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'draftStatement'>,
	context: RuleContext
): Decision {
	const last = strand.stage2.statements.at(-1);
	const expected = (last?.version ?? 0) + 1;
	if (command.version !== expected) return refuse({ code: 'versionNotNext', expected });
	const bad = findBadDate(
		command.sentOn,
		context,
		{ date: strand.stage2RequestedOn, because: 'requested' },
		{ date: last?.sentOn ?? null, because: 'statementSent' }
	);
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'statementDrafted' });
}

/** The complainant agreed to the latest version, at first or after it was noted as not agreed. */
export function decideStatementAgreement(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'agreeStatement'>,
	context: RuleContext
): Decision {
	const last = strand.stage2.statements.at(-1);
	if (!last) return refuse({ code: 'noStatementSent' });
	if (command.version !== last.version) {
		return refuse({ code: 'versionNotLatest', latest: last.version });
	}
	if (strand.stage2.agreedVersion === last.version) {
		return refuse({ code: 'statementIsSettled', how: 'agreed' });
	}
	const bad = findBadDate(command.agreedOn, context, {
		date: last.sentOn,
		because: 'statementSent'
	});
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'statementAgreed' });
}

/**
 * The statement is not agreed: it goes on in the complainant's own words, and the disagreement is
 * written down. It has been tried first.
 */
export function decideStatementNotAgreed(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'recordStatementNotAgreed'>,
	context: RuleContext
): Decision {
	const { statements, statementSettled } = strand.stage2;
	const last = statements.at(-1);
	if (!last) return refuse({ code: 'noStatementSent' });
	if (statementSettled) return refuse({ code: 'statementIsSettled', how: statementSettled.how });
	const bad = findBadDate(command.notedOn, context, {
		date: last.sentOn,
		because: 'statementSent'
	});
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'statementNotAgreed' });
}

/**
 * No statement is needed: the complaint is written, and clear. One that was said aloud needs its
 * written record all the same.
 *
 * Source: SI 2006/1738 reg 16; rules 8, C-14.
 */
export function decideStatementNotNeeded(
	{ complaint, strand }: StrandOfComplaint,
	command: CommandOf<'recordStatementNotNeeded'>,
	context: RuleContext
): Decision {
	const { statementSettled } = strand.stage2;
	if (complaint.madeOrally) return refuse({ code: 'statementNeeded' });
	if (statementSettled) return refuse({ code: 'statementIsSettled', how: statementSettled.how });
	const bad = findBadDate(command.decidedOn, context, {
		date: strand.stage2RequestedOn,
		because: 'requested'
	});
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'statementNotNeeded' });
}

/**
 * One point is left out, because a court decided it: told in writing with reasons and the way to
 * the Ombudsman. Something always stays to be investigated: stage 2 is not refused piece by piece.
 *
 * Source: rules 3.3 and 8, C-5; SI 2006/1738 reg 17.
 */
export function decideScopeLimit(
	{ strand }: StrandOfComplaint,
	command: CommandOf<'limitScope'>,
	context: RuleContext
): Decision {
	const { elementId } = command;
	if (!strand.elementIds.includes(elementId)) return refuse({ code: 'unknownElement', elementId });
	if (strand.stage2.limited.includes(elementId)) {
		return refuse({ code: 'alreadyLimited', elementId });
	}
	if (pointsToDecide(strand).length === 1) return refuse({ code: 'nothingLeftToInvestigate' });
	const asked = { date: strand.stage2RequestedOn, because: 'requested' } as const;
	const bad =
		findBadDate(command.toldOn, context, asked) ??
		findBadDate(command.ombudsmanToldOn, context, asked);
	if (bad) return refuse(bad);
	return accept({ ...command, type: 'scopeLimited' });
}

/**
 * Stage 2 ends because the scope cannot be agreed, after real effort on at least two days. The
 * complainant is told the way to the Ombudsman, and may take it up again. Whether the child hears
 * how an adult's complaint ended is decided before.
 *
 * Source: rules 8, C-5; CA 1989 s.26(7).
 */
export function decideDiscontinuation(
	{ complaint, strand }: StrandOfComplaint,
	command: CommandOf<'discontinueStage2'>,
	context: RuleContext
): Decision {
	const { type, attempts, discontinuedOn, ombudsmanToldOn } = command;
	const { statementSettled, statements } = strand.stage2;
	if (strand.procedure === 'corporate') {
		return refuse({ code: 'corporateCannotDoThis', command: type });
	}
	if (statementSettled) return refuse({ code: 'statementIsSettled', how: statementSettled.how });
	if (statements.length === 0) return refuse({ code: 'noStatementSent' });
	const asked = { date: strand.stage2RequestedOn, because: 'requested' } as const;
	for (const { triedOn } of attempts) {
		const bad = findBadDate(triedOn, { ...context, today: discontinuedOn }, asked);
		if (bad) return refuse(bad);
	}
	const found = new Set(attempts.map(({ triedOn }) => triedOn)).size;
	if (found < ATTEMPTS_TO_AGREE) {
		return refuse({ code: 'tooFewAttempts', found, needed: ATTEMPTS_TO_AGREE });
	}
	const bad =
		findBadDate(discontinuedOn, context, asked) ?? findBadDate(ombudsmanToldOn, context, asked);
	if (bad) return refuse(bad);
	if (mustDecideAboutChild(complaint, strand, 'scopeNotAgreed')) {
		return refuse({ code: 'childNotDecided' });
	}
	return accept({ ...command, type: 'stage2Discontinued' });
}

/** The points that stage 2 looks at: all but those a court decided. */
export function pointsToDecide({ elementIds, stage2 }: Strand): string[] {
	return elementIds.filter((elementId) => !stage2.limited.includes(elementId));
}
