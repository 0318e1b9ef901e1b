import type {
	CommandType,
	ComplaintCommandType,
	StrandCommandType
} from '#lib/domain/complaint/commands.ts';
import { isAllowedInPhase, isAllowedInStage } from '#lib/domain/complaint/stageTable.ts';
import { stage1Dates } from '#lib/domain/complaint/stage1Dates.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { findRoleFor } from '#lib/domain/roles/permissions.ts';
import { mayHaveAdvocate } from '#lib/domain/complaint/advocatePause.ts';
import { PROCEDURE_WORDS } from '#lib/words/complaintCodes.ts';
import type { Act } from './actForm.ts';
import { groupOf, type ActGroup } from './actGroups.ts';
import { ADJUDICATION_ACTS } from './adjudicationActs.ts';
import { APPOINTMENT_ACTS } from './appointmentActs.ts';
import { besideActsOn, hasRoomFor } from './besideActs.ts';
import { partNames, type CaseFacts } from './caseFacts.ts';
import { COMPLAINT_ACTS } from './complaintActs.ts';
import { OUTCOME_ACTS } from './outcomeActs.ts';
import { STAGE2_ACTS } from './stage2Acts.ts';
import { isStage3Offered, STAGE3_ACTS } from './stage3Acts.ts';
import { STRAND_ACTS } from './strandActs.ts';

/** One act a person may do now, as a link. */
export interface OfferedAct {
	id: string;
	words: string;
	href: string;
	/** 'Parts 1 and 2, statutory', where there is more than one strand. */
	about?: string | undefined;
	/** Under which heading it stands. */
	group: ActGroup;
}

const STAGE2: readonly Act[] = [...APPOINTMENT_ACTS, ...STAGE2_ACTS, ...ADJUDICATION_ACTS];

/** What both procedures have at stage 2: more time, and corrections of the answer. */
const OF_BOTH: readonly CommandType[] = [
	'extendStage2',
	'correctStage2Extension',
	'correctStage2ResponseDate',
	'correctStage2Outcome'
];

/** Orders that the corporate procedure has no room for. */
const STATUTORY_ONLY: readonly CommandType[] = [
	'tellRightToStage2',
	...STAGE2.map(({ command }) => command).filter((command) => !OF_BOTH.includes(command))
];

/** What the signed-in person may do with the case now: what its stages and their roles allow. */
export function offeredActs(facts: CaseFacts): OfferedAct[] {
	const { complaint } = facts;
	return [...actsOn(facts, null), ...complaint.strands.flatMap((strand) => actsOn(facts, strand))];
}

/** The act of that name, where it is offered now; null where it is not. */
export function findOfferedAct(
	facts: CaseFacts,
	{ name, strandId }: { name: string; strandId: string | null }
): { act: Act; strand: Strand | null } | null {
	const strand = facts.complaint.strands.find((one) => one.strandId === strandId) ?? null;
	const act = offeredOn(facts, strand).find((one) => one.name === name);
	return act ? { act, strand } : null;
}

/** Whether the signed-in person may take more time for this strand now. */
export function mayExtend(facts: CaseFacts, strand: Strand): boolean {
	return isOffered(facts, strand, 'extendStage1') && strand.extension === null;
}

function actsOn(facts: CaseFacts, strand: Strand | null): OfferedAct[] {
	const home = `/staff/case/${facts.pulled.complaintId}`;
	const about =
		strand && facts.complaint.strands.length > 1 ? strandLabel(facts, strand) : undefined;
	const links = offeredOn(facts, strand).map(({ name, words, command }) => ({
		id: `${name}-${strand?.strandId ?? ''}`,
		words,
		href: `${home}/act/${name}${strand ? `?strand=${strand.strandId}` : ''}`,
		about,
		group: groupOf(command)
	}));
	if (!strand) return links;
	const release = releaseOf(facts, strand);
	if (release) links.unshift({ ...release, about, group: 'stage' });
	if (!mayExtend(facts, strand)) return links;
	const more = {
		id: `more-${strand.strandId}`,
		words: 'Take more time',
		href: `${home}/clock?strand=${strand.strandId}#more-time`,
		about,
		group: groupOf('extendStage1')
	};
	return [more, ...links];
}

/** Where the full answer of a stage goes out by two people; null where none is to go now. */
function releaseOf(
	facts: CaseFacts,
	strand: Strand
): Pick<OfferedAct, 'id' | 'words' | 'href'> | null {
	const { stage2, stage3, strandId, procedure } = strand;
	if (procedure !== 'statutory' && procedure !== 'corporate') return null;
	const isStage3 = stage3?.reportReceivedOn != null;
	const isDue = isStage3
		? stage3.respondedOn === null && isOffered(facts, strand, 'respondStage3')
		: stage2.respondedOn === null &&
			(procedure === 'corporate'
				? isOffered(facts, strand, 'respondCorporateStage2')
				: stage2.adjudication !== null && isOffered(facts, strand, 'sendStage2Response'));
	if (!isDue) return null;
	const stage = isStage3 ? 3 : 2;
	return {
		id: `fullAnswer-${strandId}`,
		words: `Send the stage ${stage} answer, with a second person`,
		href: `/staff/case/${facts.pulled.complaintId}/full-answer/${stage}/${strandId}`
	};
}

/** Every act there is on a strand, or on the whole complaint, whether or not it may be done now. */
export function actsThereAre(strand: Strand | null): Act[] {
	const acts = strand
		? [...STRAND_ACTS, ...STAGE2, ...STAGE3_ACTS, ...OUTCOME_ACTS]
		: COMPLAINT_ACTS;
	return [...acts, ...besideActsOn(strand)];
}

function offeredOn(facts: CaseFacts, strand: Strand | null): Act[] {
	return actsThereAre(strand).filter(
		({ command, offered }) =>
			isOffered(facts, strand, command) && (offered?.({ facts, strand }) ?? true)
	);
}

function isOffered(facts: CaseFacts, strand: Strand | null, command: CommandType): boolean {
	const { complaint, pull } = facts;
	const isAllowed = strand
		? isAllowedInStage(strand.stage, command as StrandCommandType)
		: isAllowedInPhase(complaint.phase, command as ComplaintCommandType);
	if (!isAllowed) return false;
	if (findRoleFor(pull.me.roles, command) === null) return false;
	if (strand?.procedure === 'corporate' && STATUTORY_ONLY.includes(command)) return false;
	switch (command) {
		case 'acknowledgeComplaint':
			return complaint.acknowledgedOn === null;
		case 'askForAdvocate':
			return mayHaveAdvocate(complaint) && !complaint.advocate.isAwaited;
		case 'recordAdvocateAppointed':
			return complaint.advocate.appointedOn === null;
		case 'tellRightToStage2':
			return strand !== null && isDay20Come(facts, strand);
		case 'recordAdvocateDeclined':
			return complaint.advocate.isAwaited;
		case 'correctResponseDate':
			return strand !== null && strand.respondedOn !== null;
		case 'correctOutcome':
			return strand !== null && Object.keys(strand.outcomes).length > 0;
		case 'reinstateStrand':
			// An answered one goes on by stage 2 instead.
			return strand?.closed == null || ['withdrawn', 'notPursued'].includes(strand.closed.reason);
		default:
			return (
				hasRoomFor(facts, strand, command) && (strand === null || isStage3Offered(strand, command))
			);
	}
}

/**
 * Only from day 20 on, and not before the end of a wait they agreed to, is stage 2 told of;
 * where no date is known, nothing is told.
 */
function isDay20Come({ context }: CaseFacts, strand: Strand): boolean {
	const dates = stage1Dates(strand, context);
	if (!dates.known || dates.value.lastLimitOn === null) return false;
	return context.today >= dates.value.lastLimitOn && context.today >= (strand.waitsUntilOn ?? '');
}

/** 'Parts 1 and 2, statutory' */
export function strandLabel({ complaint }: CaseFacts, strand: Strand): string {
	const names = partNames(complaint);
	const parts = strand.elementIds.map((id) => names[id] ?? '').join(', ');
	const procedure =
		strand.procedure === 'statutory' || strand.procedure === 'corporate'
			? PROCEDURE_WORDS[strand.procedure].toLowerCase()
			: 'old record';
	return `${parts}, ${procedure}`;
}
