import { describe, expect, it } from 'vitest';
import { waitBeforeRetry } from '#lib/offline/outbox/backOff.ts';
import { nextBatch } from '#lib/offline/outbox/nextBatch.ts';
import {
	addItem,
	canEdit,
	editItem,
	EMPTY_OUTBOX,
	handItems,
	isWrittenAnew,
	settleItem,
	takeAnswers,
	takeDurable,
	takeEpoch,
	withdrawItem,
	type NewItem,
	type Outbox
} from '#lib/offline/outbox/outbox.ts';
import type { ItemAnswer } from '#lib/wire/deviceSync.ts';

const EPOCH = 'since Monday';
const KEPT: Outbox = { ...EMPTY_OUTBOX, epoch: EPOCH };

function note(commandId: string, facts: Partial<NewItem> = {}): NewItem {
	return { commandId, complaintId: 'Jay', schema: 1, buildsOn: false, byteSize: 100, ...facts };
}

function outboxOf(...items: readonly NewItem[]): Outbox {
	return items.reduce(addItem, KEPT);
}

function ids(items: readonly { commandId: string }[]): string[] {
	return items.map(({ commandId }) => commandId);
}

const applied = (commandId: string, place = 7): ItemAnswer => ({
	...{ commandId, place },
	outcome: 'applied'
});
const clash = (commandId: string): ItemAnswer => ({
	...{ commandId, place: 7 },
	outcome: 'setAside',
	because: 'clash',
	refusal: null
});

describe('what waits on the device', () => {
	it('is numbered as it was written, and pressing twice makes one of it', () => {
		const outbox = outboxOf(note('first'), note('second'), note('first'));
		expect(outbox.items.map(({ commandId, number }) => [commandId, number])).toEqual([
			['first', 1],
			['second', 2]
		]);
	});

	it('can be taken back while it is only here', () => {
		const outbox = takeAnswers(outboxOf(note('sent'), note('here')), EPOCH, [applied('sent')]);
		expect(ids(withdrawItem(withdrawItem(outbox, 'here'), 'sent').items)).toEqual(['sent']);
	});

	it('can be written anew while nobody may have it, under its id and in its turn', () => {
		const outbox = outboxOf(note('first'), note('second'));
		const anew = editItem(outbox, note('first', { byteSize: 7 }), 1);
		expect(anew.items[0]).toMatchObject({ commandId: 'first', number: 1, byteSize: 7, edition: 2 });
		expect(isWrittenAnew(outbox, anew, 'first')).toBe(true);
		expect(isWrittenAnew(outbox, anew, 'second')).toBe(false);
	});

	it('cannot be written anew once it is being sent, or was', () => {
		const handed = handItems(outboxOf(note('first'), note('second')), ['first']);
		expect(handed.items.map(canEdit)).toEqual([false, true]);
		expect(editItem(handed, note('first', { byteSize: 7 }), 1)).toEqual(handed);
		const sent = takeAnswers(handed, EPOCH, [applied('first')]);
		// A restore makes it wait once more; the server had it, and may have it still.
		const again = takeEpoch(sent, 'since the restore');
		expect(editItem(again, note('first', { byteSize: 7 }), 1)).toEqual(again);
	});

	it('is written anew by one of two windows that had it open', () => {
		const first = editItem(outboxOf(note('first')), note('first', { byteSize: 7 }), 1);
		expect(editItem(first, note('first', { byteSize: 9 }), 1)).toEqual(first);
		expect(editItem(first, note('first', { byteSize: 9 }), 2).items[0]?.byteSize).toBe(9);
	});

	it('gets no number that was given before, also when what had it is gone', () => {
		const outbox = addItem(withdrawItem(outboxOf(note('first')), 'first'), note('second'));
		expect(outbox.items.map(({ number }) => number)).toEqual([2]);
	});
});

describe('what goes in the next push', () => {
	it('is the oldest first, at most fifty, and no more bytes than the server takes', () => {
		const many = outboxOf(...Array.from({ length: 60 }, (_, at) => note(`note ${at + 1}`)));
		expect(ids(nextBatch(many))).toEqual(Array.from({ length: 50 }, (_, at) => `note ${at + 1}`));
		const large = outboxOf(note('a', { byteSize: 600_000 }), note('b', { byteSize: 600_000 }));
		expect(ids(nextBatch(large))).toEqual(['a']);
		expect(ids(nextBatch(outboxOf(note('alone', { byteSize: 2_000_000 }))))).toEqual(['alone']);
	});

	it('is not a choice that stands on one a person must decide, but the notes beside it', () => {
		const outbox = takeAnswers(
			outboxOf(
				note('triage', { buildsOn: true }),
				note('more time', { buildsOn: true }),
				note('what Jay said'),
				note('of Tia', { buildsOn: true, complaintId: 'Tia' })
			),
			EPOCH,
			[clash('triage')]
		);
		expect(ids(nextBatch(outbox))).toEqual(['what Jay said', 'of Tia']);
		expect(ids(nextBatch(settleItem(outbox, 'triage')))).toEqual([
			'more time',
			'what Jay said',
			'of Tia'
		]);
	});

	it('is nothing of a case in which the server would not take one yet', () => {
		const outbox = outboxOf(note('of Jay'), note('of Tia', { complaintId: 'Tia' }));
		const limits = { items: 50, bytes: 1_000 };
		expect(ids(nextBatch(outbox, { limits, held: new Set(['Jay']), isDeposit: false }))).toEqual([
			'of Tia'
		]);
	});
});

describe('what the server answered', () => {
	it('stays on the device until a restore could not lose it any more', () => {
		const answered = takeAnswers(outboxOf(note('one'), note('two')), EPOCH, [
			applied('one', 7),
			applied('two', 8)
		]);
		expect(ids(answered.items)).toEqual(['one', 'two']);
		expect(ids(takeDurable(answered, EPOCH, 6).items)).toEqual(['one', 'two']);
		expect(ids(takeDurable(answered, EPOCH, 7).items)).toEqual(['two']);
		expect(ids(takeDurable(answered, 'another epoch', 9).items)).toEqual(['one', 'two']);
	});

	it('never drops what a person must decide, before they have', () => {
		const outbox = takeAnswers(outboxOf(note('triage')), EPOCH, [clash('triage')]);
		expect(ids(takeDurable(outbox, EPOCH, 99).items)).toEqual(['triage']);
		expect(ids(takeDurable(settleItem(outbox, 'triage'), EPOCH, 99).items)).toEqual([]);
	});

	it('means nothing where it is of another epoch', () => {
		const outbox = outboxOf(note('one'));
		expect(takeAnswers(outbox, 'before the restore', [applied('one')])).toEqual(outbox);
	});

	it('is sent once more, in its order, when the server was restored', () => {
		const outbox = takeAnswers(outboxOf(note('one'), note('two'), note('three')), EPOCH, [
			applied('one'),
			clash('two')
		]);
		const restored = takeEpoch(outbox, 'restored');
		expect(restored.epoch).toBe('restored');
		expect(ids(nextBatch(restored))).toEqual(['one', 'two', 'three']);
		expect(takeEpoch(outbox, EPOCH)).toBe(outbox);
	});
});

describe('trying again', () => {
	it('waits twice as long each time, from two seconds to a quarter of an hour, and never ends', () => {
		const seconds = [1, 2, 3, 4, 9, 10, 11, 1_000].map(
			(failures) => waitBeforeRetry(failures, 1) / 1_000
		);
		expect(seconds).toEqual([2, 4, 8, 16, 512, 900, 900, 900]);
	});

	it('is spread over half of the wait, so that not everybody comes at once', () => {
		expect([waitBeforeRetry(1, 0), waitBeforeRetry(1, 0.5)]).toEqual([1_000, 1_500]);
	});

	it('waits at least as long as the server asked', () => {
		expect(waitBeforeRetry(1, 0, 30_000)).toBe(30_000);
	});
});
