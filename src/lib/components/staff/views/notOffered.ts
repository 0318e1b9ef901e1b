import type { ComplaintCommandType, StrandCommandType } from '#lib/domain/complaint/commands.ts';
import { isAllowedInPhase, isAllowedInStage } from '#lib/domain/complaint/stageTable.ts';
import { findRoleFor } from '#lib/domain/roles/permissions.ts';
import { STAFF_ROLES } from '#lib/domain/roles/roles.ts';
import { roleWords } from '#lib/words/roles.ts';
import { phaseWords } from '#lib/words/stages.ts';
import type { Phrase } from '../Sentence.svelte';
import { actsThereAre } from './acts.ts';
import { strandStanding, type CaseFacts } from './caseFacts.ts';

/** Why an act that somebody came to cannot be done now: the role, the stage, or neither; and back. */
export function whyNotOffered(
	facts: CaseFacts,
	{ name, strandId }: { name: string; strandId: string | null }
): readonly Phrase[] {
	const href = `/staff/case/${facts.pulled.complaintId}`;
	return [`${reasonOf(facts, name, strandId)} `, { href, text: 'Back to the case' }];
}

function reasonOf(facts: CaseFacts, name: string, strandId: string | null): string {
	const { complaint, context, pull } = facts;
	const strand = complaint.strands.find((one) => one.strandId === strandId) ?? null;
	const act = actsThereAre(strand).find((one) => one.name === name);
	if (!act) return 'There is no such act here.';
	const { words, command } = act;
	if (findRoleFor(pull.me.roles, command) === null) {
		const whose = STAFF_ROLES.filter((role) => findRoleFor([role], command) !== null);
		return `“${words}” is not for your role. It is for: ${whose.map(roleWords).join(', ').toLowerCase()}.`;
	}
	const isItsStage = strand
		? isAllowedInStage(strand.stage, command as StrandCommandType)
		: isAllowedInPhase(complaint.phase, command as ComplaintCommandType);
	return isItsStage
		? `“${words}” cannot be done now. It is done already, or something has to come first.`
		: `“${words}” cannot be done at this stage: ${strand ? strandStanding(strand, context) : phaseWords(complaint.phase)}.`;
}
