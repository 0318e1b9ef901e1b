import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { textUpTo } from '#lib/intake/textUpTo.ts';
import { LONGEST_TEXT } from '#lib/intake/typedText.ts';
import { writeMessage } from '#lib/server/complaints/complainantActs.ts';
import {
	contentWithAnswer,
	replyToAnswer,
	requestStage2,
	requestStage3
} from '#lib/server/complaints/complainantReplies.ts';
import { mayHaveAdvocate } from '#lib/domain/complaint/advocatePause.ts';
import type { StrandStage } from '#lib/domain/complaint/state.ts';
import type { OwnCase } from '#lib/server/complaints/ownCase.ts';
import { ombudsmanPart } from '#lib/server/intake/my/ombudsmanPage.ts';
import { isAdults, pathOfOwn, readerOf } from '#lib/server/intake/my/reader.ts';
import { strandsForPanel, strandsOpenTo } from '#lib/server/intake/my/answeredStrands.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { dayWords } from '#lib/words/dates.ts';
import { MESSAGE_PROBLEMS } from '#lib/words/public/messages.ts';
import { NEXT_PROBLEMS, TALK_FIRST, threePeopleWords } from '#lib/words/public/next.ts';
import {
	actIdIn,
	done,
	hiddenIds,
	moveUnsent,
	openOwn,
	openOwnToWrite,
	refusalOf,
	sentOn,
	unsentOn
} from '../own.server.ts';
import type { NoticeKey } from '../notices.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

const CHOICES = ['stage2', 'stage3', 'talk', 'content', 'think'] as const;

const schema = z.object({
	next: z.enum(CHOICES, NEXT_PROBLEMS.blank).default('' as never),
	part: textUpTo(LONGEST_TEXT, MESSAGE_PROBLEMS.tooLong)
});

const NOTICE_OF = {
	stage2: 't',
	stage3: 'u',
	talk: 'e',
	content: 'g',
	think: 'f'
} as const satisfies Record<(typeof CHOICES)[number], NoticeKey>;

/** What they want to do next, once there is an answer. Stage 2 or a panel needs one tick. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	const forStage2 = answeredOpenTo(own, 'requestStage2').length;
	const forPanel = strandsForPanel(own).length;
	if (forStage2 + forPanel === 0) await moveUnsent(own, 'next');
	const ombudsman = await ombudsmanPart(getService(), own);
	if (forStage2 + forPanel + answered(own).length === 0 && !ombudsman) redirect(303, '/my');
	const { askAdvisedByOn, askPanelByOn } = pathOfOwn(own);
	const { today } = readerOf(own);
	return {
		tryBy: askAdvisedByOn && askAdvisedByOn >= today ? dayWords(askAdvisedByOn, today) : null,
		mayAskNew: forStage2 > 0,
		panel: forPanel > 0 ? threePeopleWords(askPanelByOn, today) : null,
		ombudsman,
		isAdult: isAdults(own),
		mayHaveAdvocate: mayHaveAdvocate(own.complaint),
		unsent: await unsentOn(own, 'next'),
		hidden: hiddenIds()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const fields = await readPosted(event);
		const own = await openOwnToWrite(event, 'next', fields);
		const checked = await checkForm(fields, schema);
		const chosen = String(fields.get('next') ?? '');
		const typed = String(fields.get('part') ?? '');
		if (!checked.valid) {
			const error = checked.errors.next ?? checked.errors.part ?? null;
			return fail(400, { chosen, typed, error });
		}
		const { next, part } = checked.data;
		const refusal = refusalOf(await choose(own, checked.data, actIdIn(fields)));
		if (refusal) return fail(409, { chosen, typed, error: refusal });
		// With a request for a panel they went as its points.
		if (part.trim() !== '' && next !== 'stage3') {
			const { complaintId } = own;
			await writeMessage(getService(), { complaintId, actId: actIdIn(fields, 'id2'), words: part });
		}
		await sentOn(own, 'next');
		done(event, NOTICE_OF[next]);
	}
};

/** Only what was answered is meant: a part that still waits for its answer goes on. */
function choose(own: OwnCase, { next, part }: z.infer<typeof schema>, actId: string) {
	const act = { complaintId: own.complaintId, actId };
	switch (next) {
		case 'stage2':
			return requestStage2(getService(), {
				...act,
				strandIds: answeredOpenTo(own, 'requestStage2')
			});
		case 'stage3':
			return requestStage3(getService(), {
				...act,
				strandIds: strandsForPanel(own),
				points: part
			});
		case 'content':
			return contentWithAnswer(getService(), {
				...act,
				strandIds: answeredOpenTo(own, 'closeStrand')
			});
		case 'talk':
			// Only the first answer keeps a reply beside it; of a later one staff read it as a message.
			if (own.answers.length === 0 || own.fullAnswers.length > 0) {
				return writeMessage(getService(), { ...act, words: TALK_FIRST });
			}
			return replyToAnswer(getService(), { ...act, strandIds: answered(own), reply: 'talkFirst' });
		case 'think':
			return replyToAnswer(getService(), { ...act, strandIds: answered(own), reply: 'thinking' });
	}
}

function answeredOpenTo(own: OwnCase, command: 'requestStage2' | 'closeStrand'): string[] {
	const have = new Set(answered(own));
	const gone = own.complaint.strands
		.filter(({ stage2RequestedOn }) => stage2RequestedOn !== null)
		.map(({ strandId }) => strandId);
	return strandsOpenTo(own, command).filter(
		(strandId) => have.has(strandId) && (command !== 'requestStage2' || !gone.includes(strandId))
	);
}

/** Where an answer stands that they may still say something to. */
const ANSWERED: readonly StrandStage[] = [
	'stage1Responded',
	'stage1Resolved',
	'stage2Adjudicated',
	'corporateAnswered',
	'stage3Responded',
	'closed'
];

/** The strands that have their answer or settlement and have not gone on. */
function answered({ complaint }: OwnCase): string[] {
	return complaint.strands
		.filter(
			({ stage, respondedOn, resolvedOn, stage2 }) =>
				ANSWERED.includes(stage) && (respondedOn ?? resolvedOn ?? stage2.respondedOn) !== null
		)
		.map(({ strandId }) => strandId);
}
