import { timeWords } from '#lib/words/dates.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { mayAct } from '#lib/domain/roles/acts.ts';
import type { Option } from '../controls/StaffSelect.svelte';
import type { SecondLook } from '../answer/ReleaseCard.svelte';
import { roleWords } from '#lib/words/roles.ts';
import { staffName, type CaseFacts } from './caseFacts.ts';

/** An answer as its page reads it, but for its words. */
export interface AnswerStanding {
	state: 'draft' | 'waitingForRelease' | 'sent';
	sentBack: { why: string; byStaffId: string; at: string } | null;
	writers: readonly string[];
	secondPersonId: string | null;
	releaseAskedAt: string | null;
}

/** How the second look stands. */
export function secondLook(answer: AnswerStanding | null, { pull }: CaseFacts): SecondLook {
	if (answer?.state === 'waitingForRelease') {
		const who = answer.secondPersonId ? staffName(pull, answer.secondPersonId) : 'A second person';
		const at = answer.releaseAskedAt ? ` at ${timeWords(answer.releaseAskedAt)}` : '';
		return { state: 'asked', words: `${who} was asked to read it${at}.` };
	}
	if (answer?.sentBack) {
		const { byStaffId, at, why } = answer.sentBack;
		return {
			state: 'sentBack',
			words: `${staffName(pull, byStaffId)} sent it back at ${timeWords(at)}.`,
			why
		};
	}
	return { state: 'notAsked' };
}

/** Whether the signed-in person is one who may let it go: asked or not, never a writer of it. */
export function mayRelease(answer: AnswerStanding | null, { pull }: CaseFacts): boolean {
	const { staffId, roles } = pull.me;
	return (
		answer?.state === 'waitingForRelease' &&
		!answer.writers.includes(staffId) &&
		mayAct(roles, 'releaseAnswer')
	);
}

/** Who may be asked to read it: who may release, wrote none of it, and is not complained about. */
export function secondPeople(answer: AnswerStanding | null, facts: CaseFacts): Option[] {
	const { pull, pulled } = facts;
	const subjects = pulled.people.flatMap(({ part, staffId }) =>
		part === 'subjectOfComplaint' && staffId ? [staffId] : []
	);
	const out = new Set([...(answer?.writers ?? []), ...subjects, pull.me.staffId]);
	return pull.staff
		.filter(({ staffId, roles, teamId }) => {
			if (out.has(staffId) || !mayAct(roles, 'releaseAnswer')) return false;
			const seesAll = roles.some(
				(role) => role === 'complaintsOfficer' || role === 'complaintsManager'
			);
			return (
				seesAll || staffId === pulled.responderId || (teamId !== null && teamId === pulled.teamId)
			);
		})
		.map(({ staffId, displayName, roles }) => ({
			value: staffId,
			label: `${displayName} (${roles.map(roleWords).join(', ').toLowerCase()})`
		}));
}

/** '2 days late', where the answer is; undefined while it is in time. */
export function lateWords(strand: Strand, { clocks }: CaseFacts): string | undefined {
	const clock = clocks.find((one) => one.strandId === strand.strandId && one.isHeadline);
	const late = clock?.daysLate ?? 0;
	if (late === 0) return undefined;
	return late === 1 ? '1 working day late' : `${late} working days late`;
}
