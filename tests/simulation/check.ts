import type { ModelDevice } from './modelDevice.ts';
import type { ModelCase, Rows } from './modelServer.ts';
import type { ModelOrder, Rewriting, SavedOrder } from './orders.ts';

/** What must never be, in words that say what a person would have lost. */
export interface Violation {
	what:
		| 'lost'
		| 'doubled'
		| 'overwritten'
		| 'in two versions'
		| 'reordered'
		| 'stuck'
		| 'kept from afar'
		| 'stale'
		| 'miscounted';
	about: string;
}

interface AtRest {
	rows: Rows;
	disabled: ReadonlySet<string>;
	devices: readonly ModelDevice[];
	saved: readonly SavedOrder[];
	rewritten: readonly Rewriting[];
}

/** Looks at the server and at every device, once everything has come to rest. */
export function check(world: AtRest): readonly Violation[] {
	return [
		...findLost(world),
		...findDoubled(world),
		...findVersions(world),
		...findLostEdits(world),
		...findOverwritten(world),
		...findReordered(world),
		...findMiscounted(world),
		...findStuck(world),
		...findOnDevices(world)
	];
}

/**
 * Everything a person saw as saved is at the server as they last wrote it, carried out or set aside for
 * a person. Excused is what its author took back, and what a browser took back: that they were told.
 */
function findLost({ rows, devices, saved, rewritten }: AtRest): Violation[] {
	const isExcused = ({ commandId }: SavedOrder) =>
		devices.some((each) => each.lost.has(commandId) || each.withdrawn.has(commandId));
	// What was written anew and not seen as saved may be there or not.
	const mayBe = ({ commandId, order, edition }: SavedOrder) => [
		order,
		...rewritten
			.filter((one) => one.commandId === commandId && one.opened >= edition)
			.map((one) => one.order)
	];
	return saved
		.filter((order) => !isExcused(order))
		.filter((order) => !mayBe(order).some((one) => isThere(rows, order.commandId, one)))
		.map(({ commandId }) => ({ what: 'lost', about: commandId }));
}

function isThere(rows: Rows, commandId: string, order: ModelOrder): boolean {
	const words = JSON.stringify(order);
	return everythingThere(rows).some((one) => one.commandId === commandId && one.words === words);
}

/** Nothing is there twice, whether it was seen as saved or not. */
function findDoubled({ rows }: AtRest): Violation[] {
	const times = new Map<string, number>();
	for (const { commandId, words } of everythingThere(rows)) {
		const key = `${commandId} ${words}`;
		times.set(key, (times.get(key) ?? 0) + 1);
	}
	return [...times]
		.filter(([, count]) => count > 1)
		.map(([about]) => ({ what: 'doubled', about }) as const);
}

/**
 * What was written anew stands in the place of what was written, and not beside it. Excused is a device
 * whose disk was full: it could not note that it had handed the first writing over.
 */
function findVersions({ rows, devices, saved }: AtRest): Violation[] {
	const wasFull = new Set(devices.filter(({ disk }) => disk.wasFull).map((one) => one.deviceId));
	const excused = new Set(
		saved.filter(({ deviceId }) => wasFull.has(deviceId)).map(({ commandId }) => commandId)
	);
	const there = everythingThere(rows);
	const versions = (id: string) =>
		new Set(there.filter(({ commandId }) => commandId === id).map(({ words }) => words));
	return [...new Set(there.map(({ commandId }) => commandId))]
		.filter((id) => !excused.has(id) && versions(id).size > 1)
		.map((about) => ({ what: 'in two versions', about }) as const);
}

/** Of two windows that had opened the same writing, one was told that its own was kept. */
function findLostEdits({ rewritten }: AtRest): Violation[] {
	const told = rewritten.filter(({ isTold }) => isTold);
	return told
		.filter((one, at) =>
			told.some(
				(other, place) =>
					place < at && other.commandId === one.commandId && other.opened === one.opened
			)
		)
		.map(({ commandId }) => ({ what: 'overwritten', about: commandId }) as const);
}

/** Every order that is at the server, carried out or set aside, as its author wrote it. */
function everythingThere(rows: Rows): { commandId: string; words: string }[] {
	return [
		...everythingThatHappened(rows).map(({ commandId, order }) => {
			return { commandId, words: JSON.stringify(order) };
		}),
		...[...rows.setAside.values()].map(({ commandId, sealed }) => ({ commandId, words: sealed }))
	];
}

/** No choice took the place of one that its author had not seen. */
function findOverwritten({ rows }: AtRest): Violation[] {
	return everythingThatHappened(rows).flatMap(({ commandId, order, replaced }) =>
		order.type === 'choose' && replaced?.byCommand !== order.over.byCommand
			? [{ what: 'overwritten', about: commandId } as const]
			: []
	);
}

/**
 * In each case the orders of one device stand in the order they were written: notes among notes,
 * and what builds on something among what does.
 */
function findReordered({ rows, saved, devices }: AtRest): Violation[] {
	const author = new Map(saved.map(({ commandId, deviceId }) => [commandId, deviceId]));
	const numbers = new Map(devices.flatMap(({ disk }) => [...disk.numbers]));
	return [...rows.cases.values()].flatMap(({ log }) => {
		const last = new Map<string, number>();
		return log.flatMap(({ commandId, order }): Violation[] => {
			const number = numbers.get(commandId);
			const deviceId = author.get(commandId);
			if (!number || !deviceId) return [];
			const line = `${deviceId} ${order.type}`;
			const before = last.get(line) ?? 0;
			last.set(line, number);
			return before > number ? [{ what: 'reordered', about: commandId }] : [];
		});
	});
}

/** The limits run from the day it was said, whatever the device's clock showed and whenever it came. */
function findMiscounted({ rows }: AtRest): Violation[] {
	return everythingThatHappened(rows).flatMap(({ commandId, order, startsOn }) =>
		order.type === 'report' && startsOn !== order.madeOn
			? [{ what: 'miscounted', about: commandId } as const]
			: []
	);
}

/**
 * Nothing waits anywhere, and what a person decided on needs nobody any more. Excused is a device
 * that a restore made unknown, of somebody who may not sign in to make it theirs again.
 */
function findStuck({ rows, devices, disabled }: AtRest): Violation[] {
	return devices.flatMap(({ disk, personId, deviceId }) => {
		const isHeard = rows.devices.get(deviceId) === 'kept' && !disabled.has(personId);
		const isLeft = disabled.has(personId) && !rows.devices.has(deviceId);
		return disk.now.outbox.items
			.filter(({ state }) => (isHeard && state.at === 'needsYou') || state.at === 'waiting')
			.filter(() => !isLeft)
			.map(({ commandId }) => ({ what: 'stuck', about: commandId }) as const);
	});
}

/** No device holds a case that its person may not see, or any when it was taken from them, and what it holds is what the server has. */
function findOnDevices({ rows, devices, disabled }: AtRest): Violation[] {
	return devices.flatMap(({ disk, personId, deviceId }) => {
		const isTheirs = rows.devices.get(deviceId) === 'kept' && !disabled.has(personId);
		const may = ({ access }: ModelCase) => isTheirs && access.has(personId);
		const kept = [...disk.now.pack.keys()]
			.filter((id) => !may(rows.cases.get(id) ?? NOBODYS))
			.map((id) => ({ what: 'kept from afar', about: id }) as const);
		const stale = [...rows.cases]
			.filter(([id, one]) => may(one) && disk.now.pack.get(id)?.version !== one.log.length)
			.map(([id]) => ({ what: 'stale', about: id }) as const);
		return [...kept, ...stale];
	});
}

const NOBODYS: ModelCase = { fields: {}, log: [], access: new Set() };

function everythingThatHappened(rows: Rows) {
	return [...rows.cases.values()].flatMap(({ log }) => log);
}
