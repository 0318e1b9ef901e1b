/** An instant as the database takes it: ISO, in UTC. */
export function writeInstant(ms: number): string {
	return new Date(ms).toISOString();
}
