import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Advocate, Complaint, Strand } from '#lib/domain/complaint/state.ts';
import type { TriagedElement } from '#lib/domain/complaint/events.ts';
import type { PersonCode } from '#lib/domain/triage/codes.ts';

/**
 * A child, a care leaver, or an advocate or solicitor who stands as the child: those whose
 * stage 1 may wait for an advocate (CA 1989 s.26A; SI 2006/1738 reg 14).
 */
const STANDS_AS_CHILD: readonly PersonCode[] = ['P1', 'P2', 'P3', 'P10'];

/** Also those who may have an advocate without stage 1 waiting for one. */
const MAY_HAVE_ADVOCATE: readonly PersonCode[] = [...STANDS_AS_CHILD, 'P11', 'P18'];

/** Whether an advocate can be asked for: never for an adult's own complaint (CA 1989 s.26A). */
export function mayHaveAdvocate({ madeBy, elements }: Complaint): boolean {
	if (madeBy === 'childOrYoungPerson') return true;
	if (elements.length === 0) return madeBy !== 'adult';
	return elements.some(({ person }) => MAY_HAVE_ADVOCATE.includes(person));
}

/**
 * The strand, waiting for an advocate where it must: a child's statutory strand, open at
 * stage 1, with an advocate asked for. With an advocate already appointed nothing waits.
 *
 * Source: SI 2006/1738 reg 14; Getting the Best from Complaints 3.5.
 */
export function startWaiting(
	strand: Strand,
	advocate: Advocate,
	elements: readonly TriagedElement[]
): Strand {
	const { askedOn, isAwaited, appointedOn } = advocate;
	const mayWait = strand.procedure === 'statutory' && strand.stage === 'stage1Open';
	if (!mayWait || !isAwaited || askedOn === null || appointedOn !== null) return strand;
	if (!isChilds(strand, elements)) return strand;
	return {
		...strand,
		stage: 'stage1Paused',
		pauses: [...strand.pauses, { from: askedOn, to: null }]
	};
}

/** The strand with its wait ended on `on`, that day still not counted. */
export function stopWaiting(strand: Strand, on: PlainDate): Strand {
	return {
		...strand,
		stage: strand.stage === 'stage1Paused' ? 'stage1Open' : strand.stage,
		stageBefore: strand.stageBefore === 'stage1Paused' ? 'stage1Open' : strand.stageBefore,
		pauses: strand.pauses.map((pause) =>
			pause.to === null ? { from: pause.from, to: on > pause.from ? on : pause.from } : pause
		)
	};
}

function isChilds(strand: Strand, elements: readonly TriagedElement[]): boolean {
	return elements.some(
		({ elementId, person }) =>
			strand.elementIds.includes(elementId) && STANDS_AS_CHILD.includes(person)
	);
}
