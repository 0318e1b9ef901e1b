import type { PulledFile } from '#lib/wire/sync.ts';
import { SCAN_WORDS } from '#lib/words/files.ts';
import type { CaseFacts } from './caseFacts.ts';

/** One recording or picture as a page of the case shows it. */
export interface SentFile {
	id: string;
	sort: PulledFile['sort'];
	/** 'Recording 1, 1:05' */
	words: string;
	/** Null while it cannot be opened. */
	href: string | null;
	/** Why not; empty where it can. */
	because: string;
}

/** The files that came with what happened, with a helper's account, with words added, or a message. */
export function filesFor(
	{ pulled }: CaseFacts,
	part: PulledFile['part'],
	partId: string | null = null
): SentFile[] {
	const files = (pulled.files ?? []).filter((one) => one.part === part && one.partId === partId);
	const names = part === 'helpersAccount' ? HELPERS_SORT_WORDS : SORT_WORDS;
	return shownFiles(files, names, `/staff/case/${pulled.complaintId}`);
}

/** The files that came with a concern that is no complaint. */
export function filesOfConcern({
	concernId,
	files
}: {
	concernId: string;
	files: readonly PulledFile[];
}): SentFile[] {
	return shownFiles(files, SORT_WORDS, `/staff/concern/${concernId}`);
}

function shownFiles(
	files: readonly PulledFile[],
	names: Readonly<Record<PulledFile['sort'], string>>,
	address: string
): SentFile[] {
	return files.map((file, index) => {
		const number = files.slice(0, index + 1).filter(({ sort }) => sort === file.sort).length;
		const isClosed = file.scan === 'waiting' || file.scan === 'found';
		return {
			id: file.fileId,
			sort: file.sort,
			words: `${names[file.sort]} ${number}${file.seconds === null ? '' : `, ${length(file.seconds)}`}`,
			href: isClosed ? null : `${address}/file/${file.fileId}`,
			because: file.scan === 'waiting' || file.scan === 'found' ? SCAN_WORDS[file.scan] : ''
		};
	});
}

/**
 * The files that came with the form, by whose they are: those of whoever tells us, and apart from
 * them those of a helper, each named as theirs.
 */
export function toldFiles(facts: CaseFacts): { files: SentFile[]; whose: string }[] {
	const helper = facts.pulled.people.find(({ part }) => part === 'helper')?.name;
	return [
		{ files: filesFor(facts, 'happened'), whose: facts.name },
		{ files: filesFor(facts, 'helpersAccount'), whose: helper || 'the helper' }
	];
}

const SORT_WORDS = {
	sound: 'Recording',
	picture: 'Picture',
	paper: 'PDF'
} as const satisfies Record<PulledFile['sort'], string>;

const HELPERS_SORT_WORDS = {
	sound: 'Helper’s recording',
	picture: 'Helper’s picture',
	paper: 'Helper’s PDF'
} as const satisfies Record<PulledFile['sort'], string>;

function length(seconds: number): string {
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
