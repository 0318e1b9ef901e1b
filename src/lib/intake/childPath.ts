import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { stage1Dates } from '#lib/domain/complaint/stage1Dates.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';
import {
	ANSWER,
	answered,
	by,
	isPast,
	lastDay,
	lateNote,
	looks,
	notHappy,
	read,
	say,
	told,
	tryBy,
	type ChildStep,
	type PathContext
} from '#lib/intake/childSteps.ts';

/** What is happening, in words, and the way from telling us to the answer. */
export interface ChildPath {
	heading: string;
	/** What stands before the date of the answer, and the date; null where there is none to give. */
	lead: { before: string; date: string } | null;
	steps: readonly ChildStep[];
	/** A date was missed: which, and the new one where there is one. */
	late: { promisedOn: PlainDate; newOn: PlainDate | null } | null;
}

/**
 * The path of one complaint. Names and dates are plain; stages and clocks are not named.
 *
 * With several strands it is that of the slowest, so that nothing is called done too soon.
 */
export function childPath(complaint: Complaint, context: PathContext): ChildPath {
	const { phase, receivedOn, strands } = complaint;
	if (receivedOn === null) return { heading: '', lead: null, steps: [], late: null };
	const strand = slowest(strands);
	if (phase === 'withdrawn' || (strand && strand.stage === 'withdrawn')) {
		return stopped(complaint, context);
	}
	return strand ? pathOfStrand(complaint, strand, context) : pathBefore(complaint, context);
}

/** How far along each stage is; the least of all strands is what the child sees. */
const HOW_FAR = {
	stage1Overdue: 0,
	stage1Open: 1,
	stage1Paused: 1,
	suspended: 2,
	stage1Responded: 3,
	stage1Resolved: 3,
	stage2Requested: 4,
	closed: 5,
	withdrawn: 6,
	imported: 7
} as const satisfies Record<Strand['stage'], number>;

function slowest(strands: readonly Strand[]): Strand | null {
	return [...strands].sort((one, other) => HOW_FAR[one.stage] - HOW_FAR[other.stage])[0] ?? null;
}

/** Not triaged yet, or nothing of it went to a strand: the first promise is that we read it. */
function pathBefore(complaint: Complaint, context: PathContext): ChildPath {
	const { receivedOn, acknowledgedOn, triagedOn, advocate } = complaint;
	const readOn = triagedOn ?? acknowledgedOn;
	const clock = { dayZeroOn: receivedOn ?? context.today };
	const readBy = lastDay('acknowledgement', clock.dayZeroOn, context);
	const answerBy = lastDay('stage1Response', clock.dayZeroOn, context);
	const isReadLate = readOn === null && isPast(readBy, context);
	const isAnswerLate = triagedOn === null && isPast(answerBy, context);
	return {
		heading: readOn === null ? 'We have got it' : 'We have read it',
		lead:
			answerBy === null || isAnswerLate
				? null
				: { before: 'You will get an answer by', date: say(answerBy, context) },
		steps: [
			told(complaint, context),
			readOn !== null
				? { title: 'We read it', note: say(readOn, context), state: 'done' }
				: isReadLate && readBy !== null
					? { title: 'We read it', note: `It was ${say(readBy, context)}.`, state: 'late' }
					: { title: 'We read it', note: by(readBy, context), state: 'now' },
			{
				title: looks(context),
				note: context.looker ? 'We will tell you more soon' : 'We tell you their name',
				state: readOn === null ? 'next' : 'now'
			},
			isAnswerLate && answerBy !== null
				? { title: ANSWER, note: `It was ${say(answerBy, context)}.`, state: 'late' }
				: {
						title: ANSWER,
						note: advocate.isAwaited
							? `${by(answerBy, context)}. It may be later if we wait for your advocate.`
							: by(answerBy, context),
						state: 'next'
					},
			notHappy('You choose', 'next')
		],
		late:
			isAnswerLate && answerBy !== null
				? { promisedOn: answerBy, newOn: null }
				: isReadLate && readBy !== null
					? { promisedOn: readBy, newOn: null }
					: null
	};
}

function pathOfStrand(complaint: Complaint, strand: Strand, context: PathContext): ChildPath {
	const start = [told(complaint, context), read(complaint, context)];
	switch (strand.stage) {
		case 'stage1Open':
		case 'stage1Overdue':
			return lookingInto(strand, start, context);
		case 'stage1Paused':
			return {
				heading: 'We are waiting for your advocate',
				lead: null,
				steps: [
					...start,
					{ title: looks(context), note: 'Your place is safe', state: 'now' },
					{ title: ANSWER, note: 'We tell you the date once you have one', state: 'next' },
					notHappy('You choose', 'next')
				],
				late: null
			};
		case 'suspended':
			return {
				heading: 'This has to wait for now',
				lead: null,
				steps: [
					...start,
					{ title: looks(context), note: 'We will tell you when we can go on', state: 'now' },
					{ title: ANSWER, note: 'After that', state: 'next' }
				],
				late: null
			};
		case 'stage1Responded':
		case 'stage1Resolved':
			return {
				heading: 'You have your answer',
				lead: null,
				steps: [...start, ...answered(strand, context), notHappy(tryBy(strand, context), 'now')],
				late: null
			};
		case 'stage2Requested':
			return secondLook(strand, start, context);
		case 'closed':
		case 'withdrawn':
		case 'imported':
			return {
				heading: 'We have finished',
				lead: null,
				steps: [...start, ...answered(strand, context), notHappy('You can still ask', 'next')],
				late: null
			};
	}
}

function lookingInto(strand: Strand, start: readonly ChildStep[], context: PathContext): ChildPath {
	const dates = stage1Dates(strand, context);
	const promisedOn = dates.known ? dates.value.dueOn : null;
	const waitsUntilOn = strand.waitsUntilOn;
	const isMissed = isPast(promisedOn, context);
	const newOn =
		isMissed && waitsUntilOn !== null && !isPast(waitsUntilOn, context) ? waitsUntilOn : null;
	const nextOn = isMissed ? newOn : promisedOn;
	return {
		heading: context.looker ? `${context.looker} is looking into it` : 'Someone is looking into it',
		lead:
			nextOn === null ? null : { before: 'You will get an answer by', date: say(nextOn, context) },
		steps: [
			...start,
			{ title: looks(context), note: 'We are still finding things out', state: 'now' },
			isMissed && promisedOn !== null
				? { title: ANSWER, note: lateNote(promisedOn, newOn, context), state: 'late' }
				: { title: ANSWER, note: by(promisedOn, context), state: 'next' },
			notHappy(isMissed ? 'You choose. You can ask today.' : 'You choose', 'next')
		],
		late: isMissed && promisedOn !== null ? { promisedOn, newOn } : null
	};
}

function secondLook(strand: Strand, start: readonly ChildStep[], context: PathContext): ChildPath {
	const askedOn = strand.stage2RequestedOn ?? context.today;
	const dueOn = lastDay('stage2Response', askedOn, context);
	const atMostOn = lastDay('stage2Response', askedOn, context, true);
	const isMissed = isPast(dueOn, context);
	const note = `You asked on ${say(askedOn, context)}. ${by(isMissed ? atMostOn : dueOn, context)}.`;
	return {
		heading: 'Someone new is going to look',
		lead: null,
		steps: [
			...start,
			...answered(strand, context),
			{ ...notHappy(note, 'now'), title: 'Someone new looks' }
		],
		late: null
	};
}

function stopped(complaint: Complaint, context: PathContext): ChildPath {
	const on = complaint.withdrawnOn ?? complaint.strands[0]?.withdrawnOn ?? null;
	return {
		heading: 'You asked us to stop, and we have stopped',
		lead: null,
		steps: [
			told(complaint, context),
			{ title: 'We stopped', note: on ? say(on, context) : '', state: 'done' }
		],
		late: null
	};
}
