import type { Leases } from './leases.ts';
import { deletePeople, type PeopleHere } from './peopleHere.ts';
import { countUnsent, deleteDatabase } from './readable.ts';

/** What forgetting somebody left behind: how many things that are only here, sealed. */
export interface Forgotten {
	kept: number;
}

/**
 * Deletes all that is on this device of one person, and looks that it is gone. With `keepSealed`,
 * what was not sent stays until it was: then it is forgotten by the next call. Throws `StillThere`.
 */
export async function forgetPerson(
	on: { people: PeopleHere; leases: Leases },
	personId: string,
	{ keepSealed }: { keepSealed: boolean }
): Promise<Forgotten> {
	const unsent = keepSealed ? await countUnsent(personId) : 0;
	// The key first: whatever happens next, nothing can be read any more.
	await on.leases.end(personId, 'removed');
	if (unsent > 0) return { kept: unsent };
	await deleteDatabase(personId);
	await on.people.change(personId, () => null);
	if ((await on.people.list()).length > 0) return { kept: 0 };
	await on.people.close();
	await deletePeople();
	return { kept: 0 };
}
