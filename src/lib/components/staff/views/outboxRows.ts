import type { Instant } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { PulledCase, PushedCommand } from '#lib/wire/sync.ts';
import { itemWords, momentWords } from '#lib/words/offline.ts';
import { WAITS_FOR_OFFICER } from '#lib/words/offlineVerdicts.ts';
import { DEVICE_FILE_PROBLEMS, FILE_TITLES } from '#lib/words/deviceFiles.ts';
import { orderTitle } from '#lib/words/ordersHere.ts';

/** One thing that was done on this device, with what it says where that can be read. */
interface OutboxEntry {
	item: {
		commandId: string;
		complaintId: string;
		isHanded?: true;
		state:
			| { at: 'waiting' | 'needsYou' | 'settled' }
			| { at: 'sent'; sentAt?: Instant; isProposal?: true };
	};
	command: PushedCommand | null;
	copy: { draft?: unknown } | null;
}

/** One thing that was done on this device, as the outbox shows it. */
export interface OutboxRow {
	commandId: string;
	/** "Note, Casey" */
	title: string;
	/** "Written today, 2.58pm"; empty where it cannot be read here. */
	written: string;
	state: 'needsYou' | 'sending' | 'saved' | 'sent';
	/** One of the four words. */
	words: string;
	/** The words that were written, where there are some and they can be read here. */
	said: readonly string[];
	href: string | null;
	/** Where it can be written anew; null where it cannot. */
	editHref: string | null;
}

/** A recording or a picture that was taken on this device, as far as it has gone. */
interface FileEntry {
	fileId: string;
	commandId: string;
	complaintId: string;
	sort: 'sound' | 'picture';
	byteSize: number;
	chunkCount: number;
	state:
		| { at: 'writing' | 'withdrawn' | 'sent' | 'halfWritten' }
		| { at: 'waiting'; sent: number }
		| { at: 'refused'; because: keyof typeof DEVICE_FILE_PROBLEMS };
}

/** One of them, as the outbox shows it beneath the orders. */
export interface FileRow {
	fileId: string;
	title: string;
	state: OutboxRow['state'];
	/** One of the four words; of one that was not taken with the reason. */
	words: string;
}

/**
 * Whether the outbox knows what waits: only then may it say that nothing does. `keepsHere`: the device is
 * somebody's own, and something may wait there.
 */
export function outboxKnows(
	{ isRead, diskRefused }: { isRead: boolean; diskRefused: boolean },
	keepsHere: boolean
): 'asking' | 'refused' | 'all' {
	if (!keepsHere) return 'all';
	if (diskRefused) return 'refused';
	return isRead ? 'all' : 'asking';
}

/** Recordings and pictures, each as it stands: how much has gone, or why it was not taken. */
export function fileRows(
	files: readonly FileEntry[],
	entries: readonly OutboxEntry[],
	{ cases, isSending }: Pick<Seen, 'cases' | 'isSending'>
): FileRow[] {
	return files.map((file) => {
		const about = cases.find((each) => each.complaintId === file.complaintId);
		const order = entries.find((one) => one.item.commandId === file.commandId);
		const name = about?.calledName ?? nameIn(order?.command ?? null);
		const title = FILE_TITLES[file.sort];
		const { fileId } = file;
		return { fileId, title: name ? `${title}, ${name}` : title, ...fileStanding(file, isSending) };
	});
}

function fileStanding(file: FileEntry, isSending: boolean): Pick<FileRow, 'state' | 'words'> {
	const { state, byteSize, chunkCount } = file;
	switch (state.at) {
		case 'refused':
			return { state: 'needsYou', words: `Needs you. ${DEVICE_FILE_PROBLEMS[state.because]}` };
		case 'sent':
			return { state: 'sent', words: 'Sent' };
		case 'waiting': {
			if (!isSending) break;
			const sentBytes = Math.round((byteSize * state.sent) / chunkCount);
			const part = { sentBytes, allBytes: byteSize };
			return { state: 'sending', words: itemWords({ at: 'sending', part }) };
		}
	}
	return { state: 'saved', words: itemWords({ at: 'saved' }) };
}

interface Seen {
	cases: readonly PulledCase[];
	/** Null while nothing was heard: then no time is said. */
	today: PlainDate | null;
	isSending: boolean;
}

/** What waits, what needs a person and what went, each as it stands, the newest first. */
export function outboxRows(entries: readonly OutboxEntry[], seen: Seen): OutboxRow[] {
	return entries.map((entry) => rowOf(entry, seen));
}

function rowOf(entry: OutboxEntry, { cases, today, isSending }: Seen): OutboxRow {
	const { item, command } = entry;
	const { commandId, complaintId } = item;
	const about = cases.find((each) => each.complaintId === complaintId);
	const name = about?.calledName ?? about?.reference ?? nameIn(command);
	const title = orderTitle(command?.order.type ?? null);
	return {
		commandId,
		title: name ? `${title}, ${name}` : title,
		written: command && today ? `Written ${momentWords(command.givenAt, today)}` : '',
		said: command?.texts.map(({ words }) => words) ?? [],
		href: about ? `/staff/case/${complaintId}` : null,
		editHref: editHrefOf(entry),
		...standingOf(item.state, { isSending, today })
	};
}

/** What has its form kept with it, and was never handed to the line, opens in its form again. */
function editHrefOf({ item, command, copy }: OutboxEntry): string | null {
	const { commandId, complaintId, state, isHanded } = item;
	if (state.at !== 'waiting' || isHanded || copy?.draft === undefined) return null;
	switch (command?.order.type) {
		case 'logContact':
			return `/staff/log?edit=${commandId}`;
		case 'recordConcern':
			return `/staff/concern?edit=${commandId}`;
		case 'addNote':
			return `/staff/case/${complaintId}/note?edit=${commandId}`;
		default:
			return null;
	}
}

function standingOf(
	state: OutboxEntry['item']['state'],
	{ isSending, today }: Pick<Seen, 'isSending' | 'today'>
): Pick<OutboxRow, 'state' | 'words'> {
	switch (state.at) {
		case 'waiting':
			return isSending
				? { state: 'sending', words: itemWords({ at: 'sending' }) }
				: { state: 'saved', words: itemWords({ at: 'saved' }) };
		case 'needsYou':
			return { state: 'needsYou', words: itemWords({ at: 'needsYou' }) };
		case 'sent': {
			const { sentAt, isProposal } = state;
			const sent = sentAt && today ? itemWords({ at: 'sent', sentAt, today }) : 'Sent';
			return { state: 'sent', words: isProposal ? `${sent}. ${WAITS_FOR_OFFICER}` : sent };
		}
		case 'settled':
			return { state: 'sent', words: 'Sent, and decided' };
	}
}

/** Of a contact that was logged here: whom it is about, as it was written down. */
function nameIn(command: OutboxEntry['command']): string {
	if (command?.order.type !== 'logContact') return '';
	const { childName, complainantName } = command.order;
	return childName || complainantName;
}
