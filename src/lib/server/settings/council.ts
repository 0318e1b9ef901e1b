import type { Kysely } from 'kysely';
import type { Database } from '#lib/server/database/tables.ts';
import {
	COUNCIL_SETTINGS,
	type Council,
	type SettingName,
	type SettingValue
} from '#lib/server/settings/councilSchema.ts';

export const SETTING_NAMES = Object.keys(COUNCIL_SETTINGS) as readonly SettingName[];

/** A stored setting that today's schema does not read. Only an older or newer program makes one. */
export class SettingUnreadable extends Error {
	override name = 'SettingUnreadable';
}

/** Everything local to this council; what was never set has its documented default. */
export async function readCouncil(trx: Kysely<Database>): Promise<Council> {
	const rows = await trx.selectFrom('setting').select(['name', 'value']).execute();
	const stored = new Map(rows.map((row) => [row.name, row.value]));
	return Object.fromEntries(
		SETTING_NAMES.map((name) => [name, readOne(name, stored.get(name))])
	) as Council;
}

/** The council's own number for a child who is not safe; null where none is set. */
export function dutyNumber({ emergencyName, emergencyTelephone }: Council['duty']) {
	return emergencyTelephone === '' ? null : { name: emergencyName, telephone: emergencyTelephone };
}

/** The version of each subject: 0 while it was never set. For telling two editors apart. */
export async function readSettingVersions(
	trx: Kysely<Database>
): Promise<Record<SettingName, number>> {
	const rows = await trx.selectFrom('setting').select(['name', 'version']).execute();
	const versions = new Map(rows.map((row) => [row.name, row.version]));
	return Object.fromEntries(SETTING_NAMES.map((name) => [name, versions.get(name) ?? 0])) as Record<
		SettingName,
		number
	>;
}

/** What saving a setting came to; a clash means somebody else saved it in between. */
export type SettingSaved = { saved: true; version: number } | { saved: false; clash: true };

/** Saves one subject, unless it changed since `seenVersion`, and notes who did it. */
export async function saveSetting<Name extends SettingName>(
	trx: Kysely<Database>,
	setting: { name: Name; value: SettingValue<Name>; seenVersion: number },
	staffId: string | null
): Promise<SettingSaved> {
	const { name, seenVersion } = setting;
	const value = JSON.stringify(COUNCIL_SETTINGS[name].parse(setting.value));
	const version = seenVersion + 1;
	const written =
		seenVersion === 0
			? await trx
					.insertInto('setting')
					.values({ name, value, version, changed_by: staffId })
					.onConflict((conflict) => conflict.column('name').doNothing())
					.executeTakeFirst()
			: await trx
					.updateTable('setting')
					.set({ value, version, changed_by: staffId, changed_at: new Date().toISOString() })
					.where('name', '=', name)
					.where('version', '=', seenVersion)
					.executeTakeFirst();
	const count =
		'numUpdatedRows' in written ? written.numUpdatedRows : written.numInsertedOrUpdatedRows;
	if (!count) return { saved: false, clash: true };

	await trx
		.insertInto('audit_entry')
		.values({
			actor: staffId ? `staff:${staffId}` : 'system',
			action: 'settingSaved',
			entity: 'setting',
			entity_id: name
		})
		.execute();
	return { saved: true, version };
}

function readOne(name: SettingName, stored: unknown): Council[SettingName] {
	const read = COUNCIL_SETTINGS[name].safeParse(ofToday(name, stored ?? {}));
	if (!read.success) throw new SettingUnreadable(`setting "${name}": ${read.error.message}`);
	return read.data;
}

/** What an earlier version kept, as today's schema wants it: one provider of advocates then, several now. */
function ofToday(name: SettingName, stored: unknown): unknown {
	if (name !== 'advocacy' || stored === null || typeof stored !== 'object') return stored;
	if (!('name' in stored) && !('telephone' in stored)) return stored;
	const [usual] = COUNCIL_SETTINGS.advocacy.parse({}).providers;
	return { providers: [{ ...usual, ...stored }] };
}
