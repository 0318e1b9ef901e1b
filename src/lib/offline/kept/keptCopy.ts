import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import { heldCase } from '#lib/offline/kept/heldCase.ts';
import type { PackedCase } from '#lib/wire/pack.ts';
import type { Pull, PulledCase } from '#lib/wire/sync.ts';

/** What a device can show by itself: the last answer of the server, and the cases kept here. */
export interface KeptCopy {
	pull: Pull;
	cases: readonly PulledCase[];
}

/**
 * Keeps what the server last said of the person, the council and the bank holidays, sealed under
 * the person's own key. The cases are kept by the run that hears of them, fewer and shorter.
 */
export async function keepDesk({ person, disk, key }: OpenDevice, pull: Pull): Promise<void> {
	if (!key || pull.me.staffId !== person.personId) return;
	const facts: Pull = { ...pull, cases: [] };
	await disk.keepFacts('desk', await key.seal(placeOf(person.personId), facts));
}

/** What this device can show with no signal; null where it has nothing yet, or only takes down. */
export async function readKept({ person, disk, key }: OpenDevice): Promise<KeptCopy | null> {
	const sealed = await disk.readFacts('desk');
	if (!key || !sealed) return null;
	const facts = await key.open(placeOf(person.personId), sealed);
	if (!facts) return null;
	const cases = await readHeld({ person, disk, key });
	const pull = facts.value as Pull;
	return { pull: { ...pull, today: todayHere(pull.today), cases }, cases };
}

/** No longer ago than the lease allows may the server have been heard. */
const MOST_DAYS = 7;

/**
 * Which day it is, for what a form offers and for what stands beside a date: by the device's clock,
 * where that shows a day that can be; else the day on which the server was last heard. No deadline
 * is counted by it: the server counts again.
 */
function todayHere(heardOn: PlainDate): PlainDate {
	const shown = dateInEngland(Date.now());
	return shown > heardOn && shown <= addDays(heardOn, MOST_DAYS) ? shown : heardOn;
}

/** The cases that lie here. One that does not open is left out: the server has it. */
async function readHeld({ person, disk, key }: OpenDevice): Promise<PulledCase[]> {
	const { personId } = person;
	const opened = await Promise.all(
		(await disk.readCases()).map(({ complaintId, sealed }) =>
			key?.open({ store: 'cases', id: complaintId, personId }, sealed)
		)
	);
	return opened.flatMap((one) => (one ? [heldCase(one.value as PackedCase)] : []));
}

function placeOf(personId: string) {
	return { store: 'desk', id: 'desk', personId } as const;
}
