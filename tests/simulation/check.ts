import type { ModelDevice } from './modelDevice.ts';
import type { ModelCase, Rows } from './modelServer.ts';
import type { SavedOrder } from './orders.ts';

/** What must never be, in words that say what a person would have lost. */
export interface Violation {
	what:
		| 'lost'
		| 'doubled'
		| 'overwritten'
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
}

/** Looks at the server and at every device, once everything has come to rest. */
export function check(world: AtRest): readonly Violation[] {
	return [
		...findLost(world),
		...findDoubled(world),
		...findOverwritten(world),
		...findReordered(world),
		...findMiscounted(world),
		...findStuck(world),
		...findOnDevices(world)
	];
}

/**
 * Everything a person saw as saved is at the server, carried out or set aside for a person. Excused
 * is what its author took back, and what a browser took back: that they were told.
 */
function findLost({ rows, devices, saved }: AtRest): Violation[] {
	const isExcused = ({ commandId }: SavedOrder) =>
		devices.some((each) => each.lost.has(commandId) || each.withdrawn.has(commandId));
	return saved
		.filter((order) => !isExcused(order) && timesThere(rows, order) === 0)
		.map(({ commandId }) => ({ what: 'lost', about: commandId }));
}

/** Nothing is there twice, whether it was seen as saved or not. */
function findDoubled({ rows }: AtRest): Violation[] {
	const times = new Map<string, number>();
	for (const { log } of rows.cases.values()) {
		for (const { commandId } of log) times.set(commandId, (times.get(commandId) ?? 0) + 1);
	}
	for (const { commandId } of rows.setAside.values()) {
		times.set(commandId, (times.get(commandId) ?? 0) + 1);
	}
	return [...times]
		.filter(([, count]) => count > 1)
		.map(([commandId]) => ({ what: 'doubled', about: commandId }));
}

function timesThere(rows: Rows, { commandId, complaintId }: SavedOrder): number {
	const { log = [] } = rows.cases.get(complaintId) ?? {};
	const carriedOut = log.filter((each) => each.commandId === commandId).length;
	return carriedOut + (rows.setAside.has(commandId) ? 1 : 0);
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
