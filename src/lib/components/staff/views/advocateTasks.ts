import { NO_PROVIDER } from '#lib/domain/advocacy/providers.ts';
import type { AdvocateStep } from '#lib/domain/advocacy/request.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { findRoleFor } from '#lib/domain/roles/permissions.ts';
import { openLoop } from './advocateLoop.ts';
import type { CaseFacts } from './caseFacts.ts';
import { dueOf } from './dueOf.ts';
import { baseRow, type Task } from './taskRows.ts';
import { ADVOCATE_TASKS, TASK_WORDS } from './taskWords.ts';

/**
 * What an officer does while the child waits for an advocate, as the request stands: to look for
 * somebody where every provider said no, or to ask the provider for what it owes.
 */
export function chaseTask(
	facts: CaseFacts,
	usualOn: PlainDate | null
): { words: { task: string; onPhone: string }; dueOn: PlainDate | null } {
	const open = openLoop(facts);
	if (!open) return { words: TASK_WORDS.chaseAdvocate, dueOn: usualOn };
	const { request, standing } = open;
	if (request.providerId === NO_PROVIDER.providerId) {
		return { words: ADVOCATE_TASKS.find, dueOn: request.askedOn };
	}
	const words = standing.step ? STEP_TASKS[standing.step] : TASK_WORDS.chaseAdvocate;
	return { words, dueOn: standing.dueOn ?? usualOn };
}

const STEP_TASKS = {
	acknowledge: ADVOCATE_TASKS.acknowledge,
	assign: TASK_WORDS.chaseAdvocate,
	contact: ADVOCATE_TASKS.contact
} as const satisfies Record<AdvocateStep, { task: string; onPhone: string }>;

/** An advocate who was named and is late in being in touch: to ask the provider why. */
export function lateContactTasks(facts: CaseFacts): Task[] {
	const { pulled, complaint, context, pull } = facts;
	const open = openLoop(facts);
	if (!open || findRoleFor(pull.me.roles, 'decideTriage') === null) return [];
	const { step, dueOn, daysLate } = open.standing;
	// While the child waits, the step of the case itself asks for it.
	if (step !== 'contact' || daysLate === 0 || dueOn === null) return [];
	if (complaint.advocate.isAwaited || facts.steps.length === 0) return [];
	return [
		{
			dueOn,
			isMine: false,
			row: {
				...baseRow(facts, null),
				id: `${pulled.complaintId}-advocate-contact`,
				href: `/staff/case/${pulled.complaintId}/people`,
				due: dueOf(dueOn, context),
				task: ADVOCATE_TASKS.contact.task,
				taskOnPhone: ADVOCATE_TASKS.contact.onPhone
			}
		}
	];
}
