/** Tells of a count that grows, each time it has passed another `every`; 100,000 unless given. */
export function everySoOften(
	tell: (count: number) => void,
	every = 100_000
): (count: number) => void {
	let told = 0;
	return (count) => {
		if (Math.floor(count / every) <= told) return;
		told = Math.floor(count / every);
		tell(count);
	};
}
