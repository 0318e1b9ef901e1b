import { sql, type RawBuilder } from 'kysely';

/** Each column as the insert gave it, for an upsert. */
export function asGiven<Name extends string>(
	names: readonly Name[]
): Record<Name, RawBuilder<never>> {
	return Object.fromEntries(
		names.map((name) => [name, sql<never>`${sql.ref(`excluded.${name}`)}`])
	) as Record<Name, RawBuilder<never>>;
}
