import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Outcome } from '#lib/domain/complaint/codes.ts';
import type { CheckedLetter } from '#lib/letters/checkLetter.ts';
import type { PaperKind } from '#lib/words/papers.ts';
import { shortDay } from '#lib/words/dates.ts';

/** What a page is told of a full answer, as far as these words need it. */
interface Standing {
	state: 'none' | 'waitingForRelease' | 'sentBack' | 'sent' | 'onPaper';
	secondPersonId: string | null;
	releasedBy: string | null;
	sentAt: string | null;
	openedAt: string | null;
}

interface Prepared {
	inShort: string;
	delayReason: string | null;
	stage3: {
		tookPartOn: string;
		decisions: readonly {
			recommendationId: string;
			accepted: boolean;
			why: string;
			ownerId: string | null;
			dueOn: string | null;
		}[];
	} | null;
	points?: readonly {
		elementId: string;
		outcome: Outcome;
		reason: string;
		promise?: { what: string; ownerId: string | null; dueOn: string };
	}[];
}

/** One full answer, as its page is given it. */
export interface FullAnswerView extends Standing {
	/** 0 before it was first prepared. */
	version: number;
	caseVersion: number;
	content: Prepared | null;
	/** As it would go, or went; null while a report lacks. */
	goes: {
		letter: string;
		points: readonly {
			elementId: string;
			title: string;
			outcome: Outcome;
			reason: string;
			promise?: { what: string; dueOn: PlainDate };
		}[];
		recommendations: readonly {
			words: string;
			accepted: boolean;
			reason: string | null;
			dueOn: PlainDate | null;
		}[];
		papers: readonly { kind: PaperKind; words: string | null; documentId: string | null }[];
	} | null;
	check: CheckedLetter | null;
	toLookAt: readonly string[];
	sentBack: { why: string; byStaffId: string } | null;
	writers: readonly string[];
	mayPrepare: boolean;
	mayRelease: boolean;
	seconds: readonly { staffId: string; displayName: string }[];
	/** By their id, whoever was asked, released it or sent it back. */
	names: Readonly<Record<string, string>>;
	points: readonly { elementId: string; title: string }[];
	recommendations: readonly { recommendationId: string; words: string }[];
}

/** Where a full answer stands, in one line. */
export function standingWords(answer: Standing, nameOf: (staffId: string) => string): string {
	switch (answer.state) {
		case 'none':
			return 'Not prepared yet. One person prepares it, and a second person releases it.';
		case 'waitingForRelease':
			return `${answer.secondPersonId ? nameOf(answer.secondPersonId) : 'Somebody'} was asked to read and release it.`;
		case 'sentBack':
			return 'It was sent back to be changed.';
		case 'onPaper':
			return 'It was sent on paper.';
		case 'sent': {
			const opened = answer.openedAt
				? `They opened it ${dayOf(answer.openedAt)}.`
				: 'They have not opened it yet.';
			const by = answer.releasedBy ? ` by ${nameOf(answer.releasedBy)}` : '';
			return `Released${by} ${answer.sentAt ? dayOf(answer.sentAt) : ''}. ${opened}`;
		}
	}
}

/** What was prepared before, by the names of the fields. */
export function preparedValues(
	content: Prepared | null,
	{ recommendations, points }: Pick<FullAnswerView, 'recommendations' | 'points'>
): Readonly<Record<string, string>> {
	if (content === null) return {};
	const found = points.flatMap(({ elementId }, place) => {
		const one = content.points?.find((point) => point.elementId === elementId);
		return one
			? [
					[`outcome-${place}`, one.outcome],
					[`reason-${place}`, one.reason],
					[`promise-${place}`, one.promise?.what ?? ''],
					[`promiseOwner-${place}`, one.promise?.ownerId ?? ''],
					[`promiseDue-${place}`, one.promise?.dueOn ?? '']
				]
			: [];
	});
	const decided = recommendations.flatMap(({ recommendationId }, place) => {
		const one = content.stage3?.decisions.find(
			(decision) => decision.recommendationId === recommendationId
		);
		return one
			? [
					[`accepted-${place}`, one.accepted ? 'yes' : 'no'],
					[`owner-${place}`, one.ownerId ?? ''],
					[`due-${place}`, one.dueOn ?? ''],
					[`why-${place}`, one.why]
				]
			: [];
	});
	return {
		inShort: content.inShort,
		delayReason: content.delayReason ?? '',
		tookPartOn: content.stage3?.tookPartOn ?? '',
		...(Object.fromEntries([...found, ...decided]) as Record<string, string>)
	};
}

function dayOf(instant: string): string {
	return shortDay(dateInEngland(instant));
}
