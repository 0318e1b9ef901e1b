import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { LetterId } from '#lib/letters/catalogue.ts';
import { findOfferedAct, mayExtend, strandLabel } from './acts.ts';
import type { CaseFacts } from './caseFacts.ts';

/** The act that a letter's going out is, and the fields of its form that take the day it went. */
interface ToRecord {
	/** 'This letter tells them of more time' goes on with 'of more time'. */
	tells: string;
	act: string;
	dates: readonly string[];
}

/**
 * Letters that are themselves the step the procedure asks for: it counts from the day they went,
 * and sending them records nothing. `moreTime` is asked on the clock page. The answers of each
 * stage are not here: they are recorded by their own release.
 *
 * Source: SI 2006/1738 regs 8, 9, 12, 14, 17 and 18; rules 3.3.
 */
export const ACT_OF_LETTER: Readonly<Partial<Record<LetterId, ToRecord>>> = {
	acknowledged: { tells: 'that we have it', act: 'acknowledge', dates: ['on'] },
	stage1Extended: { tells: 'of more time', act: 'moreTime', dates: [] },
	rightToStage2: { tells: 'that they can go to stage 2', act: 'tellStage2', dates: ['on'] },
	statementToAgree: {
		tells: 'what will be investigated',
		act: 'statement',
		dates: ['on']
	},
	stage2Extended: { tells: 'of more time', act: 'moreTimeStage2', dates: ['on'] },
	stage2Late: { tells: 'that stage 2 is late', act: 'stage2Delay', dates: ['on'] },
	stage2Stopped: { tells: 'that stage 2 ends', act: 'endStage2', dates: ['ombudsman'] },
	courtDecided: {
		tells: 'which part a court decided',
		act: 'limitScope',
		dates: ['on', 'ombudsman']
	},
	stage3Acknowledged: {
		tells: 'that we have their request',
		act: 'acknowledgePanel',
		dates: ['on']
	},
	lateStage3Accepted: { tells: 'that we take the late request', act: 'decideLate', dates: [] },
	lateStage3Refused: {
		tells: 'that we refuse the late request',
		act: 'decideLate',
		dates: ['ombudsman']
	},
	suspended: { tells: 'that it has to wait', act: 'suspend', dates: ['on'] },
	mayBringBack: {
		tells: 'that they can bring it back',
		act: 'tellRightToResubmit',
		dates: ['on']
	},
	tooLate: { tells: 'that it came too late', act: 'late', dates: ['told'] },
	lateAccepted: { tells: 'that we take it, late as it is', act: 'late', dates: ['told'] },
	noStanding: { tells: 'that they have no standing', act: 'interest', dates: ['told'] },
	childToldOutcome: { tells: 'the outcome', act: 'decideChildIsTold', dates: ['toldOn'] },
	reviewingOfficerTold: { tells: 'the outcome', act: 'reviewingOfficer', dates: ['on'] }
};

/** What is left to record of a letter that went, as links to the forms, the day filled in. */
export interface LetterToRecord {
	/** 'This letter tells them of more time.' */
	sentence: string;
	links: readonly { id: string; words: string; href: string; about: string | null }[];
}

/**
 * What a letter that went leaves to record on the case; null where it went nowhere yet, where it
 * is no step of the procedure, and where the case does not allow that step now.
 */
export function letterToRecord(
	facts: CaseFacts,
	{ letterKind, sentAt }: { letterKind: LetterId; sentAt: string | null }
): LetterToRecord | null {
	const record = ACT_OF_LETTER[letterKind];
	if (!record || sentAt === null) return null;
	const sentOn = dateInEngland(sentAt);
	const { strands } = facts.complaint;
	const links = [null, ...strands].flatMap((strand) => {
		const found = linkTo(facts, record, { strandId: strand?.strandId ?? null, sentOn });
		const about = strand && strands.length > 1 ? strandLabel(facts, strand) : null;
		return found === null ? [] : [{ ...found, id: strand?.strandId ?? 'case', about }];
	});
	return links.length === 0 ? null : { sentence: `This letter tells them ${record.tells}.`, links };
}

function linkTo(
	facts: CaseFacts,
	{ act: name, dates }: ToRecord,
	{ strandId, sentOn }: { strandId: string | null; sentOn: string }
): { words: string; href: string } | null {
	const home = `/staff/case/${facts.pulled.complaintId}`;
	if (name === 'moreTime') {
		const strand = facts.complaint.strands.find((one) => one.strandId === strandId);
		if (!strand || !mayExtend(facts, strand)) return null;
		return { words: 'Take more time', href: `${home}/clock?strand=${strandId}#more-time` };
	}
	const found = findOfferedAct(facts, { name, strandId });
	if (!found) return null;
	const asked = new URLSearchParams([
		...(strandId === null ? [] : [['strand', strandId]]),
		...dates.map((field) => [field, sentOn])
	] as [string, string][]).toString();
	return { words: found.act.words, href: `${home}/act/${name}${asked === '' ? '' : `?${asked}`}` };
}
