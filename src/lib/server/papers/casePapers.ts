import { randomUUID } from 'node:crypto';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Stage2Report } from '#lib/domain/complaint/codes.ts';
import { noteAct } from '#lib/server/audit/auditEntries.ts';
import { recordView } from '#lib/server/audit/views.ts';
import { giveCommand } from '#lib/server/complaints/giveCommand.ts';
import type { Carried } from '#lib/server/complaints/receipts.ts';
import {
	findDocuments,
	keepDocument,
	openDocument,
	type CaseDocument,
	type NewDocument
} from '#lib/server/papers/documents.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { PaperKind } from '#lib/words/papers.ts';

/** What the complaints team sees of the papers of a case. */
export interface CasePapers {
	documents: readonly CaseDocument[];
	strands: readonly { strandId: string; procedure: string }[];
	/** Who promised to keep the papers to themselves, and when. */
	signatures: readonly { staffId: string; signedOn: PlainDate }[];
	/** The children's rights officers the child agreed to, now or before. */
	agreements: readonly Agreement[];
	/** Who may be agreed to. */
	rightsOfficers: readonly { staffId: string; displayName: string }[];
	names: Readonly<Record<string, string>>;
}

/** That the child agreed that somebody sees the papers. */
export interface Agreement {
	agreementId: string;
	staffId: string;
	agreedOn: PlainDate;
	how: 'inWriting' | 'spoken' | 'throughAdvocate';
	endedOn: PlainDate | null;
}

/** The papers of a case for the complaints team; null where the case is not theirs to see. */
export function readCasePapers(
	service: Service,
	staffId: string,
	complaintId: string
): Promise<CasePapers | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		if (!(await isSeen(work, complaintId))) return null;
		const { trx } = work;
		const strands = await trx
			.selectFrom('strand')
			.select(['strand_id as strandId', 'procedure'])
			.where('complaint_id', '=', complaintId)
			.orderBy('position')
			.execute();
		const signatures = await trx
			.selectFrom('confidentiality_signature')
			.select(['staff_id', 'signed_on'])
			.where('complaint_id', '=', complaintId)
			.orderBy('signed_at')
			.execute();
		const staff = await trx
			.selectFrom('staff')
			.leftJoin('staff_role', (join) =>
				join
					.onRef('staff_role.staff_id', '=', 'staff.staff_id')
					.on('role', '=', 'childrensRightsOfficer')
			)
			.select(['staff.staff_id', 'display_name', 'is_active', 'role'])
			.orderBy('display_name')
			.execute();
		return {
			documents: await findDocuments(work, complaintId),
			strands,
			signatures: signatures.map(({ staff_id, signed_on }) => ({
				staffId: staff_id,
				signedOn: signed_on as PlainDate
			})),
			agreements: await findAgreements(work, complaintId),
			rightsOfficers: staff
				.filter(({ role, is_active }) => role !== null && is_active)
				.map(({ staff_id, display_name }) => ({ staffId: staff_id, displayName: display_name })),
			names: Object.fromEntries(staff.map((one) => [one.staff_id, one.display_name]))
		};
	});
}

/** Puts a document in the case for those it is meant for; false where the case is not theirs. */
export function givePaper(
	service: Service,
	staffId: string,
	paper: Omit<NewDocument, 'state' | 'words'>
): Promise<boolean> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const { complaintId, strandId } = paper;
		const strand = await work.trx
			.selectFrom('strand')
			.select('strand_id')
			.where('complaint_id', '=', complaintId)
			.where('strand_id', '=', strandId)
			.executeTakeFirst();
		if (!strand) return false;
		const documentId = await keepDocument(work, staffId, {
			...paper,
			state: 'given',
			words: '',
			draftId: null
		});
		await noteAct(work, {
			action: 'paperGiven',
			complaintId,
			data: { documentId, kind: paper.kind, meantFor: paper.meantFor.join(' ') }
		});
		return true;
	});
}

/** One document to take away; null where the case is not theirs. That they did is written down. */
export function takeCasePaper(
	service: Service,
	staffId: string,
	asked: { complaintId: string; documentId: string }
): Promise<KeptFile | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const file = await openDocument(work, asked);
		if (file) await recordView(work, asked.complaintId, 'document');
		return file;
	});
}

/** What came of recording a paper: whether it was, or why the rules refuse it. */
export type PaperRecorded = { done: boolean } | Extract<Carried, { done: false }>;

/**
 * Records what was handed in as received on the day it was handed in. A report of stage 2 goes
 * into the log by the order of the rules; what they refuse stays as it was. `done` is false where
 * nothing waits under that id.
 */
export async function recordPaper(
	service: Service,
	staffId: string,
	{ complaintId, documentId }: { complaintId: string; documentId: string }
): Promise<PaperRecorded> {
	const paper = await findHandedIn(service, staffId, { complaintId, documentId });
	if (!paper) return { done: false };
	const report = REPORTS[paper.kind];
	if (report) {
		const given = await giveCommand(service, staffId, {
			commandId: randomUUID(),
			complaintId,
			basedOnVersion: 0,
			givenAt: new Date(service.now()).toISOString(),
			texts: [],
			order: {
				type: 'receiveReport',
				strandId: paper.strandId,
				report,
				receivedOn: dateInEngland(paper.handedInAt ?? service.now()),
				documentId,
				textId: null
			}
		});
		if (!given.done) return given;
	}
	return { done: await markRecorded(service, staffId, { complaintId, documentId }) };
}

const REPORTS: Partial<Record<PaperKind, Stage2Report>> = {
	investigationReport: 'investigation',
	independentPersonReport: 'independentPerson'
};

function findHandedIn(
	service: Service,
	staffId: string,
	{ complaintId, documentId }: { complaintId: string; documentId: string }
): Promise<CaseDocument | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const documents = await findDocuments(work, complaintId);
		return (
			documents.find((one) => one.documentId === documentId && one.state === 'handedIn') ?? null
		);
	});
}

function markRecorded(
	service: Service,
	staffId: string,
	{ complaintId, documentId }: { complaintId: string; documentId: string }
): Promise<boolean> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const marked = await work.trx
			.updateTable('case_document')
			.set({ state: 'recorded' })
			.where('complaint_id', '=', complaintId)
			.where('document_id', '=', documentId)
			.where('state', '=', 'handedIn')
			.executeTakeFirst();
		if (Number(marked.numUpdatedRows) === 0) return false;
		await noteAct(work, { action: 'paperRecorded', complaintId, data: { documentId } });
		return true;
	});
}

/** Writes down that the child agreed; false where the case or the person is not to be had. */
export function recordAgreement(
	service: Service,
	byStaffId: string,
	agreed: { complaintId: string } & Pick<Agreement, 'staffId' | 'agreedOn' | 'how'>
): Promise<boolean> {
	return inTransaction(service, { kind: 'staff', staffId: byStaffId }, async (work) => {
		const { complaintId, staffId } = agreed;
		const officer = await work.trx
			.selectFrom('staff_role')
			.select('staff_id')
			.where('staff_id', '=', staffId)
			.where('role', '=', 'childrensRightsOfficer')
			.executeTakeFirst();
		if (!officer || !(await isSeen(work, complaintId))) return false;
		const agreementId = randomUUID();
		await work.trx
			.insertInto('papers_agreement')
			.values({
				agreement_id: agreementId,
				complaint_id: complaintId,
				staff_id: staffId,
				agreed_on: agreed.agreedOn,
				how: agreed.how,
				recorded_by: byStaffId
			})
			.execute();
		await noteAct(work, { action: 'agreementRecorded', complaintId, data: { agreementId } });
		return true;
	});
}

/** Writes down that the child took it back: they see nothing from now on. */
export function endAgreement(
	service: Service,
	byStaffId: string,
	ended: { complaintId: string; agreementId: string; endedOn: PlainDate }
): Promise<boolean> {
	return inTransaction(service, { kind: 'staff', staffId: byStaffId }, async (work) => {
		const { complaintId, agreementId, endedOn } = ended;
		const done = await work.trx
			.updateTable('papers_agreement')
			.set({ ended_on: endedOn })
			.where('complaint_id', '=', complaintId)
			.where('agreement_id', '=', agreementId)
			.where('ended_on', 'is', null)
			.executeTakeFirst();
		if (Number(done.numUpdatedRows) === 0) return false;
		await noteAct(work, { action: 'agreementEnded', complaintId, data: { agreementId } });
		return true;
	});
}

async function isSeen({ trx }: Work, complaintId: string): Promise<boolean> {
	const seen = await trx
		.selectFrom('complaint')
		.select('complaint_id')
		.where('complaint_id', '=', complaintId)
		.executeTakeFirst();
	return seen !== undefined;
}

async function findAgreements({ trx }: Work, complaintId: string): Promise<Agreement[]> {
	const rows = await trx
		.selectFrom('papers_agreement')
		.select(['agreement_id', 'staff_id', 'agreed_on', 'how', 'ended_on'])
		.where('complaint_id', '=', complaintId)
		.orderBy('recorded_at')
		.execute();
	return rows.map((row) => ({
		agreementId: row.agreement_id,
		staffId: row.staff_id,
		agreedOn: row.agreed_on as PlainDate,
		how: row.how,
		endedOn: row.ended_on as PlainDate | null
	}));
}
