import { NOTHING_HELD } from '#lib/offline/outbox/nextBatch.ts';
import type { editItem } from '#lib/offline/outbox/outbox.ts';
import {
	canEdit,
	editionOf,
	isWrittenAnew,
	takeEpoch,
	type NewItem,
	type Outbox,
	type OutboxItem
} from '#lib/offline/outbox/outbox.ts';
import { SENDING_RULES } from '#lib/offline/outbox/sendWaiting.ts';
import type { DeviceDisk } from '#lib/offline/outbox/disk.ts';
import type { ItemAnswer } from '#lib/wire/deviceSync.ts';
import { DEVICE_WAYS, type DeviceWays } from './modelDevice.ts';
import type { ModelPacked } from './modelServer.ts';

/** Ways in which a device could lose or double what somebody wrote, each by its name. */
export const DEVICE_FAULTS: Readonly<Record<string, DeviceWays>> = {
	'gives up what was not taken at the third try': withDisk(givesUp),
	'drops an order as it is sent, not as it is answered': withRules({
		nextBatch: (outbox, batching) => {
			const batch = SENDING_RULES.nextBatch(outbox, batching);
			for (const item of batch) (item as { state: unknown }).state = { at: 'sent', place: 0 };
			return batch;
		}
	}),
	'keeps nothing of what was answered': withRules({
		takeAnswers: (outbox, epoch, answers) =>
			withoutAnswered(SENDING_RULES.takeAnswers(outbox, epoch, answers), answers)
	}),
	'sends nothing once more after a restore': withRules({
		takeEpoch: (outbox, epoch) => ({ ...outbox, epoch })
	}),
	'sends what a restore lost after what is new': withRules({
		takeEpoch: (outbox, epoch) => {
			const items = takeEpoch(outbox, epoch).items;
			const wasWaiting = new Set(
				outbox.items.filter(({ state }) => state.at === 'waiting').map((item) => item.commandId)
			);
			const isNew = (item: { commandId: string }) => wasWaiting.has(item.commandId);
			return {
				...outbox,
				epoch,
				items: [...items.filter(isNew), ...items.filter((item) => !isNew(item))]
			};
		}
	}),
	'says that it is saved before the disk has it': {
		...DEVICE_WAYS,
		saveItem: async (disk, item, words) => {
			void DEVICE_WAYS.saveItem(disk, item, words);
			return { saved: true, waiting: 1 };
		}
	},
	'says that it is saved though the disk refused': {
		...DEVICE_WAYS,
		saveItem: async (disk, item, words) => {
			await DEVICE_WAYS.saveItem(disk, item, words);
			return { saved: true, waiting: 1 };
		}
	},
	'does not note what it hands over': withRules({ handItems: (outbox) => outbox }),
	'writes anew what was handed over': withEdit((outbox, item, edition) =>
		changeOne(outbox, item, (was) => editionOf(was) === edition)
	),
	'lets one window write over what another has changed': withEdit((outbox, item) =>
		changeOne(outbox, item, canEdit)
	),
	'says that an edit is saved though the disk refused': {
		...DEVICE_WAYS,
		saveEdit: async (disk, item, anew) => {
			await DEVICE_WAYS.saveEdit(disk, item, anew);
			return { saved: true, waiting: 1 };
		}
	},
	'goes on past an order that the server would not take yet': withRules({
		nextBatch: (outbox, batching = NOTHING_HELD) => {
			const isNew = (item: OutboxItem) => batching.held.has(item.complaintId) && item.schema > 1;
			const items = outbox.items.filter((item) => !isNew(item));
			return SENDING_RULES.nextBatch({ ...outbox, items }, { ...batching, held: new Set() });
		}
	}),
	'takes what was not sent with it when the pack is forgotten': withDisk((disk) => ({
		...disk,
		changePack: async (said) => {
			await disk.changePack(said);
			const gone = new Set(said.forget);
			await disk.changeOutbox((outbox) => ({
				...outbox,
				items: outbox.items.filter(({ complaintId }) => !gone.has(complaintId))
			}));
		}
	})),
	'forgets no case that is not theirs any more': withDisk((disk) => ({
		...disk,
		changePack: (said) => disk.changePack({ ...said, forget: [] })
	})),
	'goes on showing what can be read on a device that was removed': withDisk((disk) => ({
		...disk,
		changePack: async (said) => {
			const { held } = await disk.readPack();
			const isAll = said.cases.length === 0 && said.forget.length === held.length;
			await disk.changePack(isAll ? { ...said, forget: [] } : said);
		}
	})),
	'does not hear that somebody has decided': withDisk((disk) => ({
		...disk,
		changeOutbox: (change, words) =>
			disk.changeOutbox((now) => withoutSettled(now, change(now)), words)
	})),
	'trusts the moments of an epoch that is over': withDisk((disk) => ({
		...disk,
		readPack: async () => {
			const { held } = await disk.readPack();
			const { epoch } = await disk.readOutbox();
			return { epoch, held: held.map((one) => ({ ...one, stamp: one.stamp ?? '1' })) };
		}
	}))
};

function withRules(rules: Partial<DeviceWays['rules']>): DeviceWays {
	return { ...DEVICE_WAYS, rules: { ...SENDING_RULES, ...rules } };
}

/** Edits by a rule of its own, and believes itself. */
function withEdit(edit: typeof editItem): DeviceWays {
	return {
		...DEVICE_WAYS,
		saveEdit: async (disk, item, { words, edition }) => {
			let isTaken = false;
			const write = (outbox: Outbox) => {
				const after = edit(outbox, item, edition);
				isTaken = isWrittenAnew(outbox, after, item.commandId);
				return after;
			};
			const isWritten = await disk.changeOutbox(write, words).then(
				() => true,
				() => false
			);
			return isWritten && isTaken
				? { saved: true, waiting: 1 }
				: { saved: false, because: 'onItsWay' };
		}
	};
}

function changeOne(
	outbox: Outbox,
	{ commandId, byteSize }: NewItem,
	mayChange: (was: OutboxItem) => boolean
): Outbox {
	const items = outbox.items.map((was) =>
		was.commandId === commandId && was.state.at === 'waiting' && mayChange(was)
			? { ...was, byteSize, edition: editionOf(was) + 1 }
			: was
	);
	return { ...outbox, items };
}

function withDisk(disk: DeviceWays['disk']): DeviceWays {
	return { ...DEVICE_WAYS, disk };
}

function withoutSettled(before: Outbox, after: Outbox): Outbox {
	const needed = new Map(
		before.items.filter(({ state }) => state.at === 'needsYou').map((item) => [item.number, item])
	);
	const isSettled = (item: OutboxItem) => item.state.at === 'settled';
	return {
		...after,
		items: after.items.map((item) => (isSettled(item) && needed.get(item.number)) || item)
	};
}

function withoutAnswered(outbox: Outbox, answers: readonly ItemAnswer[]): Outbox {
	const applied = new Set(
		answers.filter(({ outcome }) => outcome === 'applied').map(({ commandId }) => commandId)
	);
	return { ...outbox, items: outbox.items.filter(({ commandId }) => !applied.has(commandId)) };
}

/** Counts how often each order was read for sending, and drops it at the third time. */
function givesUp(disk: DeviceDisk<ModelPacked>): DeviceDisk<ModelPacked> {
	const tries = new Map<string, number>();
	return {
		...disk,
		readWords: async (ids) => {
			for (const id of ids) tries.set(id, (tries.get(id) ?? 0) + 1);
			const tired = new Set(ids.filter((id) => (tries.get(id) ?? 0) > 3));
			if (tired.size > 0) {
				await disk.changeOutbox((outbox) => ({
					...outbox,
					items: outbox.items.filter(({ commandId }) => !tired.has(commandId))
				}));
			}
			return disk.readWords(ids);
		}
	};
}
