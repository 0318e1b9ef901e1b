import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { contextOf } from './givenWhenThen.ts';

/** What a complainant reads of a case on that day, from what has happened in it. */
export function ownCaseOf(
	today: PlainDate,
	events: readonly ComplaintEvent[],
	facts: Partial<OwnCase> = {}
): OwnCase {
	return {
		complaintId: 'case-1',
		reference: 'C-1',
		complaint: rebuild(events),
		rules: contextOf({ on: today }),
		ownName: 'Jay',
		childName: null,
		helperName: null,
		handledBy: 'Sam',
		texts: [],
		messages: [],
		files: [],
		answers: [],
		fullAnswers: [],
		promises: [],
		advocateRequests: [],
		advocateName: null,
		safeContact: [],
		facts: null,
		...facts
	};
}
