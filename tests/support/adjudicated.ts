import { inTransaction } from '#lib/server/work.ts';
import type { CheckedFile } from '#lib/server/files/checkFile.ts';
import { keepDocument } from '#lib/server/papers/documents.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';
import type { Office, TriagedCase } from './caseworkOffice.ts';
import { makeOutside } from './appointed.ts';

/** Who takes part in a stage 2, by name. Priya and Max are complaints managers, Kit an officer. */
export interface Stage2Office {
	sam: string;
	kit: string;
	priya: string;
	max: string;
	tess: string;
	iris: string;
	noor: string;
	ash: string;
}

/** Hires them all. */
export async function hireForStage2(office: Office): Promise<Stage2Office> {
	const noor = await office.hire('Noor', ['independentPerson']);
	await makeOutside(office.service, noor);
	return {
		sam: await office.hire('Sam', ['complaintsOfficer']),
		kit: await office.hire('Kit', ['complaintsOfficer']),
		priya: await office.hire('Priya', ['complaintsManager']),
		max: await office.hire('Max', ['complaintsManager']),
		tess: await office.hire('Tess', ['teamManager'], 'fostering'),
		iris: await office.hire('Iris', ['investigatingOfficer']),
		noor,
		ash: await office.hire('Ash', ['adjudicatingOfficer'])
	};
}

interface Adjudicating {
	stopBefore?: 'adjudication';
	/** The investigation report came as this file, not as words. */
	reportFile?: CheckedFile;
}

const ON = '2026-11-02' as const;

/** A case of Monday 2 November 2026: both reports in and every point decided, all that day. */
export async function adjudicatedCase(
	office: Office,
	people: Stage2Office,
	how: Adjudicating = {}
): Promise<TriagedCase> {
	const { complaintId } = await office.receive();
	const ids = await office.triage(people.sam, complaintId);
	const { strandId, elementId } = ids;
	const give = async (order: Order, texts: readonly PushedText[] = []): Promise<void> => {
		const given = await office.give({ by: people.priya, complaintId, order, texts });
		if (!given.done) throw new Error(`${order.type} was refused: ${JSON.stringify(given)}`);
	};
	const words = (kind: PushedText['kind'], said: string): PushedText => ({
		textId: crypto.randomUUID(),
		kind,
		words: said
	});
	await give({ type: 'requestStage2', strandId, requestedOn: ON, channel: 'telephone' });
	for (const [role, personId] of [
		['investigatingOfficer', people.iris],
		['independentPerson', people.noor],
		['adjudicatingOfficer', people.ash]
	] as const) {
		await give({
			type: 'appointPerson',
			strandId,
			appointmentId: crypto.randomUUID(),
			role,
			personId,
			appointedOn: ON,
			declarationSignedOn: ON,
			acceptedWarnings: [],
			reasonTextId: null
		});
	}
	const statement = words('statement', 'The room was cold');
	await give(
		{ type: 'draftStatement', strandId, version: 1, textId: statement.textId, sentOn: ON },
		[statement]
	);
	await give({ type: 'agreeStatement', strandId, version: 1, agreedOn: ON });
	for (const report of ['investigation', 'independentPerson'] as const) {
		const documentId = report === 'investigation' ? await keepReport() : null;
		const text = words('report', `What the ${report} found`);
		await give(
			{
				type: 'receiveReport',
				strandId,
				report,
				receivedOn: ON,
				documentId,
				textId: documentId ? null : text.textId
			},
			documentId ? [] : [text]
		);
	}
	if (how.stopBefore === 'adjudication') return ids;
	const why = words('reason', 'The log shows it');
	const recommended = words('recommendation', 'Check every heater');
	await give(
		{
			type: 'adjudicate',
			strandId,
			decidedOn: ON,
			points: [{ elementId, outcome: 'upheld', reasonTextId: why.textId }],
			recommendations: [
				{
					recommendationId: crypto.randomUUID(),
					textId: recommended.textId,
					accepted: true,
					reasonTextId: null,
					dueOn: '2026-12-01'
				}
			]
		},
		[why, recommended]
	);
	return ids;

	/** Keeps the report as a document; null where it comes as words. */
	function keepReport(): Promise<string | null> {
		const { reportFile: file } = how;
		if (!file) return Promise.resolve(null);
		return inTransaction(office.service, { kind: 'system' }, (work) =>
			keepDocument(work, people.iris, {
				complaintId,
				strandId,
				kind: 'investigationReport',
				state: 'handedIn',
				meantFor: [],
				words: '',
				file,
				draftId: null
			})
		);
	}
}
