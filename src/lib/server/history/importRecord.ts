import { createHash, randomUUID } from 'node:crypto';
import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { carryOut } from '#lib/server/complaints/carryOut.ts';
import { takeReference } from '#lib/server/complaints/reference.ts';
import { findingsIn, type Finding } from '#lib/server/history/findings.ts';
import { codesOf, type OldRecord } from '#lib/server/history/oldRecord.ts';
import { idFor, strandsOf, type ImportedStrand } from '#lib/server/history/strandsOf.ts';
import { sealFor } from '#lib/server/keys/sealing.ts';
import { instantOf, type Work } from '#lib/server/work.ts';

/** What importing one record came to. `differs`: it is here already, with other content. */
export type RecordImported =
	| { done: 'imported'; strands: number; findings: readonly Finding[] }
	| { done: 'alreadyHere' }
	| { done: 'differs' };

/** The rules refused an import, which is exempt from them: a bug. */
export class ImportRefused extends Error {
	override name = 'ImportRefused';
}

/**
 * Imports one old record: its strands into the log of a new complaint, its equality answers
 * into their own table, its dates and codes into one row, and the whole of it sealed.
 *
 * Source: decision 22.
 */
export async function importRecord(
	work: Work,
	given: { record: OldRecord; text: string; holidays: BankHolidayList }
): Promise<RecordImported> {
	const { record, text } = given;
	const contentHash = createHash('sha256').update(text.trim()).digest('hex');
	const before = await work.trx
		.selectFrom('imported_record')
		.select('content_hash')
		.where('record_id', '=', record.id)
		.executeTakeFirst();
	if (before) return { done: before.content_hash === contentHash ? 'alreadyHere' : 'differs' };

	const strands = strandsOf(record);
	const complaintId = strands.length > 0 ? idFor(record.id, 'complaint') : null;
	if (complaintId) await startLog(work, complaintId, strands);
	await keepRecord(work, { record, text, contentHash, complaintId });
	const findings = findingsIn(record, given.holidays);
	await keepFindings(work, record.id, findings);
	return { done: 'imported', strands: strands.length, findings };
}

async function startLog(
	work: Work,
	complaintId: string,
	strands: readonly ImportedStrand[]
): Promise<void> {
	const receivedOn = strands.map((strand) => strand.receivedOn).sort()[0];
	if (!receivedOn) throw new ImportRefused('no strand');
	await work.trx
		.insertInto('complaint')
		.values({
			complaint_id: complaintId,
			reference: await takeReference(work, receivedOn),
			version: 0,
			phase: 'imported',
			received_on: receivedOn
		})
		.execute();
	const carried = await carryOut(work, {
		complaintId,
		commandId: randomUUID(),
		givenAt: instantOf(work),
		commands: [{ type: 'importHistory', strands }],
		inRole: 'system'
	});
	if (!carried.done) throw new ImportRefused(JSON.stringify(carried.refusal));
}

async function keepRecord(
	work: Work,
	kept: { record: OldRecord; text: string; contentHash: string; complaintId: string | null }
): Promise<void> {
	const { record, complaintId } = kept;
	const ownerId = complaintId ?? idFor(record.id, 'record');
	const ownerKind = complaintId ? 'complaint' : 'importedRecord';
	const key = await sealFor(work.trx, work.keys, { ownerId, ownerKind });
	await work.trx
		.insertInto('imported_record')
		.values({
			record_id: record.id,
			complaint_id: complaintId,
			kind: record.kind,
			scope: record.scope,
			received_on: record.received,
			data: JSON.stringify(codesOf(record)),
			sealed: key.seal({ table: 'imported_record', column: 'sealed', rowId: record.id }, kept.text),
			key_owner_id: ownerId,
			content_hash: kept.contentHash
		})
		.execute();
	if (!record.equality) return;
	const { subject, gender, ethnicity, age, disability } = record.equality;
	await work.trx
		.insertInto('imported_equality')
		.values({ record_id: record.id, subject, gender, ethnicity, age, disability })
		.execute();
}

async function keepFindings(
	work: Work,
	recordId: string,
	findings: readonly Finding[]
): Promise<void> {
	if (findings.length === 0) return;
	await work.trx
		.insertInto('import_finding')
		.values(
			findings.map(({ code, data }) => ({ record_id: recordId, code, data: JSON.stringify(data) }))
		)
		.execute();
}
