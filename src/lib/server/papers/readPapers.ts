import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { recordView } from '#lib/server/audit/views.ts';
import { takeAnswerPaper } from '#lib/server/complaints/fullAnswers/answerDoor.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { findPeople } from '#lib/server/people/people.ts';
import type { ScanState } from '#lib/server/files/checkFile.ts';
import { findDocuments, openDocument } from '#lib/server/papers/documents.ts';
import { findPaperCase, type PaperCase } from '#lib/server/papers/listPapers.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { PulledText } from '#lib/wire/sync.ts';
import { HANDS_IN, type PaperKind, type PaperRole } from '#lib/words/papers.ts';

/** One paper as those appointed to the case see it. */
export interface ShownDocument {
	documentId: string;
	kind: PaperKind;
	fileName: string;
	words: string | null;
	hasFile: boolean;
	scan: ScanState;
	byteSize: number;
	addedAt: string;
	isMine: boolean;
	state: 'handedIn' | 'recorded' | 'given';
}

/** The papers of one case, for somebody who signed to keep them to themselves. */
export interface Papers extends PaperCase {
	/** The names they go by: the child, and who complained. Never an address or a number. */
	names: readonly { part: 'complainant' | 'child'; name: string }[];
	/** What was told, in the order it was told. */
	story: readonly ShownText[];
	/** The newest version of what is to be looked at; null while there is none. */
	statement: (ShownText & { version: number; agreedOn: PlainDate | null }) | null;
	/** The points to be looked at, by their titles. */
	points: readonly string[];
	/** What a panel is asked to consider; empty for those who have no part in a panel. */
	toConsider: readonly ShownText[];
	stage2: { dueOn: PlainDate | null; limitOn: PlainDate | null };
	documents: readonly ShownDocument[];
	/** Which paper they hand in; null where their part hands in none. */
	handsIn: PaperKind | null;
	/** What they have typed and not handed in. */
	draft: string;
}

/** Words of the case. */
export interface ShownText {
	textId: string;
	kind: string;
	words: string | null;
	writtenAt: string;
	isComplainants: boolean;
}

/** What opening the papers comes to. */
export type PapersRead =
	{ read: 'papers'; papers: Papers } | { read: 'unsigned'; paperCase: PaperCase } | null;

/**
 * The papers of one case: only these, only while the appointment lasts, and only once they signed
 * the promise to keep them to themselves. Null where they are not theirs today. That they looked
 * is written down.
 */
export function readPapers(
	service: Service,
	staffId: string,
	paperId: string
): Promise<PapersRead> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const paperCase = await findPaperCase(work, paperId);
		if (!paperCase) return null;
		if (!paperCase.isSigned) return { read: 'unsigned', paperCase };
		await recordView(work, paperCase.complaintId, 'papers');
		return { read: 'papers', papers: await gather(work, paperCase, staffId) };
	});
}

/**
 * One paper to take away, with the note that they did; null where it is not theirs. Whoever
 * releases an answer as the one who decides may read every document that goes with it.
 */
export function takePaper(
	service: Service,
	staffId: string,
	{ paperId, documentId }: { paperId: string; documentId: string }
): Promise<KeptFile | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const paperCase = await findPaperCase(work, paperId);
		if (!paperCase?.isSigned) return null;
		const { complaintId } = paperCase;
		const file =
			(await openDocument(work, { complaintId, documentId })) ??
			(await takeAnswerPaper(work, paperCase, documentId));
		if (file) await recordView(work, complaintId, 'document');
		return file;
	});
}

async function gather(work: Work, paperCase: PaperCase, staffId: string): Promise<Papers> {
	const { trx, keys } = work;
	const { complaintId, strandId, role } = paperCase;
	const texts = (await findTexts(trx, keys, [complaintId])).get(complaintId) ?? [];
	const strand = await findStrand(work, paperCase);
	const titles = await findTitles(work, paperCase);
	const documents = await findDocuments(work, complaintId);
	const drafts = documents.filter(({ state, addedBy }) => state === 'draft' && addedBy === staffId);
	return {
		...paperCase,
		names: await findNames(work, complaintId),
		story: texts.filter(({ kind }) => STORY.includes(kind)).map(shown),
		statement: statementOf(texts, strand?.stage2_statement_agreed_on ?? null),
		points: titles.flatMap((id) => texts.find(({ textId }) => textId === id)?.words ?? []),
		toConsider: texts
			.filter(({ kind }) => kind === 'stage3Points' && TAKES_PART_IN_PANEL[role])
			.map(shown),
		stage2: {
			dueOn: (strand?.stage2_due_on ?? null) as PlainDate | null,
			limitOn: (strand?.stage2_limit_on ?? null) as PlainDate | null
		},
		documents: documents.flatMap(({ state, addedBy, ...document }) =>
			state === 'draft' || (strandId !== null && document.strandId !== strandId)
				? []
				: [{ ...document, state, isMine: addedBy === staffId }]
		),
		handsIn: HANDS_IN[role],
		draft: drafts.at(-1)?.words ?? ''
	};
}

/** Who reads what the panel is asked to consider. The database's `actor_paper_texts` says the same. */
const TAKES_PART_IN_PANEL = {
	investigatingOfficer: false,
	independentPerson: true,
	adjudicatingOfficer: false,
	panelChair: true,
	panelMember: true,
	stage3Director: true,
	childrensRightsOfficer: true
} as const satisfies Record<PaperRole, boolean>;

const STORY: readonly string[] = ['whatHappened', 'whatWouldHelp', 'writtenRecord', 'added'];

function shown({ textId, kind, words, writtenAt, authorKind }: PulledText): ShownText {
	return { textId, kind, words, writtenAt, isComplainants: authorKind === 'complainant' };
}

function statementOf(texts: readonly PulledText[], agreedOn: string | null): Papers['statement'] {
	const versions = texts.filter(({ kind }) => kind === 'statement');
	const newest = versions.at(-1);
	if (!newest) return null;
	return {
		...shown(newest),
		version: versions.length,
		agreedOn: agreedOn as PlainDate | null
	};
}

async function findNames({ trx, keys }: Work, complaintId: string): Promise<Papers['names']> {
	const people = (await findPeople(trx, keys, [complaintId])).get(complaintId) ?? [];
	return people.flatMap(({ part, name }) =>
		(part === 'complainant' || part === 'child') && name !== '' ? [{ part, name }] : []
	);
}

async function findStrand({ trx }: Work, { strandId, complaintId }: PaperCase) {
	return trx
		.selectFrom('strand')
		.select(['stage2_due_on', 'stage2_limit_on', 'stage2_statement_agreed_on'])
		.where('complaint_id', '=', complaintId)
		.$if(strandId !== null, (query) => query.where('strand_id', '=', strandId ?? ''))
		.orderBy('position')
		.executeTakeFirst();
}

async function findTitles({ trx }: Work, { strandId, complaintId }: PaperCase): Promise<string[]> {
	const rows = await trx
		.selectFrom('element')
		.select('title_text_id')
		.where('complaint_id', '=', complaintId)
		.$if(strandId !== null, (query) => query.where('strand_id', '=', strandId ?? ''))
		.orderBy('position')
		.execute();
	return rows.flatMap(({ title_text_id }) => title_text_id ?? []);
}
