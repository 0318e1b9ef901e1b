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

/** The files that came with what happened, with words that were added, or with a message. */
export function filesFor(
	{ pulled }: CaseFacts,
	part: PulledFile['part'],
	partId: string | null = null
): SentFile[] {
	const files = (pulled.files ?? []).filter((one) => one.part === part && one.partId === partId);
	return files.map((file, index) => {
		const number = files.slice(0, index + 1).filter(({ sort }) => sort === file.sort).length;
		const isClosed = file.scan === 'waiting' || file.scan === 'found';
		return {
			id: file.fileId,
			sort: file.sort,
			words: `${SORT_WORDS[file.sort]} ${number}${file.seconds === null ? '' : `, ${length(file.seconds)}`}`,
			href: isClosed ? null : `/staff/case/${pulled.complaintId}/file/${file.fileId}`,
			because: file.scan === 'waiting' || file.scan === 'found' ? SCAN_WORDS[file.scan] : ''
		};
	});
}

const SORT_WORDS = {
	sound: 'Recording',
	picture: 'Picture',
	paper: 'Paper'
} as const satisfies Record<PulledFile['sort'], string>;

function length(seconds: number): string {
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
