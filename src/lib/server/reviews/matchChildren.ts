/** How a child is called, by hashes: they can be compared and not read. */
export interface CalledChild {
	/** All of the name; empty where there is none. */
	name: string;
	/** The council's number; null where it is not known. */
	number: string | null;
}

/** A child that we have, and how they are called. */
export interface CalledKnown extends CalledChild {
	childId: string;
}

/**
 * Which child each line of a list stands for: the id of one we have, or what stands for one that is
 * new; null where the line fits two.
 *
 * A child is found by the number, or else by all of the name. A number that no child has is that of
 * the one child of the name whose number is not known. A name without a number is also that of
 * whoever has a number beside it in the same list.
 */
export function matchChildren(
	lines: readonly CalledChild[],
	known: readonly CalledKnown[]
): (string | null)[] {
	const byNumber = matchNumbers(lines, known);
	const linesOf = Map.groupBy(lines, ({ name }) => name);
	return lines.map(({ name, number }) => {
		if (number !== null) return byNumber.get(number) ?? null;
		const listed = (linesOf.get(name) ?? []).flatMap((one) =>
			one.number === null ? [] : [byNumber.get(one.number) ?? null]
		);
		const ours = known.filter((one) => one.name === name).map(({ childId }) => childId);
		const [child = `new ${name}`, second] = new Set([...ours, ...listed]);
		return second === undefined ? child : null;
	});
}

/** A number is one child's, however the list writes the name beside it. */
function matchNumbers(
	lines: readonly CalledChild[],
	known: readonly CalledKnown[]
): ReadonlyMap<string, string | null> {
	const withoutNumber = known.filter(({ number }) => number === null);
	const fitting = [...Map.groupBy(lines, ({ number }) => number)].flatMap(([number, called]) => {
		if (number === null) return [];
		const own = known.filter((one) => one.number === number);
		const names = new Set(called.map(({ name }) => name));
		const fits = own.length > 0 ? own : withoutNumber.filter(({ name }) => names.has(name));
		return [{ number, fits: fits.map(({ childId }) => childId) }];
	});
	const claimed = fitting.flatMap(({ fits }) => fits);
	return new Map(
		fitting.map(({ number, fits: [child, second] }) => {
			if (child === undefined) return [number, `new ${number}`];
			// Two new numbers beside one name are two children, and only one of them is ours.
			const isClaimedOnce = claimed.filter((one) => one === child).length === 1;
			return [number, second === undefined && isClaimedOnce ? child : null];
		})
	);
}
