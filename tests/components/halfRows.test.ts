import { render } from 'svelte/server';
import { describe, expect, it, test } from 'vitest';
import HalfList from '#lib/components/staff/outbox/HalfList.svelte';
import { halfRows } from '#lib/components/staff/views/halfRows.ts';
import { received, STRAND, triaged } from '../support/complaintHistory.ts';
import { pulledCase } from '../support/pulledCase.ts';

// What is half written on a device is found again from one list, and not only by whoever remembers its form.

const JAY = pulledCase([received()], { complaintId: 'case-jay', calledName: 'Jay K.' });
const KIM = pulledCase([received(), ...triaged()], { complaintId: 'case-kim', calledName: 'Kim' });
const NOTE_THAT_WAITS = {
	...{ commandId: 'waits', title: 'Note, Jay K.' },
	editHref: '/staff/case/case-jay/note?edit=waits'
};
const NOTE_THAT_WENT = { commandId: 'went', title: 'Note, Kim', editHref: null };
type Seen = Parameters<typeof halfRows>[1];
const SEEN = { cases: [JAY, KIM], rows: [NOTE_THAT_WAITS, NOTE_THAT_WENT] };

function rowOf(form: string, draft: unknown = null, { name = form, seen = SEEN as Seen } = {}) {
	return halfRows([{ form, name, draft, hasFiles: false }], seen)[0];
}

describe('what is half written', () => {
	test.each([
		['contact', 'Contact', '/staff/log'],
		['concern', 'Concern told at a review', '/staff/concern'],
		['note-case-jay', 'Note, Jay K.', '/staff/case/case-jay/note'],
		['message-case-kim', 'Message, Kim', '/staff/case/case-kim/messages'],
		['triage-case-jay', 'Route of a new case, Jay K.', '/staff/new/case-jay'],
		[`answer-${STRAND}`, 'Answer, Kim', `/staff/case/case-kim/answer/${STRAND}`],
		[
			'edit-waits',
			'Change of what waited here, Note, Jay K.',
			'/staff/case/case-jay/note?edit=waits'
		]
	])('in %s says what it is and about whom, and leads back to its form', (form, title, href) => {
		expect(rowOf(form)).toMatchObject({ title, href, why: '' });
	});

	it('in a letter leads to it by the case that was kept with it', () => {
		const draft = { text: '# More time\nHello Jay, {reason}', complaintId: 'case-jay' };
		expect(rowOf('letter-one', draft)).toMatchObject({
			...{ title: 'Letter, Jay K.', href: '/staff/case/case-jay/letters/one', said: [] }
		});
		// One that an older version of the app kept.
		expect(rowOf('letter-one', { text: 'Dear Jay' })).toMatchObject({
			...{ title: 'Letter', href: null, why: 'Open its case, then Letters.' }
		});
	});

	it('of a case that is not here still leads there, without a name', () => {
		expect(rowOf('note-elsewhere')).toMatchObject({
			...{ title: 'Note', href: '/staff/case/elsewhere/note' }
		});
		expect(rowOf('answer-elsewhere')).toMatchObject({ title: 'Answer', href: null });
	});

	it('twice in one form leads to each of the two', () => {
		expect(rowOf('contact', null, { name: 'contact~2' })?.href).toBe('/staff/log?half=contact~2');
		expect(rowOf('edit-waits', null, { name: 'edit-waits~2' })?.href).toBe(
			'/staff/case/case-jay/note?edit=waits&half=edit-waits~2'
		);
	});

	it('shows the longest of what was typed, cut short, and no id or choice', () => {
		const draft = {
			...{ personId: crypto.randomUUID(), channel: 'telephone', on: '2026-11-26', name: 'Jay K.' },
			parts: [{ words: '  He says that nobody came on Friday. ' }]
		};
		expect(rowOf('contact', draft)?.said).toEqual(['He says that nobody came on Friday.']);
		expect(rowOf('contact', { words: `${'word '.repeat(50)}end` })?.said[0]).toHaveLength(161);
		expect(rowOf('contact', { channel: 'telephone', route: 'STAT_S1' })?.said).toEqual([]);
	});

	it('that can be given no more says why, and shows every word until its author deletes it', () => {
		const words = `${'I meant this otherwise. '.repeat(20)}Ring 07700900982.`;
		const draft = { commandId: 'went', edition: 1, draft: { words, name: 'Jay', kind: 'note' } };
		expect(rowOf('edit-went', draft)).toMatchObject({
			...{ title: 'Change of what waited here, Note, Kim', href: null, isOver: true },
			...{ said: [words, 'Jay'] },
			why:
				'It is sent, or on its way, or was deleted, so it cannot be changed here. ' +
				'Copy what you still need.'
		});
		expect(rowOf('edit-unknown', draft)).toMatchObject({ href: null, isOver: true });
		expect(rowOf('triage-case-kim', draft)).toMatchObject({
			...{ href: null, isOver: true, said: [words, 'Jay'] },
			why: 'The route was decided since. Copy what you still need.'
		});
	});

	it('is never called over while what waits on the device was not read', () => {
		const unread = rowOf('edit-waits', null, { seen: { ...SEEN, rows: null } });
		expect(unread).toMatchObject({ href: null, isOver: false });
		expect(unread?.why).toContain('We cannot read what waits on this device.');
	});

	it('that is gone on with elsewhere is not deleted from the list', () => {
		expect(rowOf('answer-elsewhere')?.isOver).toBe(false);
		expect(rowOf('letter-one')?.isOver).toBe(false);
	});
});

describe('the list of it', () => {
	const rows = halfRows([{ form: 'contact', name: 'contact', draft: null, hasFiles: true }], SEEN);
	const list = (shown: typeof rows | null, isOnDevice = true) =>
		render(HalfList, { props: { rows: shown, isOnDevice, asked: '', ondelete() {} } }).body;

	it('says that nothing is only once it was read', () => {
		expect(list(null)).not.toContain('Nothing is half written.');
		expect(list([])).toContain('Nothing is half written.');
	});

	it('lets nothing be deleted but what can be given no more', () => {
		expect(list(rows)).not.toContain('Delete');
		expect(list(rows.map((row) => ({ ...row, href: null, isOver: true })))).toContain('Delete');
	});

	it('says that recordings or pictures lie in it, and where it lies', () => {
		expect(list(rows)).toContain('With recordings or pictures.');
		expect(list(rows)).toContain('Sealed on this device.');
		expect(list(rows, false)).toContain('Only on this page, until it is closed.');
	});
});
