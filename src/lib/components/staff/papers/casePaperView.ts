import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { PaperKind, PaperRole } from '#lib/words/papers.ts';

/** One document of a case, as the complaints team sees it. */
export interface CasePaperRow {
	documentId: string;
	kind: PaperKind;
	state: 'draft' | 'handedIn' | 'recorded' | 'given';
	meantFor: readonly PaperRole[];
	fileName: string;
	/** Null once erased. */
	words: string | null;
	hasFile: boolean;
	/** What the virus check said of the file. */
	scan: 'none' | 'clean' | 'waiting' | 'found';
	/** In bytes. */
	byteSize: number;
	addedBy: string;
	addedAt: string;
}

/** The papers of a case, who signed for them, and whom the child agreed to. */
export interface CasePapersView {
	documents: readonly CasePaperRow[];
	strands: readonly { strandId: string; procedure: string }[];
	signatures: readonly { staffId: string; signedOn: PlainDate }[];
	agreements: readonly {
		agreementId: string;
		staffId: string;
		agreedOn: PlainDate;
		how: 'inWriting' | 'spoken' | 'throughAdvocate';
		endedOn: PlainDate | null;
	}[];
	rightsOfficers: readonly { staffId: string; displayName: string }[];
	/** Names of staff and people outside, by their ids. */
	names: Readonly<Record<string, string>>;
}
