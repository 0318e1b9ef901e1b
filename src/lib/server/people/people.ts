import type { Transaction } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import { IdAlreadyUsed } from '#lib/server/complaints/idAlreadyUsed.ts';
import { indexName } from '#lib/server/people/nameIndex.ts';
import { openForAll, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import type { MasterKeys } from '#lib/server/service.ts';
import type { Work } from '#lib/server/work.ts';
import type { PulledPerson } from '#lib/wire/sync.ts';

/** Keeps the names of people in a case, sealed. Throws `IdAlreadyUsed`. */
export async function keepPeople(
	work: Work,
	complaintId: string,
	people: readonly (Omit<PulledPerson, 'staffId'> & { staffId?: string | null })[]
): Promise<void> {
	if (people.length === 0) return;
	const key = await sealFor(work.trx, work.keys, { ownerId: complaintId, ownerKind: 'complaint' });
	const kept = await work.trx
		.insertInto('complaint_person')
		.values(
			people.map(({ personId, part, name, relation, staffId }) => ({
				person_id: personId,
				complaint_id: complaintId,
				part,
				sealed: key.seal(placeOf(personId), JSON.stringify({ name, relation })),
				staff_id: staffId ?? null,
				name_index: part === 'subjectOfComplaint' ? [] : indexName(work.keys, name)
			}))
		)
		.onConflict((conflict) => conflict.column('person_id').doNothing())
		.executeTakeFirst();
	if (Number(kept.numInsertedOrUpdatedRows) !== people.length) throw new IdAlreadyUsed('personId');
}

/** The people of these cases. Those whose names were erased are left out. */
export async function findPeople(
	trx: Transaction<Database>,
	keys: MasterKeys,
	complaintIds: readonly string[]
): Promise<ReadonlyMap<string, readonly PulledPerson[]>> {
	const found = new Map<string, PulledPerson[]>(complaintIds.map((id) => [id, []]));
	if (complaintIds.length === 0) return found;
	const opened = await openForAll(trx, keys, complaintIds);
	const rows = await trx
		.selectFrom('complaint_person')
		.select(['person_id', 'complaint_id', 'part', 'sealed', 'staff_id'])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('person_id')
		.execute();
	for (const row of rows) {
		const words = opened.get(row.complaint_id)?.open(placeOf(row.person_id), row.sealed);
		if (!words) continue;
		const { name, relation } = JSON.parse(words) as { name: string; relation: string };
		found
			.get(row.complaint_id)
			?.push({ personId: row.person_id, part: row.part, name, relation, staffId: row.staff_id });
	}
	return found;
}

/** The name the child chose; else the complainant's; null where none was given. */
export function findCalledName(people: readonly PulledPerson[]): string | null {
	return findNameOf(people, 'child') ?? findNameOf(people, 'complainant');
}

/** The name of whoever has this part; null where none was given. */
export function findNameOf(
	people: readonly PulledPerson[],
	part: PulledPerson['part']
): string | null {
	return people.find((person) => person.part === part && person.name !== '')?.name ?? null;
}

function placeOf(personId: string): SealedPlace {
	return { table: 'complaint_person', column: 'sealed', rowId: personId };
}
