import { mayHaveAdvocate } from '#lib/domain/complaint/advocatePause.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import { isAskedForConsent } from '#lib/server/complaints/childsConsent.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { isAdults, pathOfOwn } from '#lib/server/intake/my/reader.ts';
import { trackingPage } from '#lib/server/intake/my/trackingPage.ts';
import { UNDO_WORKING_DAYS } from '#lib/server/intake/my/stopping.ts';
import { spokeForYou } from '#lib/words/public/agree.ts';
import { noticeOf, type NoticeDates } from './notices.ts';
import { openOwn } from './own.server.ts';
import type { PageServerLoad } from './$types';

/** What is happening. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	return {
		...trackingPage(own),
		isChild: own.complaint.madeBy !== 'adult',
		isAdult: isAdults(own),
		isAsked: isAskedForConsent(own.complaint),
		spoke: spokeForYou(own.helperName),
		mayHaveAdvocate: mayHaveAdvocate(own.complaint),
		notice: noticeOf(event.url.searchParams.get('n'), datesOf(own))
	};
};

function datesOf(own: OwnCase): NoticeDates {
	const { today, holidays } = own.rules;
	const path = pathOfOwn(own);
	const undoBy = addWorkingDays(today, UNDO_WORKING_DAYS, holidays);
	return {
		today,
		secondAnswerOn: path.answerDueOn,
		panelByOn: path.situation === 'askedLate' ? null : path.panelByOn,
		undoByOn: undoBy.known ? undoBy.value : null
	};
}
