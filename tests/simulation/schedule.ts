import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { addDays } from '#lib/domain/calendar/plainDate.ts';
import { apply, ModelServer, SERVER_WAYS, type ServerWays } from './modelServer.ts';
import { chanceOf, type Chance } from './chance.ts';
import { check, type Violation } from './check.ts';
import { DEVICE_WAYS, ModelDevice, type DeviceWays } from './modelDevice.ts';
import { ModelLine, SERVER_DOORS, type ServerDoors } from './modelLine.ts';
import type { ModelOrder, Rewriting, SavedOrder } from './orders.ts';
import { Turns } from './turns.ts';

/** The ways of doing that a fault changes. */
export interface Ways {
	server: ServerWays;
	doors: ServerDoors;
	device: DeviceWays;
}

export const RIGHT_WAYS: Ways = { server: SERVER_WAYS, doors: SERVER_DOORS, device: DEVICE_WAYS };

export interface ScheduleSize {
	devices: number;
	steps: number;
}

/** What one schedule came to. */
export interface Ran {
	seed: number;
	violations: readonly Violation[];
	/** How many orders were seen as saved. */
	saved: number;
}

const PEOPLE = ['Priya', 'Sam'];
const CASES = ['case of Jay', 'case of Tia', 'case of Kayden'];
const FIELDS = ['outcome', 'risk'];

/** Runs one schedule from its seed, brings everything to rest, and looks at what came of it. */
export async function runSchedule(
	seed: number,
	size: ScheduleSize = { devices: 3, steps: 60 },
	ways: Ways = RIGHT_WAYS
): Promise<Ran> {
	const schedule = new Schedule(seed, size, ways);
	await schedule.begin();
	for (let step = 0; step < size.steps; step += 1) await schedule.step();
	await schedule.comeToRest();
	return { seed, violations: schedule.check(), saved: schedule.saved.length };
}

class Schedule {
	readonly #chance: Chance;
	readonly #turns: Turns;
	readonly #server: ModelServer;
	readonly #line: ModelLine;
	readonly #devices: readonly ModelDevice[];
	readonly saved: SavedOrder[] = [];
	readonly #rewritten: Rewriting[] = [];
	/** Forms that are open over something that was not sent yet. */
	#opened: ((words: string) => Promise<void>)[] = [];
	#made = 0;

	constructor(seed: number, { devices }: ScheduleSize, ways: Ways) {
		this.#chance = chanceOf(seed);
		this.#turns = new Turns(this.#chance);
		this.#server = new ModelServer(this.#turns, ways.server);
		const on = { server: this.#server, turns: this.#turns, chance: this.#chance };
		this.#line = new ModelLine(on, ways.doors);
		const { saved } = this;
		const server = this.#server;
		const rewritten = this.#rewritten;
		const within = { turns: this.#turns, line: this.#line };
		const world = { ...within, saved, rewritten, server, ways: ways.device };
		this.#devices = Array.from(
			{ length: devices },
			(_, at) => new ModelDevice(world, `device ${at}`, PEOPLE[at % PEOPLE.length]!)
		);
		for (const device of this.#devices) if (this.#chance.percent(30)) device.schema = 2;
	}

	async begin(): Promise<void> {
		for (const id of CASES) {
			void this.#server.changeOnline(id, (now) => ({ ...now, access: new Set(PEOPLE) }));
			await this.#turns.drain();
		}
		for (const { deviceId } of this.#devices) void this.#server.enrol(deviceId);
		await this.#turns.drain();
		this.#server.backUp();
	}

	/** One thing happens, and then some of those who wait have their turn. */
	async step(): Promise<void> {
		this.#happen();
		for (let turns = this.#chance.below(14); turns > 0; turns -= 1) await this.#turns.step();
	}

	/** Everything gets through now, and people decide what needs them, until nothing moves. */
	async comeToRest(): Promise<void> {
		this.#line.isPerfect = true;
		this.#server.schema = 2;
		await this.#turns.drain();
		for (const device of this.#devices) {
			device.isOnline = true;
			device.isSignedIn = true;
			device.disk.isFull = false;
			for (const draft of device.drafts) void device.save(draft, 0);
			await this.#turns.drain();
		}
		let before = '';
		// Each decision may set free the next order, which may need one as well.
		for (let now = this.#look(); now !== before; before = now, now = this.#look()) {
			for (const device of this.#devices) {
				void device.sync(0);
				await this.#turns.drain();
				for (const id of needing(device)) void device.settle(id, 0);
				await this.#turns.drain();
			}
		}
	}

	/** Everything that lies anywhere, to see whether it still moves. */
	#look(): string {
		const { receipts, settled, devices } = this.#server.rows;
		const counts = [receipts.size, settled.size, devices.size];
		return JSON.stringify([counts, this.#devices.map(({ disk }) => disk.now.outbox)]);
	}

	check(): readonly Violation[] {
		const { disabled, rows } = this.#server;
		const rewritten = this.#rewritten;
		return check({ rows, disabled, devices: this.#devices, saved: this.saved, rewritten });
	}

	#happen(): void {
		const device = this.#chance.pick(this.#devices);
		const tab = this.#chance.below(2);
		const at = this.#chance.below(100);
		if (this.#chance.percent(10)) this.#passTime();
		if (at < 27) return this.#write(device, tab);
		if (at < 34) return this.#writeAnew(device, tab);
		if (at < 62) return void device.sync(tab);
		if (at < 66) return void (device.isOnline = !device.isOnline);
		if (at < 70) return device.killTab(tab);
		if (at < 75) return this.#changeOnline();
		if (at < 78) return this.#settleOne(device, tab);
		if (at < 80) return this.#withdrawOne(device, tab);
		if (at < 83) return this.#killServer();
		if (at < 86) return this.#server.backUp();
		if (at < 89) return this.#restore();
		if (at < 91) return void (device.disk.isFull = !device.disk.isFull);
		if (at < 93) return void (device.isSignedIn = !device.isSignedIn);
		if (at < 96) return this.#changeAccess();
		if (at < 96.5) return void (device.clockDays = this.#chance.below(21_000) - 20_000);
		if (at < 97) return device.evict();
		if (at < 98) return void (device.schema = 2);
		if (at < 99) return void (this.#server.schema = 2);
		if (this.#chance.percent(20)) this.#server.disabled.add(device.personId);
		else if (this.#chance.percent(25)) void this.#server.remove(device.deviceId);
	}

	#write(device: ModelDevice, tab: number): void {
		const again = device.drafts.length > 0 && this.#chance.percent(50);
		if (again) return void device.save(this.#chance.pick(device.drafts), tab);
		this.#made += 1;
		const commandId = `order ${this.#made}`;
		const known = [...device.disk.now.pack.keys()];
		const isReport = known.length === 0 || this.#chance.percent(15);
		const complaintId = isReport ? `case ${this.#made}` : this.#chance.pick(known);
		const order = isReport ? this.#report(device) : this.#orderIn(device, complaintId);
		void device.save({ commandId, complaintId, order }, tab);
	}

	/** Opens what was not sent yet, or saves what was opened and changed, however long ago. */
	#writeAnew(device: ModelDevice, tab: number): void {
		const last = this.#opened.length;
		if (last > 0 && this.#chance.percent(60)) {
			this.#made += 1;
			const [save] = this.#opened.splice(this.#chance.below(last), 1);
			return void save!(`It is cold, and ${this.#made}.`);
		}
		const { editable } = device;
		if (editable.length === 0) return this.#write(device, tab);
		this.#opened.push(device.open(this.#chance.pick(editable), tab));
	}

	/** Said today, and written down truly; the device believes what it believes. */
	#report({ clockDays, lastServerAt }: ModelDevice): ModelOrder {
		const madeOn = dateInEngland(this.#server.now);
		const deviceAt = `${addDays(madeOn, clockDays)}T12:00:00Z`;
		const evidence = { deviceAt, zone: 'Europe/London', sinceServerMs: null, lastServerAt };
		return { type: 'report', words: 'It is cold.', madeOn, evidence };
	}

	/** Some hours go by. */
	#passTime(): void {
		const hours = this.#chance.below(30);
		const later = new Date(Date.parse(this.#server.now) + hours * 3_600_000);
		this.#server.now = later.toISOString();
	}

	/** A note, or a choice over what this device shows: what it heard, and what was chosen on it since. */
	#orderIn(device: ModelDevice, complaintId: string): ModelOrder {
		// Two children may say the same words.
		if (this.#chance.percent(50)) return { type: 'note', words: 'It is cold.' };
		const field = this.#chance.pick(FIELDS);
		const { outbox, words, pack } = device.disk.now;
		const heard = pack.get(complaintId)?.fields[field] ?? { version: 0, byCommand: '' };
		const chosen = outbox.items
			.filter((item) => item.complaintId === complaintId && item.state.at === 'waiting')
			.map((item) => ({ item, order: JSON.parse(words.get(item.commandId)!.sealed) as ModelOrder }))
			.filter(({ order }) => order.type === 'choose' && order.field === field)
			.at(-1);
		const over = chosen
			? { version: heard.version + 1, byCommand: chosen.item.commandId }
			: { version: heard.version, byCommand: heard.byCommand };
		return { type: 'choose', field, value: this.#chance.pick(['yes', 'no']), over };
	}

	#changeOnline(): void {
		const complaintId = this.#chance.pick(CASES);
		this.#made += 1;
		const commandId = `desk ${this.#made}`;
		const field = this.#chance.pick(FIELDS);
		void this.#server.changeOnline(complaintId, (now) => {
			const { version = 0, byCommand = '' } = now.fields[field] ?? {};
			const order = { type: 'choose', field, value: 'desk', over: { version, byCommand } } as const;
			return apply(now, { order, commandId, personId: 'desk', startsOn: null });
		});
	}

	#changeAccess(): void {
		const complaintId = this.#chance.pick(CASES);
		const person = this.#chance.pick(PEOPLE);
		void this.#server.changeOnline(complaintId, (now) => {
			const access = new Set(now.access);
			if (!access.delete(person)) access.add(person);
			return { ...now, access };
		});
	}

	#killServer(): void {
		this.#server.kill();
		this.#line.breakOff();
	}

	#restore(): void {
		this.#server.restore();
		this.#line.breakOff();
	}

	#settleOne(device: ModelDevice, tab: number): void {
		const [id] = needing(device);
		if (id) void device.settle(id, tab).catch(() => undefined);
	}

	#withdrawOne(device: ModelDevice, tab: number): void {
		const waiting = device.disk.now.outbox.items.filter(({ state }) => state.at === 'waiting');
		const last = waiting.at(-1);
		if (last) void device.withdraw(last.commandId, tab).catch(() => undefined);
	}
}

function needing(device: ModelDevice): readonly string[] {
	return device.disk.now.outbox.items
		.filter(({ state }) => state.at === 'needsYou')
		.map(({ commandId }) => commandId);
}
