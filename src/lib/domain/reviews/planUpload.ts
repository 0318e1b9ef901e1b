import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';

/** A line of the list that could be read. `child` stands for one child, however it was found. */
export interface UploadedReview {
	line: number;
	child: string;
	/** The child's name as the line writes it. */
	name: string;
	/** The council's number for the child; empty where the line has none. */
	number: string;
	officerId: string;
	on: PlainDate;
	place: string;
}

/** A child that we have, and all of their reviews. */
export interface KnownChild {
	child: string;
	officerId: string;
	/** Whether the council's number for them is known. */
	hasNumber: boolean;
	reviews: readonly KnownReview[];
}

interface KnownReview {
	reviewId: string;
	on: PlainDate;
	place: string;
	isUploaded: boolean;
	/** Null while the officer has not said. */
	held: 'held' | 'notHeld' | null;
}

/** What a line comes to. */
export type PlannedReview = UploadedReview &
	(
		| { change: 'add' }
		| { change: 'same'; reviewId: string }
		| { change: 'place'; reviewId: string }
		/** The same review on another day. */
		| { change: 'day'; reviewId: string; fromOn: PlainDate }
	);

type NamedChild = Pick<UploadedReview, 'child' | 'name'>;

/** What a list changes. */
export interface UploadPlan {
	reviews: readonly PlannedReview[];
	/** Children that are not there yet. */
	newChildren: readonly (NamedChild & { number: string; officerId: string })[];
	/** Children that we have without a number, and which it is. */
	numbered: readonly (NamedChild & { number: string })[];
	/** Children that go to another officer, who from then on sees them alone. */
	moved: readonly (NamedChild & { fromId: string; toId: string })[];
	/** Lines that say of one child what cannot be both so. */
	faults: readonly { line: number; because: 'twoOfficers' | 'saidTwice' }[];
}

/**
 * What a list of reviews changes. A review is known by its child and its day. A day that is new for
 * a child takes the place of an uploaded one to come that the list has no more, the earliest first:
 * it was moved. What somebody typed in is never moved, and nothing is taken away. Where the officer
 * has said whether a review was held, nothing of it changes.
 *
 * Uploaded again, the same list changes nothing.
 */
export function planUpload(
	lines: readonly UploadedReview[],
	knownChildren: readonly KnownChild[],
	today: PlainDate
): UploadPlan {
	const faults = findFaults(lines);
	const wrong = new Set(faults.map(({ line }) => line));
	const children = findChildren(
		lines.filter(({ line }) => !wrong.has(line)),
		knownChildren
	);
	return {
		reviews: children
			.flatMap(({ lines: own, before }) => planChild(own, before?.reviews ?? [], today))
			.toSorted((one, other) => one.line - other.line),
		newChildren: children.flatMap(({ named, number, officerId, before }) =>
			before ? [] : [{ ...named, number, officerId }]
		),
		numbered: children.flatMap(({ named, number, before }) =>
			before && !before.hasNumber && number !== '' ? [{ ...named, number }] : []
		),
		moved: children.flatMap(({ named, officerId, before }) =>
			before && before.officerId !== officerId
				? [{ ...named, fromId: before.officerId, toId: officerId }]
				: []
		),
		faults
	};
}

interface ListedChild {
	named: NamedChild;
	number: string;
	officerId: string;
	lines: readonly UploadedReview[];
	before: KnownChild | undefined;
}

/** The children of these lines, each with all of theirs, which agree. */
function findChildren(
	lines: readonly UploadedReview[],
	knownChildren: readonly KnownChild[]
): ListedChild[] {
	const knownOf = new Map(knownChildren.map((one) => [one.child, one]));
	return [...Map.groupBy(lines, ({ child }) => child)].flatMap(([child, own]) => {
		const [first] = own;
		if (!first) return [];
		const number = own.find((one) => one.number !== '')?.number ?? '';
		const { name, officerId } = first;
		return [{ named: { child, name }, number, officerId, lines: own, before: knownOf.get(child) }];
	});
}

function findFaults(lines: readonly UploadedReview[]): UploadPlan['faults'] {
	const officerOf = new Map<string, string>();
	const seen = new Set<string>();
	const faultOf = ({ child, officerId, on }: UploadedReview) => {
		const officer = officerOf.get(child) ?? officerId;
		officerOf.set(child, officer);
		if (officer !== officerId) return 'twoOfficers';
		const review = `${child} ${on}`;
		if (seen.has(review)) return 'saidTwice';
		seen.add(review);
		return null;
	};
	return lines.flatMap((one) => {
		const because = faultOf(one);
		return because ? [{ line: one.line, because }] : [];
	});
}

function planChild(
	lines: readonly UploadedReview[],
	before: KnownChild['reviews'],
	today: PlainDate
): PlannedReview[] {
	const days = new Set(lines.map(({ on }) => on));
	const gone = before
		.filter(({ isUploaded, held }) => isUploaded && held === null)
		.filter(({ on }) => on >= today && !days.has(on))
		.toSorted(byDay);
	return lines.toSorted(byDay).map((line): PlannedReview => {
		const there = before.find(({ on }) => on === line.on);
		if (there) {
			const isSame = there.held !== null || there.place === line.place;
			return { ...line, change: isSame ? 'same' : 'place', reviewId: there.reviewId };
		}
		const moved = line.on >= today ? gone.shift() : undefined;
		return moved
			? { ...line, change: 'day', reviewId: moved.reviewId, fromOn: moved.on }
			: { ...line, change: 'add' };
	});
}

function byDay(one: { on: PlainDate }, other: { on: PlainDate }): number {
	return one.on < other.on ? -1 : 1;
}
