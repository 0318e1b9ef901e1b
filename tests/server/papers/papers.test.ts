import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { APPOINTMENT_ROLES, type AppointmentRole } from '#lib/domain/roles/appointments.ts';
import { keepTexts, type NewText } from '#lib/server/complaints/texts.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { keepCaseFile } from '#lib/server/files/attachedFiles.ts';
import { checkFile } from '#lib/server/files/checkFile.ts';
import { keepDocument } from '#lib/server/papers/documents.ts';
import { readCasePapers, recordPaper } from '#lib/server/papers/casePapers.ts';
import { handIn, savePaperDraft } from '#lib/server/papers/handIn.ts';
import { listPapers } from '#lib/server/papers/listPapers.ts';
import { readPapers, takePaper, type Papers } from '#lib/server/papers/readPapers.ts';
import { signConfidentiality } from '#lib/server/papers/signConfidentiality.ts';
import { readCase, readPull } from '#lib/server/sync/pull.ts';
import { searchCases } from '#lib/server/sync/search.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { PaperRole } from '#lib/words/papers.ts';
import { agreeInTest, appointInTest, makeOutside, STAFF_ROLE_OF } from '../../support/appointed.ts';
import { openOffice, type TriagedCase } from '../../support/caseworkOffice.ts';
import { dumpAll, listTablesWith } from '../../support/databaseDump.ts';
import { aPaper, aPdf } from '../../support/paperFiles.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
const office = openOffice(test.db);
const { service } = office;
let sam: string;
let priya: string;
beforeAll(async () => {
	sam = await office.hire('Sam', ['complaintsOfficer']);
	priya = await office.hire('Priya', ['complaintsManager']);
});
afterAll(() => test.close());

/** A case of two strands, with a note, and somebody appointed to the first. */
async function appointed(role: AppointmentRole = 'investigatingOfficer', endedOn?: string) {
	const { complaintId } = await office.receive();
	const ids = await office.triage(sam, complaintId, true);
	const textId = crypto.randomUUID();
	await office.give({
		by: sam,
		complaintId,
		texts: [{ textId, kind: 'note', words: 'A note for us' }],
		order: { type: 'addNote', textId }
	});
	const noor = await office.hire('Noor', [STAFF_ROLE_OF[role]]);
	await makeOutside(service, noor);
	const { strandId } = ids;
	const paperId = await appointInTest(service, {
		complaintId,
		strandId,
		role,
		personId: noor,
		...(endedOn ? { endedOn } : {})
	});
	return { ...ids, noor, paperId };
}

async function signed(role?: AppointmentRole) {
	const given = await appointed(role);
	expect(await signConfidentiality(service, given.noor, given.paperId)).toBe(true);
	return given;
}

async function papersOf(staffId: string, paperId: string): Promise<Papers> {
	const read = await readPapers(service, staffId, paperId);
	if (read?.read !== 'papers') throw new Error(`papers were ${read?.read ?? 'not theirs'}`);
	return read.papers;
}

/** The complaints team puts a PDF in the case, on the first strand or the other. */
function give(ids: TriagedCase, meantFor: PaperRole[], strandId = ids.strandId) {
	return inTransaction(service, { kind: 'staff', staffId: sam }, (work) =>
		keepDocument(work, sam, {
			complaintId: ids.complaintId,
			strandId,
			kind: 'record',
			state: 'given',
			meantFor,
			words: '',
			file: aPaper('Log of visits.pdf', aPdf('visits')),
			draftId: null
		})
	);
}

/** Words of the case, and the event that names them, put straight into the log. */
function writtenInLog(
	complaintId: string,
	text: NewText,
	{ version, event }: { version: number; event: ComplaintEvent }
) {
	return inTransaction(service, { kind: 'system' }, async (work) => {
		await keepTexts(work, complaintId, [text]);
		await work.trx
			.insertInto('complaint_event')
			.values({
				complaint_id: complaintId,
				version,
				type: event.type,
				data: JSON.stringify(event),
				command_id: crypto.randomUUID(),
				actor_kind: 'system',
				given_at: '2026-11-02T10:00:00Z'
			})
			.execute();
	});
}

/** How many rows of the case the database shows somebody, table by table; nothing is left out. */
async function rowsSeen(complaintId: string, staffId: string): Promise<Record<string, number>> {
	const tables = await listTablesWith(test.owner as unknown as Kysely<unknown>, 'complaint_id');
	return inTransaction(service, { kind: 'staff', staffId }, async ({ trx }) => {
		const counts: Record<string, number> = {};
		for (const table of tables) {
			const { rows } = await sql<{ n: number }>`
				select count(*) as n from ${sql.table(table)}
				where complaint_id = ${complaintId}`.execute(trx);
			if (Number(rows[0]?.n) > 0) counts[table] = Number(rows[0]?.n);
		}
		return counts;
	});
}

describe('somebody appointed to a case (rules 5, DP-14)', () => {
	it.each(APPOINTMENT_ROLES)('sees that case in their list and no other: %s', async (role) => {
		await appointed();
		const { noor, paperId } = await appointed(role);
		expect(await listPapers(service, noor)).toMatchObject([{ paperId, role, isSigned: false }]);
	});

	it('sees nothing of it before they signed, in the database either', async () => {
		const { noor, paperId, complaintId } = await appointed();
		expect(await readPapers(service, noor, paperId)).toMatchObject({ read: 'unsigned' });
		expect(await rowsSeen(complaintId, noor)).toEqual({});
	});

	it('signs once, and the day and the version of the words are kept', async () => {
		office.setToday('2026-11-03');
		const { noor, paperId, complaintId } = await signed();
		office.setToday('2026-11-04');
		await signConfidentiality(service, noor, paperId);
		const kept = await inTransaction(service, { kind: 'staff', staffId: sam }, ({ trx }) =>
			trx
				.selectFrom('confidentiality_signature')
				.select(['staff_id', 'statement_version', 'signed_on'])
				.where('complaint_id', '=', complaintId)
				.execute()
		);
		office.setToday('2026-11-02');
		expect(kept).toEqual([
			{ staff_id: noor, statement_version: '2026-11', signed_on: '2026-11-03' }
		]);
	});

	it('then sees the story, the points of that strand and a name, and nothing else', async () => {
		const { noor, paperId, complaintId } = await signed();
		const papers = await papersOf(noor, paperId);
		expect(papers.names).toEqual([{ part: 'complainant', name: 'Jay' }]);
		expect(papers.story.map(({ kind, words }) => [kind, words])).toEqual([
			['whatHappened', 'My room is cold']
		]);
		expect(papers.points).toEqual(['The room is cold']);
		expect(JSON.stringify(papers)).not.toContain('A note for us');
		expect(JSON.stringify(papers)).not.toContain('07700');
		expect(await rowsSeen(complaintId, noor)).toEqual({
			strand: 1,
			element: 1,
			sealed_text: 2,
			complaint_person: 1,
			confidentiality_signature: 1
		});
	});

	it('has the files of the story, and not those of what a helper says of it', async () => {
		const { noor, complaintId } = await signed();
		for (const part of ['happened', 'helpersAccount', 'added', 'message'] as const) {
			const partId = part === 'added' || part === 'message' ? crypto.randomUUID() : null;
			const checked = await checkFile(
				{ name: 'a', bytes: aPdf('a') },
				{ takes: ['pdf'], scan: null }
			);
			if (!checked.ok) throw new Error(checked.refusal);
			await inTransaction(service, { kind: 'system' }, (work) =>
				keepCaseFile(work, complaintId, { part, partId, file: checked.file })
			);
		}
		const seen = await inTransaction(service, { kind: 'staff', staffId: noor }, ({ trx }) =>
			trx
				.selectFrom('attached_file')
				.select('part')
				.where('complaint_id', '=', complaintId)
				.orderBy('part')
				.execute()
		);
		expect(seen.map(({ part }) => part)).toEqual(['added', 'happened']);
	});

	it('sees the newest version of the statement, of their strand only', async () => {
		const { noor, paperId, complaintId, strandId, corporateStrandId } = await signed();
		const draft = async (on: string, words: string, version: number) => {
			const textId = crypto.randomUUID();
			await writtenInLog(
				complaintId,
				{ textId, kind: 'statement', words },
				{
					version: 100 + version,
					event: { type: 'statementDrafted', strandId: on, version, textId, sentOn: '2026-11-02' }
				}
			);
		};
		await draft(strandId, 'The room was cold', 1);
		await draft(strandId, 'The room was cold all winter', 2);
		await draft(corporateStrandId, 'The other strand', 3);
		expect((await papersOf(noor, paperId)).statement).toMatchObject({
			words: 'The room was cold all winter',
			version: 2
		});
	});

	// Who takes part in a panel or answers it (regs 19 and 20); not who investigated or adjudicated.
	it.each([
		['panelChair', true],
		['panelMember', true],
		['stage3Director', true],
		['independentPerson', true],
		['investigatingOfficer', false],
		['adjudicatingOfficer', false]
	] as const)('reads what the panel is to consider of their strand: %s %s', async (role, sees) => {
		const { noor, paperId, complaintId, strandId, corporateStrandId } = await signed(role);
		const ask = (on: string, words: string, version: number) => {
			const textId = crypto.randomUUID();
			const text = { textId, kind: 'stage3Points' as const, words };
			return writtenInLog(complaintId, text, {
				version,
				event: {
					type: 'stage3Requested',
					strandId: on,
					requestedOn: '2026-11-02',
					channel: 'letter',
					pointsTextId: textId,
					isLate: false
				}
			});
		};
		const seenBefore = (await rowsSeen(complaintId, noor))['sealed_text'] ?? 0;
		await ask(strandId, 'The money is too little', 101);
		await ask(corporateStrandId, 'The other strand', 102);
		const { toConsider } = await papersOf(noor, paperId);
		expect(toConsider.map(({ words }) => words)).toEqual(sees ? ['The money is too little'] : []);
		expect((await rowsSeen(complaintId, noor))['sealed_text']).toBe(seenBefore + (sees ? 1 : 0));
	});

	it('sees the documents meant for their part, and takes them away as files', async () => {
		const given = await signed();
		const { noor, paperId } = given;
		const documentId = await give(given, ['investigatingOfficer', 'panelMember']);
		const notMine = await give(given, ['panelMember']);
		const otherStrand = await give(given, ['investigatingOfficer'], given.corporateStrandId);
		const papers = await papersOf(noor, paperId);
		expect(papers.documents.map((one) => [one.documentId, one.fileName])).toEqual([
			[documentId, 'Log of visits.pdf']
		]);
		const file = await takePaper(service, noor, { paperId, documentId });
		expect(file).toEqual({
			stem: 'paper',
			fileId: documentId,
			kind: 'pdf',
			bytes: aPdf('visits')
		});
		for (const hidden of [notMine, otherStrand]) {
			expect(await takePaper(service, noor, { paperId, documentId: hidden })).toBeNull();
		}
	});

	it('leaves a note that they looked each time', async () => {
		const given = await signed();
		const { noor, paperId, complaintId } = given;
		const documentId = await give(given, ['investigatingOfficer']);
		await papersOf(noor, paperId);
		await takePaper(service, noor, { paperId, documentId });
		const whole = await readCase(service, sam, { complaintId, what: 'case' });
		expect(whole?.views.filter(({ staffId }) => staffId === noor).map(({ what }) => what)).toEqual([
			'document',
			'papers'
		]);
	});

	it('is told of no case by the sync of the staff app', async () => {
		const { noor, complaintId } = await signed();
		expect((await readPull(service, noor))?.cases).toEqual([]);
		expect(await readCase(service, noor, { complaintId, what: 'case' })).toBeNull();
		expect(await searchCases(service, noor, 'Jay')).toEqual([]);
	});

	it('gives no order about it', async () => {
		const { noor, complaintId } = await signed();
		expect(
			await office.give({
				by: noor,
				complaintId,
				order: { type: 'acknowledgeComplaint', acknowledgedOn: '2026-11-02' }
			})
		).toMatchObject({ done: false, refusal: { code: 'notYours' } });
	});
});

describe('sight of the papers ends at once', () => {
	const endings: [string, (given: Awaited<ReturnType<typeof signed>>) => Promise<unknown>][] = [
		[
			'when the appointment ends',
			({ paperId }) =>
				inTransaction(service, { kind: 'system' }, ({ trx }) =>
					trx
						.updateTable('appointment')
						.set({ ended_on: '2026-11-02' })
						.where('appointment_id', '=', paperId)
						.execute()
				)
		],
		[
			'when the last day of the sign-in has passed',
			({ noor }) => makeOutside(service, noor, '2020-03-31')
		],
		[
			'when the role is taken from them',
			({ noor }) =>
				inTransaction(service, { kind: 'system' }, ({ trx }) =>
					trx.deleteFrom('staff_role').where('staff_id', '=', noor).execute()
				)
		],
		[
			'when they may no longer sign in',
			({ noor }) =>
				inTransaction(service, { kind: 'system' }, ({ trx }) =>
					trx.updateTable('staff').set({ is_active: false }).where('staff_id', '=', noor).execute()
				)
		],
		[
			'when they turn out to be complained about',
			({ noor, complaintId }) =>
				office.give({
					by: sam,
					complaintId,
					order: {
						type: 'nameSubject',
						personId: crypto.randomUUID(),
						name: 'Noor',
						staffId: noor
					}
				})
		],
		[
			'when somebody they manage is complained about, though they answer at stage 1',
			async ({ noor, complaintId }) => {
				const una = await office.hire('Una', ['teamManager']);
				await office.manages(noor, una);
				await office.give({
					by: sam,
					complaintId,
					order: {
						type: 'nameSubject',
						personId: crypto.randomUUID(),
						name: 'Una',
						staffId: una
					}
				});
				await inTransaction(service, { kind: 'system' }, ({ trx }) =>
					trx
						.updateTable('complaint')
						.set({ responder_id: noor })
						.where('complaint_id', '=', complaintId)
						.execute()
				);
			}
		]
	];

	it.each(endings)('%s', async (_, end) => {
		const given = await signed();
		const { noor, paperId, complaintId } = given;
		const documentId = await give(given, ['investigatingOfficer']);
		await papersOf(noor, paperId);
		await end(given);
		expect(await listPapers(service, noor)).toEqual([]);
		expect(await readPapers(service, noor, paperId)).toBeNull();
		expect(await takePaper(service, noor, { paperId, documentId })).toBeNull();
		expect(await signConfidentiality(service, noor, paperId)).toBe(false);
		expect(await handIn(service, noor, { paperId, words: 'Report', file: null })).toMatchObject({
			done: false
		});
		expect(await rowsSeen(complaintId, noor)).toEqual({ confidentiality_signature: 1 });
	});

	it('and does not come by the appointment of another', async () => {
		const given = await signed();
		const max = await office.hire('Max', ['investigatingOfficer', 'director']);
		expect(await readPapers(service, max, given.paperId)).toBeNull();
		expect(await rowsSeen(given.complaintId, max)).toEqual({});
	});
});

describe('a report', () => {
	it('is kept as it is typed, and nobody else sees it until it is handed in', async () => {
		const { noor, paperId, complaintId } = await signed();
		await savePaperDraft(service, noor, { paperId, words: 'So far' });
		await savePaperDraft(service, noor, { paperId, words: 'So far, so good' });
		expect((await papersOf(noor, paperId)).draft).toBe('So far, so good');
		expect((await rowsSeen(complaintId, noor))['case_document']).toBe(1);
		expect((await rowsSeen(complaintId, priya))['case_document']).toBeUndefined();
	});

	it('is handed in, typed or as a file, and the complaints team is told without a word of it', async () => {
		const { noor, paperId, complaintId } = await signed();
		await savePaperDraft(service, noor, { paperId, words: 'So far' });
		const file = aPaper('Report on Jay.pdf', aPdf('Findings'));
		expect(await handIn(service, noor, { paperId, words: 'See the file', file })).toMatchObject({
			done: true
		});
		const papers = await papersOf(noor, paperId);
		expect(papers.draft).toBe('');
		expect(papers.documents).toMatchObject([
			{
				kind: 'investigationReport',
				fileName: 'Report on Jay.pdf',
				words: 'See the file',
				hasFile: true,
				isMine: true,
				state: 'handedIn'
			}
		]);
		expect((await rowsSeen(complaintId, priya))['case_document']).toBe(1);
		const told = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.selectFrom('outgoing_message')
				.select(['staff_id', 'purpose'])
				.where('purpose', '=', 'paperHandedIn')
				.execute()
		);
		expect(told).toContainEqual({ staff_id: priya, purpose: 'paperHandedIn' });
	});

	it('cannot be changed once it is handed in, by its writer either', async () => {
		const { noor, paperId, complaintId } = await signed();
		await handIn(service, noor, { paperId, words: 'Final', file: null });
		const changed = await inTransaction(service, { kind: 'staff', staffId: noor }, ({ trx }) =>
			trx
				.updateTable('case_document')
				.set({ sealed_words: null })
				.where('complaint_id', '=', complaintId)
				.executeTakeFirst()
		);
		expect(Number(changed.numUpdatedRows)).toBe(0);
	});

	it.each([
		['investigatingOfficer', true],
		['independentPerson', true],
		['adjudicatingOfficer', true],
		['panelChair', true],
		['panelMember', false],
		['stage3Director', true]
	] as const)('is handed in by the %s: %s', async (role, may) => {
		const { noor, paperId } = await signed(role);
		expect(await handIn(service, noor, { paperId, words: 'Words', file: null })).toMatchObject({
			done: may
		});
	});

	it('of the investigation goes to the adjudicating officer, not to the panel', async () => {
		const { noor, paperId, complaintId, strandId } = await signed();
		await handIn(service, noor, { paperId, words: 'Findings', file: null });
		const seenBy = async (role: AppointmentRole) => {
			const kim = await office.hire('Kim', [STAFF_ROLE_OF[role]]);
			const kims = await appointInTest(service, { complaintId, strandId, role, personId: kim });
			await signConfidentiality(service, kim, kims);
			return (await papersOf(kim, kims)).documents.map(({ words }) => words);
		};
		expect(await seenBy('adjudicatingOfficer')).toEqual(['Findings']);
		expect(await seenBy('panelMember')).toEqual([]);
		expect(await seenBy('independentPerson')).toEqual([]);
	});

	it('holds no open word or byte in the database', async () => {
		const { noor, paperId } = await signed();
		const file = aPaper('Zqnamewx.pdf', aPdf('Zqbyteswx'));
		await savePaperDraft(service, noor, { paperId, words: 'Zqdraftwx' });
		await handIn(service, noor, { paperId, words: 'Zqtypedwx', file });
		const dump = await dumpAll(test.owner as unknown as Kysely<unknown>);
		for (const word of ['Zqnamewx', 'Zqbyteswx', 'Zqdraftwx', 'Zqtypedwx']) {
			expect(dump).not.toContain(word);
			expect(dump).not.toContain(Buffer.from(word).toString('hex'));
		}
	});
});

describe('a children’s rights officer', () => {
	it('sees the papers of a child who agreed, of every strand, and hands nothing in', async () => {
		const { complaintId } = await office.receive();
		await office.triage(sam, complaintId, true);
		const ray = await office.hire('Ray', ['childrensRightsOfficer']);
		expect(await listPapers(service, ray)).toEqual([]);
		const paperId = await agreeInTest(service, { complaintId, staffId: ray, by: sam });
		await signConfidentiality(service, ray, paperId);
		const papers = await papersOf(ray, paperId);
		expect(papers.points).toEqual(['The room is cold', 'How I was spoken to']);
		expect(papers.handsIn).toBeNull();
	});

	it('sees nothing any more once the child takes that back', async () => {
		const { complaintId } = await office.receive();
		const ray = await office.hire('Ray', ['childrensRightsOfficer']);
		const paperId = await agreeInTest(service, { complaintId, staffId: ray, by: sam });
		await signConfidentiality(service, ray, paperId);
		await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.updateTable('papers_agreement')
				.set({ ended_on: '2026-11-02' })
				.where('agreement_id', '=', paperId)
				.execute()
		);
		expect(await readPapers(service, ray, paperId)).toBeNull();
		expect(await rowsSeen(complaintId, ray)).toEqual({ confidentiality_signature: 1 });
	});
});

describe('the complaints team', () => {
	/** A statutory strand at stage 2 with both appointed by the orders of the rules, Noor signed. */
	async function investigating() {
		const { complaintId } = await office.receive();
		const ids = await office.triage(sam, complaintId);
		const { strandId } = ids;
		const noor = await office.hire('Noor', ['investigatingOfficer']);
		const kim = await office.hire('Kim', ['independentPerson']);
		await makeOutside(service, noor);
		await makeOutside(service, kim);
		const give = async (order: Parameters<typeof office.give>[0]['order']) => {
			const given = await office.give({ by: priya, complaintId, order });
			expect(given).toMatchObject({ done: true });
		};
		await give({
			type: 'requestStage2',
			strandId,
			requestedOn: '2026-11-02',
			channel: 'telephone'
		});
		const appointments = { noor: crypto.randomUUID(), kim: crypto.randomUUID() };
		const appoint = { type: 'appointPerson', strandId, appointedOn: '2026-11-02' } as const;
		const nothing = { acceptedWarnings: [], reasonTextId: null } as const;
		await give({
			...appoint,
			...nothing,
			appointmentId: appointments.noor,
			role: 'investigatingOfficer',
			personId: noor,
			declarationSignedOn: '2026-11-02'
		});
		await give({
			...appoint,
			...nothing,
			appointmentId: appointments.kim,
			role: 'independentPerson',
			personId: kim,
			declarationSignedOn: '2026-11-02'
		});
		await signConfidentiality(service, noor, appointments.noor);
		return { ...ids, noor, kim, paperId: appointments.noor };
	}

	it('appoints by an order, and those appointed are told without a word of the case', async () => {
		const { noor, kim } = await investigating();
		const told = await inTransaction(service, { kind: 'system' }, ({ trx }) =>
			trx
				.selectFrom('outgoing_message')
				.select('staff_id')
				.where('purpose', '=', 'papersForYou')
				.execute()
		);
		expect(told.map(({ staff_id }) => staff_id)).toEqual(expect.arrayContaining([noor, kim]));
		expect((await listPapers(service, noor)).map(({ role }) => role)).toEqual([
			'investigatingOfficer'
		]);
	});

	it('records a report as received on the day it was handed in, in the log', async () => {
		const { noor, paperId, complaintId, strandId } = await investigating();
		const textId = crypto.randomUUID();
		await office.give({
			by: priya,
			complaintId,
			texts: [{ textId, kind: 'reason', words: 'It is clear as it was written' }],
			order: {
				type: 'recordStatementNotNeeded',
				strandId,
				decidedOn: '2026-11-02',
				reasonTextId: textId
			}
		});
		const handed = await handIn(service, noor, { paperId, words: 'Findings', file: null });
		if (!handed.done) throw new Error(handed.because);
		const { documentId } = handed;
		expect(await recordPaper(service, priya, { complaintId, documentId })).toEqual({ done: true });
		expect(await recordPaper(service, priya, { complaintId, documentId })).toEqual({ done: false });
		const whole = await readCase(service, priya, { complaintId, what: 'case' });
		expect(whole?.events.at(-1)?.event).toMatchObject({
			type: 'reportReceived',
			report: 'investigation',
			receivedOn: '2026-11-02',
			documentId
		});
		expect((await papersOf(noor, paperId)).documents).toMatchObject([{ state: 'recorded' }]);
	});

	it('sees the papers and who signed; a team manager who answered does not', async () => {
		const { noor, complaintId } = await investigating();
		const tess = await office.hire('Tess', ['teamManager'], 'north');
		await office.give({
			by: sam,
			complaintId,
			order: { type: 'assignCase', officerId: sam, responderId: tess, teamId: null }
		});
		expect((await readCasePapers(service, sam, complaintId))?.signatures).toEqual([
			{ staffId: noor, signedOn: '2026-11-02' }
		]);
		expect((await rowsSeen(complaintId, tess))['case_document']).toBeUndefined();
	});

	it('loses what they see when an appointed person’s appointment ends by an order', async () => {
		const { noor, paperId, complaintId, strandId } = await investigating();
		const textId = crypto.randomUUID();
		await office.give({
			by: priya,
			complaintId,
			texts: [{ textId, kind: 'reason', words: 'They are ill' }],
			order: {
				type: 'endAppointment',
				strandId,
				appointmentId: paperId,
				endedOn: '2026-11-02',
				reasonTextId: textId
			}
		});
		expect(await readPapers(service, noor, paperId)).toBeNull();
	});
});
