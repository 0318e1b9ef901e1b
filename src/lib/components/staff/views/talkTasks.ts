import { findRoleFor } from '#lib/domain/roles/permissions.ts';
import { interpreterTask } from '#lib/words/interpreters.ts';
import type { CaseFacts } from './caseFacts.ts';
import { saidLanguage } from './childsAnswers.ts';
import { dueOf, noDate } from './dueOf.ts';
import { baseRow, type Task } from './taskRows.ts';
import { TALK_TASKS } from './taskWords.ts';

/** A talk they asked for comes before the route is decided, which asks if they were spoken to. */
export function talkTasks(facts: CaseFacts): Task[] {
	const { pulled, complaint, context, pull } = facts;
	// Whoever thanks us or has an idea did not ask for a talk; which language it is, the case says.
	const isAside = pulled.facts?.further?.['kind'] !== undefined;
	const words = talkWords(pulled);
	const isAsked = words !== null && complaint.phase === 'received' && !isAside;
	if (!isAsked || findRoleFor(pull.me.roles, 'decideTriage') === null) return [];
	const dueOn = facts.steps.find(({ what }) => what === 'acknowledge')?.dueOn ?? null;
	return [
		{
			dueOn,
			isMine: false,
			row: {
				...baseRow(facts, null),
				id: `${pulled.complaintId}-talk`,
				href: `/staff/new/${pulled.complaintId}`,
				due: dueOn === null ? noDate(context) : dueOf(dueOn, context),
				...words
			}
		}
	];
}

/** With an interpreter where they use another language; otherwise the call or meeting they chose. */
function talkWords(pulled: CaseFacts['pulled']): { task: string; taskOnPhone: string } | null {
	const said = saidLanguage(pulled);
	if (said) return interpreterTask(said);
	const asked = pulled.facts?.toldHow;
	return asked === 'call' || asked === 'meet' ? TALK_TASKS[asked] : null;
}
