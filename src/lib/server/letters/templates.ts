import type { Transaction } from 'kysely';
import type { LetterId } from '#lib/letters/catalogue.ts';
import { letterOf } from '#lib/letters/catalogue.ts';
import { findTemplateFaults, type TemplateFault } from '#lib/letters/checkTemplate.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { instantOf, type Work } from '#lib/server/work.ts';
import type { Audience } from '#lib/words/swapList.ts';

/** The text of a letter in use: the council's own, or the built-in one. */
export interface LetterTemplate {
	/** 0 while the council has never changed it. */
	version: number;
	isBuiltIn: boolean;
	adult: string;
	/** Null for a letter to somebody at work. */
	child: string | null;
}

/** One change of a letter's text: who made it and when. */
export interface TemplateChange {
	version: number;
	by: string | null;
	at: string;
	isBuiltIn: boolean;
}

/** The text of a letter that is in use. */
export async function readTemplate(
	trx: Transaction<Database>,
	letterKind: LetterId
): Promise<LetterTemplate> {
	const { adult, child } = letterOf(letterKind);
	const row = await trx
		.selectFrom('letter_template')
		.select(['version', 'adult', 'child'])
		.where('letter_kind', '=', letterKind)
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!row || row.adult === null) {
		return { version: row?.version ?? 0, isBuiltIn: true, adult, child };
	}
	return { version: row.version, isBuiltIn: false, adult: row.adult, child: row.child };
}

/** The newest change of each letter that was ever changed. */
export async function listChanges(
	trx: Transaction<Database>
): Promise<ReadonlyMap<string, TemplateChange>> {
	const rows = await changes(trx)
		.distinctOn('letter_kind')
		.orderBy('letter_kind')
		.orderBy('version', 'desc')
		.execute();
	return new Map(rows.map((row) => [row.letter_kind, changeOf(row)]));
}

/** Every change of one letter, newest first. */
export async function findChanges(
	trx: Transaction<Database>,
	letterKind: LetterId
): Promise<readonly TemplateChange[]> {
	const rows = await changes(trx)
		.where('letter_kind', '=', letterKind)
		.orderBy('version', 'desc')
		.execute();
	return rows.map(changeOf);
}

/** A changed text as it comes from the page; both null for "back to the built-in text". */
export interface ChangedTemplate {
	letterKind: LetterId;
	seenVersion: number;
	adult: string | null;
	child: string | null;
}

/** What came of keeping a changed text. Faults name the version they are in. */
export type TemplateSaved =
	| { saved: true; version: number }
	| { saved: false; clash: true }
	| { saved: false; faults: readonly (TemplateFault & { audience: Audience })[] };

/** Keeps a changed text, unless it is broken or somebody changed it since `seenVersion`. */
export async function saveTemplate(work: Work, changed: ChangedTemplate): Promise<TemplateSaved> {
	const { letterKind, seenVersion, adult, child } = changed;
	const faults = faultsOf(changed);
	if (faults.length > 0) return { saved: false, faults };
	const version = seenVersion + 1;
	const current = await readTemplate(work.trx, letterKind);
	if (current.version !== seenVersion) return { saved: false, clash: true };
	const staffId = work.actor.kind === 'staff' ? work.actor.staffId : null;
	const written = await work.trx
		.insertInto('letter_template')
		.values({
			letter_kind: letterKind,
			version,
			adult,
			child: letterOf(letterKind).child === null ? null : child,
			changed_by: staffId,
			changed_at: instantOf(work)
		})
		.onConflict((conflict) => conflict.columns(['letter_kind', 'version']).doNothing())
		.executeTakeFirst();
	if (!written.numInsertedOrUpdatedRows) return { saved: false, clash: true };
	await work.trx
		.insertInto('audit_entry')
		.values({
			actor: staffId ? `staff:${staffId}` : 'system',
			action: adult === null ? 'letterTemplateReset' : 'letterTemplateSaved',
			entity: 'letterTemplate',
			entity_id: letterKind
		})
		.execute();
	return { saved: true, version };
}

function faultsOf({ letterKind, adult, child }: ChangedTemplate) {
	if (adult === null) return [];
	const letter = letterOf(letterKind);
	const versions: [Audience, string][] = [
		['adult', adult],
		...(letter.child === null ? [] : [['child', child ?? ''] as [Audience, string]])
	];
	return versions.flatMap(([audience, source]) =>
		findTemplateFaults({ source, audience, letter }).map((fault) => ({ ...fault, audience }))
	);
}

function changes(trx: Transaction<Database>) {
	return trx
		.selectFrom('letter_template')
		.leftJoin('staff', 'staff.staff_id', 'letter_template.changed_by')
		.select(['letter_kind', 'version', 'changed_at', 'display_name', 'adult']);
}

function changeOf(row: {
	version: number;
	display_name: string | null;
	changed_at: string;
	adult: string | null;
}): TemplateChange {
	return {
		version: row.version,
		by: row.display_name,
		at: row.changed_at,
		isBuiltIn: row.adult === null
	};
}
