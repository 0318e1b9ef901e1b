import { render } from 'svelte/server';
import { describe, expect, it, test } from 'vitest';
import UnsentList from '#lib/components/staff/outbox/UnsentList.svelte';
import { notKeptFile } from '#lib/components/staff/views/neededCard.ts';
import { NOTHING_SENT } from '#lib/offline/sending/sender.ts';
import { outboxKnows, outboxRows } from '#lib/components/staff/views/outboxRows.ts';
import { nextSignal } from '#lib/components/staff/views/signal.ts';
import type { SignalState } from '#lib/components/staff/shell/OfflineBar.svelte';
import type { NotKeptFile } from '#lib/wire/needsYou.ts';
import type { Order, PushedCommand } from '#lib/wire/sync.ts';
import { pulledCase } from '../support/pulledCase.ts';

const TODAY = '2026-11-26';
const JAY = pulledCase([], { complaintId: 'case-jay', calledName: 'Jay K.' });

function entry(state: Parameters<typeof outboxRows>[0][number]['item']['state'], order?: Order) {
	const command: PushedCommand = {
		...{ commandId: 'one', complaintId: 'case-jay', basedOnVersion: 1 },
		givenAt: '2026-11-26T14:58:00Z',
		texts: [{ textId: 'text', kind: 'note', words: 'He likes the new room' }],
		order: order ?? { type: 'addNote', textId: 'text' }
	};
	const item = { commandId: 'one', complaintId: 'case-jay', state };
	return { item, command, copy: { draft: 'its form' } };
}

function rowOf(given: ReturnType<typeof entry>, isSending = false) {
	return outboxRows([given], { cases: [JAY], today: TODAY, isSending })[0];
}

describe('a thing in the outbox', () => {
	it('says what it is, about whom, when it was written, and what was written', () => {
		expect(rowOf(entry({ at: 'waiting' }))).toMatchObject({
			...{ title: 'Note, Jay K.', written: 'Written 2.58pm', said: ['He likes the new room'] },
			href: '/staff/case/case-jay'
		});
	});

	test.each([
		[{ at: 'waiting' }, false, 'Saved on this device. Not sent yet.'],
		[{ at: 'waiting' }, true, 'Sending…'],
		[{ at: 'needsYou' }, false, 'Needs you'],
		[{ at: 'sent', sentAt: '2026-11-26T14:32:00Z' }, false, 'Sent 2.32pm'],
		[{ at: 'sent' }, false, 'Sent']
	] as const)('that is %j says so in the four words', (state, isSending, words) => {
		expect(rowOf(entry(state), isSending)?.words).toBe(words);
	});

	it('that names a day with legal effect says who is to confirm it', () => {
		const sent = { at: 'sent', sentAt: '2026-11-26T14:32:00Z', isProposal: true } as const;
		expect(rowOf(entry(sent))?.words).toBe(
			'Sent 2.32pm. It waits for an officer to confirm the date. No deadline moves until then.'
		);
	});

	it('that is only here, and never was on its way, opens in its form again', () => {
		const given = entry({ at: 'waiting' });
		expect(rowOf(given)?.editHref).toBe('/staff/case/case-jay/note?edit=one');
		expect(rowOf(entry({ at: 'sent' }))?.editHref).toBeNull();
		const handed = { ...given, item: { ...given.item, isHanded: true as const } };
		expect(rowOf(handed)?.editHref).toBeNull();
		expect(rowOf({ ...given, copy: null as never })?.editHref).toBeNull();
	});

	it('that cannot be read here is still counted, and says nothing of itself', () => {
		const row = rowOf({ ...entry({ at: 'waiting' }), command: null as never });
		expect(row).toMatchObject({ title: 'Something written here, Jay K.', written: '', said: [] });
	});
});

describe('the outbox', () => {
	const list = (knows: ReturnType<typeof outboxKnows>) => {
		const nothing = { rows: [], files: [], withdrawn: [], asked: '', failed: '' };
		const does = { ontry() {}, ondelete() {}, onforget() {}, onundo() {} };
		return render(UnsentList, {
			props: { ...nothing, ...does, knows, needsYouHref: '/staff/needs-you' }
		}).body;
	};

	it('says that everything is sent only once it has read what waits on the device', () => {
		expect(list(outboxKnows(NOTHING_SENT, true))).not.toContain('Everything is sent.');
		const read = { ...NOTHING_SENT, isRead: true };
		expect(list(outboxKnows(read, true))).toContain('Everything is sent.');
		const refused = { ...read, diskRefused: true };
		expect(list(outboxKnows(refused, true))).not.toContain('Everything is sent.');
		// Nothing waits on a device that is nobody’s own.
		expect(list(outboxKnows(NOTHING_SENT, false))).toContain('Everything is sent.');
	});
});

describe('a picture that was not kept in the end', () => {
	const file: NotKeptFile = {
		...{ fileId: 'picture', complaintId: 'case-jay', beganAt: '2026-11-24T09:30:00Z' },
		...{ reference: '26-0203', calledName: 'Jay K.', because: 'applePhoto' }
	};

	it('says of whom it is, when it came, why it was not kept, and that the words are', () => {
		expect(notKeptFile(file, TODAY)).toEqual({
			...{ fileId: 'picture', title: 'Recording or picture, Jay K., 26-0203' },
			href: '/staff/case/case-jay',
			words:
				'It came Tue\u00a024\u00a0Nov, 9.30am and could not be kept. This kind of photo cannot be opened. ' +
				'Save it as JPEG and add that. What was written with it is kept.'
		});
	});

	it('leads to no case that its author may not see', () => {
		const unseen = notKeptFile({ ...file, reference: null, calledName: null }, TODAY);
		expect(unseen).toMatchObject({ title: 'Recording or picture', href: null });
	});
});

describe('the bar under the header', () => {
	const offline = (waiting: number | null): SignalState => ({ state: 'offline', waiting });

	it('says how many things will go, where the device keeps them', () => {
		const online: SignalState = { state: 'online' };
		expect(nextSignal(online, { hasSignal: false, waiting: 2 })).toEqual(offline(2));
		expect(nextSignal(online, { hasSignal: false, waiting: null })).toEqual(offline(null));
	});

	it('says that they go, and then that they went, until somebody has seen it', () => {
		const back = nextSignal(offline(2), { hasSignal: true, waiting: 2 });
		expect(back).toEqual({ state: 'back', sending: 2 });
		const sent = nextSignal(back, { hasSignal: true, waiting: 0 });
		expect(sent).toEqual({ state: 'allSent' });
		expect(nextSignal(sent, { hasSignal: true, waiting: 0 })).toEqual({ state: 'allSent' });
	});

	it('says nothing of coming back where nothing waited', () => {
		expect(nextSignal(offline(0), { hasSignal: true, waiting: 0 })).toEqual({ state: 'online' });
	});

	it('leaves what it said while nobody knows', () => {
		expect(nextSignal(offline(1), { hasSignal: null, waiting: 1 })).toEqual(offline(1));
	});
});
