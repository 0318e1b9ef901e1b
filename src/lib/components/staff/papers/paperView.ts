import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { PaperKind, PaperRole } from '#lib/words/papers.ts';

/** Words of a case, as its papers show them. */
export interface PaperText {
	textId: string;
	kind: string;
	/** Null once erased. */
	words: string | null;
	writtenAt: string;
	isComplainants: boolean;
}

/** One paper in the list. */
export interface PaperRow {
	documentId: string;
	kind: PaperKind;
	fileName: string;
	/** Null once erased. */
	words: string | null;
	hasFile: boolean;
	/** What the virus check said of the file. */
	scan: 'none' | 'clean' | 'waiting' | 'found';
	/** In bytes. */
	byteSize: number;
	addedAt: string;
	isMine: boolean;
	state: 'handedIn' | 'recorded' | 'given';
}

/** The papers of one case, as the page is given them. */
export interface PapersView {
	paperId: string;
	role: PaperRole;
	names: readonly { part: 'complainant' | 'child'; name: string }[];
	story: readonly PaperText[];
	statement: (PaperText & { version: number; agreedOn: PlainDate | null }) | null;
	points: readonly string[];
	/** What the panel is asked to consider. */
	toConsider: readonly PaperText[];
	stage2: { dueOn: PlainDate | null; limitOn: PlainDate | null };
	documents: readonly PaperRow[];
}

/** "1.2 MB", "340 KB": how large a file is, rounded up. */
export function sizeWords(bytes: number): string {
	if (bytes < 1_048_576) return `${Math.max(1, Math.ceil(bytes / 1024))} KB`;
	return `${(Math.ceil((bytes / 1_048_576) * 10) / 10).toFixed(1)} MB`;
}
