import { fail, redirect } from '@sveltejs/kit';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { mayHaveAdvocate } from '#lib/domain/complaint/advocatePause.ts';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { agreeToWait, requestStage2 } from '#lib/server/complaints/complainantReplies.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { isAdults, pathOfOwn, readerOf } from '#lib/server/intake/my/reader.ts';
import { strandsOpenTo } from '#lib/server/intake/my/answeredStrands.ts';
import { isLateNow, lateLines } from '#lib/server/intake/my/trackingPage.ts';
import { getService } from '#lib/server/running.ts';
import { dayWords } from '#lib/words/dates.ts';
import { LATE_CHOICES } from '#lib/words/public/late.ts';
import { actIdIn, done, hiddenIds, openOwn, openOwnToAct, refusalOf } from '../own.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** It is late: what happened, and four ways on. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	const path = pathOfOwn(own);
	if (!isLateNow(path)) redirect(303, '/my');
	return {
		words: lateLines(own, path),
		waitUntil: path.answerDueOn && dayWords(path.answerDueOn, readerOf(own).today),
		mayAskStage2: strandsOpenTo(own, 'requestStage2').length > 0,
		isAdult: isAdults(own),
		mayHaveAdvocate: mayHaveAdvocate(own.complaint),
		hidden: hiddenIds()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const fields = await readPosted(event);
		const own = await openOwnToAct(event);
		const actId = actIdIn(fields);
		switch (fields.get('act')) {
			case 'stage2': {
				const refusal = refusalOf(await askForSomeoneNew(own, actId));
				return refusal ? fail(409, { error: refusal }) : done(event, 't');
			}
			case 'talk':
				await say(own, actId, LATE_CHOICES.talk);
				return done(event, 'e');
			case 'advocate':
				return redirect(303, '/my/advocate');
			case 'wait':
				await wait(own, { actId, messageId: actIdIn(fields, 'id2') });
				return done(event, 'd');
		}
		return redirect(303, '/my/late');
	}
};

function askForSomeoneNew({ complaintId, ...own }: OwnCase, actId: string) {
	const strandIds = strandsOpenTo({ complaintId, ...own }, 'requestStage2');
	return requestStage2(getService(), { complaintId, actId, strandIds });
}

/**
 * They wait. Past day 20 that is an agreement with a date; before it the law's own limit has
 * still to come, and staff read it as a message.
 */
async function wait(
	own: OwnCase,
	{ actId, messageId }: { actId: string; messageId: string }
): Promise<void> {
	const until = pathOfOwn(own).answerDueOn;
	const [strandId] = strandsOpenTo(own, 'agreeToWait');
	const carried =
		until && strandId
			? await agreeToWait(getService(), {
					complaintId: own.complaintId,
					actId,
					strandId,
					waitsUntilOn: until
				})
			: null;
	if (!carried?.done) await say(own, messageId, sayWait(until, own));
}

function sayWait(until: PlainDate | null, own: OwnCase): string {
	return until
		? `${LATE_CHOICES.waitUntil} ${dayWords(until, readerOf(own).today)}`
		: LATE_CHOICES.wait;
}

function say({ complaintId }: OwnCase, actId: string, words: string) {
	return writeMessage(getService(), { complaintId, actId, words });
}
