import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { Complaint, Strand } from '#lib/domain/complaint/state.ts';
import type {
	FullAnswerContent,
	SentFullAnswer,
	SentPaper
} from '#lib/server/complaints/fullAnswers/fullAnswerRows.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { findDocuments, type CaseDocument } from '#lib/server/papers/documents.ts';
import type { Work } from '#lib/server/work.ts';
import type { PaperKind } from '#lib/words/papers.ts';

/** A case, as far as a full answer needs it. */
export interface AnsweredStrand {
	complaintId: string;
	stage: 2 | 3;
	complaint: Complaint;
	strand: Strand;
	events: readonly ComplaintEvent[];
}

/** The documents, decisions and recommendations that go; the letter is put before them. */
export type Gathered = Omit<SentFullAnswer, 'letter'>;

/**
 * Gathers what is sent of a strand: at stage 2 both reports and the adjudication, at stage 3 the
 * panel's report and the response. The newest of each counts. The last corporate answer has no
 * documents: it says itself what was found on each point. Null where a document lacks, is not yet
 * recorded, or was erased.
 */
export async function gatherPapers(
	work: Work,
	about: AnsweredStrand,
	content: FullAnswerContent | null
): Promise<Gathered | null> {
	const { complaintId, strand, stage, complaint } = about;
	const texts = (await findTexts(work.trx, work.keys, [complaintId])).get(complaintId) ?? [];
	const wordsOf = (textId: string | null): string | null =>
		texts.find((one) => one.textId === textId)?.words ?? null;
	const titleOf = (elementId: string) =>
		wordsOf(complaint.elements.find((one) => one.elementId === elementId)?.titleTextId ?? null) ??
		'';
	if (strand.procedure === 'corporate') {
		const points = (content?.points ?? []).map(({ promise, ...point }) => ({
			...point,
			title: titleOf(point.elementId),
			...(promise ? { promise: { what: promise.what, dueOn: promise.dueOn } } : {})
		}));
		return { papers: [], points, recommendations: [] };
	}
	const documents = (await findDocuments(work, complaintId)).filter(
		(one) => one.strandId === strand.strandId && one.state !== 'draft'
	);
	const reported = reportsOf(about).map(({ kind, from }) =>
		paperOf(kind, from, documents, wordsOf)
	);
	if (reported.length < (stage === 2 ? 2 : 1) || reported.includes(null)) return null;
	const own = documents.findLast(
		({ kind, state }) => kind === OWN_PAPER[stage] && state !== 'handedIn'
	);
	const papers = [
		...reported.filter((paper) => paper !== null),
		...(own ? [documentPaper(own)] : [])
	];
	if (stage === 3)
		return { papers, points: [], recommendations: decidedBy(strand, content, wordsOf) };
	const { adjudication } = strand.stage2;
	if (adjudication === null) return null;
	return {
		papers,
		points: adjudication.points.map(({ elementId, outcome, reasonTextId }) => ({
			elementId,
			title: titleOf(elementId),
			outcome,
			reason: wordsOf(reasonTextId) ?? ''
		})),
		recommendations: adjudication.recommendations.map((one) => ({
			words: wordsOf(one.textId) ?? '',
			accepted: one.accepted,
			reason: wordsOf(one.reasonTextId),
			dueOn: one.dueOn
		}))
	};
}

/** What the council hands in itself, beside the words of the case; it goes where it was recorded. */
const OWN_PAPER = { 2: 'adjudication', 3: 'stage3Response' } as const satisfies Record<
	2 | 3,
	PaperKind
>;

interface ReportFrom {
	documentId: string | null;
	textId: string | null;
}

/** The newest of each report, as the log has it. */
function reportsOf({ events, strand, stage }: AnsweredStrand) {
	const found: { kind: PaperKind; from: ReportFrom }[] = [];
	const newest = (kind: PaperKind, from: ReportFrom | undefined) => {
		if (from) found.push({ kind, from });
	};
	const isOurs = (event: ComplaintEvent) =>
		'strandId' in event && event.strandId === strand.strandId;
	if (stage === 3) {
		newest(
			'panelReport',
			events.findLast((event) => event.type === 'panelReportReceived' && isOurs(event)) as
				ReportFrom | undefined
		);
		return found;
	}
	for (const [kind, report] of STAGE2_PAPERS) {
		newest(
			kind,
			events.findLast(
				(event) => event.type === 'reportReceived' && event.report === report && isOurs(event)
			) as ReportFrom | undefined
		);
	}
	return found;
}

const STAGE2_PAPERS = [
	['investigationReport', 'investigation'],
	['independentPersonReport', 'independentPerson']
] as const;

function paperOf(
	kind: PaperKind,
	{ documentId, textId }: ReportFrom,
	documents: readonly CaseDocument[],
	wordsOf: (textId: string | null) => string | null
): SentPaper | null {
	if (documentId !== null) {
		const document = documents.find((one) => one.documentId === documentId);
		return document ? { ...documentPaper(document), kind } : null;
	}
	const words = wordsOf(textId);
	return words === null ? null : { kind, words, documentId: null };
}

/** Typed words are read on the page; a file is taken away. */
function documentPaper({ kind, words, hasFile, documentId }: CaseDocument): SentPaper {
	return {
		kind,
		words: words?.trim() ? words : null,
		documentId: hasFile ? documentId : null
	};
}

function decidedBy(
	{ stage3 }: Strand,
	content: FullAnswerContent | null,
	wordsOf: (textId: string | null) => string | null
): Gathered['recommendations'] {
	return (stage3?.recommendations ?? []).flatMap(({ recommendationId, textId }) => {
		const decided = content?.stage3?.decisions.find(
			(one) => one.recommendationId === recommendationId
		);
		if (!decided) return [];
		const { accepted, why, dueOn } = decided;
		return [{ words: wordsOf(textId) ?? '', accepted, reason: why.trim() || null, dueOn }];
	});
}
