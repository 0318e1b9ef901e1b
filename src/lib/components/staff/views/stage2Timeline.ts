import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { FINDING_WORDS } from '#lib/words/complaintCodes.ts';
import { shortDate } from '#lib/words/dates.ts';
import { partNames, staffName, wordsOf, type CaseFacts } from './caseFacts.ts';

/** What stands under an event of stage 2 besides its own words: who, and what was decided. */
export function stage2WordsOf(facts: CaseFacts, event: ComplaintEvent): string[] {
	const read = (textId: string | null) => wordsOf(facts.pulled, textId) ?? '';
	switch (event.type) {
		case 'personAppointed':
			return [staffName(facts.pull, event.personId)];
		case 'appointmentEnded': {
			const ended = facts.complaint.strands
				.flatMap(({ appointments }) => appointments)
				.find(({ appointmentId }) => appointmentId === event.appointmentId);
			return ended ? [staffName(facts.pull, ended.personId)] : [];
		}
		case 'adjudicated':
			return [
				...event.points.map(
					({ elementId, outcome, reasonTextId }) =>
						`${partNames(facts.complaint)[elementId] ?? 'One part'}: ${FINDING_WORDS[outcome].toLowerCase()}. ${read(reasonTextId)}`
				),
				...event.recommendations.map(({ textId, accepted, dueOn, reasonTextId }) =>
					accepted && dueOn
						? `${read(textId)} Accepted, by ${shortDate(dueOn)}`
						: `${read(textId)} Not accepted: ${read(reasonTextId)}`
				)
			];
		default:
			return [];
	}
}
