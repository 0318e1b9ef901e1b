import type { OmbudsmanCommand } from '#lib/domain/beside/besideCommands.ts';
import type { OmbudsmanEvent } from '#lib/domain/beside/besideEvents.ts';
import { ombudsmanRows } from '#lib/domain/beside/besideRows.ts';
import { decideOmbudsman } from '#lib/domain/beside/decideOmbudsman.ts';
import { evolveOmbudsman, type OmbudsmanCase } from '#lib/domain/beside/ombudsmanCase.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import { readRules } from '#lib/server/complaints/carryOut.ts';
import { ombudsmanColumns, saveOmbudsman } from '#lib/server/complaints/ombudsmanRows.ts';
import { findHeldRoles, roleFor } from '#lib/server/complaints/roles.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { openFor, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import type { Service } from '#lib/server/service.ts';
import { instantOf, inTransaction, type Work } from '#lib/server/work.ts';
import { readOmbudsmanEvent } from '#lib/wire/ombudsmanEvent.ts';

/** Words of a matter that has no complaint here. */
export interface MatterText {
	textId: string;
	kind: Database['ombudsman_text']['kind'];
	words: string;
}

/** What an order about such a matter came to. */
export type MatterCarried = { done: true } | { done: false; refusal: Refusal };

/**
 * Carries out an order about an Ombudsman matter that has no complaint here: the same rules, and
 * a log of its own. The matter is locked first; a new one is held off by its own id.
 */
export function giveOmbudsmanOrder(
	service: Service,
	staffId: string,
	given: { command: OmbudsmanCommand; texts: readonly MatterText[] }
): Promise<MatterCarried> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const { command, texts } = given;
		const { ombudsmanCaseId } = command;
		const role = roleFor(work, await findHeldRoles(work), command.type);
		const history = await lockHistory(work, ombudsmanCaseId);
		const cases = rebuildMatter(history);
		const decided = decideOmbudsman(cases, command, { ...(await readRules(work)), role });
		if (!decided.accepted) return { done: false, refusal: decided.refusal };
		const after = evolveOmbudsman(cases, decided.event);
		await saveOmbudsman(work.trx, null, ombudsmanColumns(ombudsmanRows(after)));
		await work.trx
			.insertInto('ombudsman_event')
			.values({
				ombudsman_case_id: ombudsmanCaseId,
				version: history.length + 1,
				type: decided.event.type,
				data: JSON.stringify(decided.event),
				staff_id: staffId
			})
			.execute();
		await keepTexts(work, ombudsmanCaseId, texts);
		return { done: true };
	});
}

/** One such matter with its words by their ids; null where there is none, or not for these eyes. */
export async function findOwnMatter(
	work: Work,
	ombudsmanCaseId: string
): Promise<{ matter: OmbudsmanCase; texts: ReadonlyMap<string, string>; about: string } | null> {
	const [matter] = rebuildMatter(await findEvents(work, ombudsmanCaseId));
	if (!matter) return null;
	const key = await openFor(work.trx, work.keys, ombudsmanCaseId);
	const rows = await work.trx
		.selectFrom('ombudsman_text')
		.select(['text_id', 'kind', 'sealed'])
		.where('ombudsman_case_id', '=', ombudsmanCaseId)
		.orderBy('written_at')
		.execute();
	const texts = new Map(
		rows.map(({ text_id, sealed }) => [text_id, key?.open(placeOf(text_id), sealed) ?? 'Erased'])
	);
	const about = rows.find(({ kind }) => kind === 'about');
	return { matter, texts, about: (about && texts.get(about.text_id)) ?? '' };
}

/** What the log of such a matter makes of it: one matter, or none. */
export function rebuildMatter(events: readonly OmbudsmanEvent[]): readonly OmbudsmanCase[] {
	return events.reduce<readonly OmbudsmanCase[]>(evolveOmbudsman, []);
}

async function lockHistory(work: Work, ombudsmanCaseId: string): Promise<OmbudsmanEvent[]> {
	await work.trx
		.selectFrom('ombudsman_case')
		.select('ombudsman_case_id')
		.where('ombudsman_case_id', '=', ombudsmanCaseId)
		.where('complaint_id', 'is', null)
		.forUpdate()
		.execute();
	return findEvents(work, ombudsmanCaseId);
}

/** The log of a matter without a complaint, oldest first. */
export async function findEvents(
	{ trx }: Work,
	ombudsmanCaseId: string
): Promise<OmbudsmanEvent[]> {
	const rows = await trx
		.selectFrom('ombudsman_event')
		.select('data')
		.where('ombudsman_case_id', '=', ombudsmanCaseId)
		.orderBy('version')
		.execute();
	return rows.map(({ data }) => readOmbudsmanEvent(data));
}

async function keepTexts(
	work: Work,
	ombudsmanCaseId: string,
	texts: readonly MatterText[]
): Promise<void> {
	if (texts.length === 0) return;
	const key = await sealFor(work.trx, work.keys, {
		ownerId: ombudsmanCaseId,
		ownerKind: 'ombudsmanCase'
	});
	await work.trx
		.insertInto('ombudsman_text')
		.values(
			texts.map(({ textId, kind, words }) => ({
				text_id: textId,
				ombudsman_case_id: ombudsmanCaseId,
				kind,
				sealed: key.seal(placeOf(textId), words),
				written_at: instantOf(work)
			}))
		)
		.execute();
}

function placeOf(textId: string): SealedPlace {
	return { table: 'ombudsman_text', column: 'sealed', rowId: textId };
}
