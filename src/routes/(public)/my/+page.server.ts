import { redirect } from '@sveltejs/kit';
import { mayHaveAdvocate } from '#lib/domain/complaint/advocatePause.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import { isAskedForConsent } from '#lib/server/complaints/childsConsent.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { readProviders } from '#lib/server/advocacy/readProviders.ts';
import { advocateNow } from '#lib/server/intake/my/advocatePage.ts';
import { isAdults, pathOfOwn } from '#lib/server/intake/my/reader.ts';
import { ombudsmanPart } from '#lib/server/intake/my/ombudsmanPage.ts';
import { trackingPage } from '#lib/server/intake/my/trackingPage.ts';
import { asideKindOf, promiseAside } from '#lib/server/intake/promisedContact.ts';
import { mayTurn, turnIntoComplaint } from '#lib/server/complaints/turnIntoComplaint.ts';
import { isAskedHowWeDid, readHowWeDid } from '#lib/server/more/howWeDid.ts';
import {
	addressOfUnsent,
	findUnsentPages,
	forgetUnsent
} from '#lib/server/intake/my/unsentWords.ts';
import { getService } from '#lib/server/running.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { inTransaction } from '#lib/server/work.ts';
import { UNDO_WORKING_DAYS } from '#lib/server/intake/my/stopping.ts';
import { spokeForYou } from '#lib/words/public/agree.ts';
import { ASIDE } from '#lib/words/public/aside.ts';
import { leftOutOf, noticeOf, type NoticeDates } from './notices.ts';
import { actIdIn, done, openOwn, openOwnToAct } from './own.server.ts';
import { readPosted } from '../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is happening. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	const notice = noticeOf(event.url.searchParams.get('n'), datesOf(own));
	const isAdult = own.complaint.madeBy === 'adult';
	const [unsent] = await findUnsentPages(getService(), own.complaintId);
	return {
		...trackingPage(own),
		isChild: !isAdult,
		isAdult: isAdults(own),
		isAsked: isAskedForConsent(own.complaint),
		spoke: spokeForYou(own.helperName),
		aside: await asideOf(own),
		howWeDid: await howWeDidOf(own),
		mayTurn: mayTurn(own.complaint, own.facts),
		actId: crypto.randomUUID(),
		unsent: unsent ? addressOfUnsent(unsent) : null,
		mayHaveAdvocate: mayHaveAdvocate(own.complaint),
		ombudsman: await ombudsmanPart(getService(), own),
		advocate: advocateNow(own, await readProviders(getService())),
		notice: notice && [...notice, ...leftOutOf(event.url, { isAdult })]
	};
};

export const actions: Actions = {
	/** What they typed and did not send is not wanted any more. */
	drop: async (event) => {
		const { complaintId } = await openOwnToAct(event);
		await forgetUnsent(getService(), { complaintId, holder: 'complainant' });
		redirect(303, '/my');
	},
	/** An idea or a question becomes a complaint, by one tap. */
	turn: async (event) => {
		const fields = await readPosted(event);
		const { complaintId } = await openOwnToAct(event);
		const act = { complaintId, actId: actIdIn(fields) };
		const { done: isDone } = await turnIntoComplaint(getService(), act);
		if (isDone) done(event, 'l');
		redirect(303, '/my');
	}
};

/** Whether they are asked how we did, and said so already. */
async function howWeDidOf(own: OwnCase): Promise<'asked' | 'said' | null> {
	if (!isAskedHowWeDid(pathOfOwn(own).situation)) return null;
	return (await readHowWeDid(getService(), own.complaintId)) ? 'said' : 'asked';
}

/**
 * What a thank-you, an idea or a question is promised; null for a complaint, for what an officer
 * took for one, and once it was stopped.
 */
async function asideOf(own: OwnCase) {
	const { complaint, facts, rules } = own;
	const kind = asideKindOf(facts);
	const isElsewhere = complaint.strands.length > 0 || pathOfOwn(own).situation === 'stopped';
	if (!facts || kind === null || isElsewhere) return null;
	const { timeLimits } = await inTransaction(getService(), { kind: 'public' }, ({ trx }) =>
		readCouncil(trx)
	);
	const { today, holidays } = rules;
	const receivedOn = complaint.receivedOn ?? today;
	return {
		heading: kind === 'compliment' ? ASIDE.thanks : ASIDE.idea,
		lines: promiseAside(facts, {
			receivedOn,
			today,
			holidays,
			limits: timeLimits,
			dealtWith: complaint.dealtWith
		})
	};
}

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
