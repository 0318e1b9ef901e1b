import { afterAll, describe, expect, it } from 'vitest';
import { asActor } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { readCouncil, saveSetting } from '#lib/server/settings/council.ts';
import { COUNCIL_SETTINGS } from '#lib/server/settings/councilSchema.ts';
import { readSettingForm } from '#lib/server/settings/settingForms.ts';
import { createTestDatabase } from '../../support/testDatabase.ts';

const test = await createTestDatabase<Database>();
afterAll(() => test.close());

const NYAS = {
	providerId: 'nyas',
	name: 'NYAS',
	telephone: '0808 808 1001',
	email: 'inbox@example.org',
	hours: 'Monday to Friday',
	areas: ['Bath', 'Keynsham'],
	languages: [],
	contractFromOn: '2026-04-01',
	contractToOn: ''
} as const;

describe('the providers of advocates', () => {
	it('are read from what an earlier version kept: one provider, without a contract', async () => {
		const { providerId, name, telephone, email, hours } = NYAS;
		await asActor(test.db, 'system', async (trx) => {
			await trx
				.insertInto('setting')
				.values({
					name: 'advocacy',
					value: JSON.stringify({ providerId, name, telephone, email, hours }),
					version: 3,
					changed_by: null
				})
				.execute();
			const { advocacy } = await readCouncil(trx);
			expect(advocacy.providers).toEqual([
				{ ...NYAS, areas: [], contractFromOn: '', contractToOn: '' }
			]);
			const value = { providers: [NYAS] } as never;
			await saveSetting(trx, { name: 'advocacy', value, seenVersion: 3 }, null);
			expect((await readCouncil(trx)).advocacy.providers).toEqual([NYAS]);
		});
	});

	it('come from the form a line each, with areas and languages by commas', () => {
		const form = new FormData();
		const fill = (place: number, columns: Record<string, string>) => {
			for (const [column, value] of Object.entries(columns)) {
				form.set(`providers.${place}.${column}`, value);
			}
		};
		fill(0, { ...NYAS, id: 'nyas', areas: 'Bath, Keynsham ,', languages: '', contractToOn: '' });
		fill(1, { id: 'new-1', name: 'Shout Out at Off the Record', telephone: '' });
		fill(2, { id: 'new-2', name: '', telephone: '', email: '', hours: '' });
		const read = readSettingForm('advocacy', form) as { providers: { providerId: string }[] };
		expect(read.providers.map(({ providerId }) => providerId)).toEqual([
			'nyas',
			'shout-out-at-off-the-record'
		]);
		expect(COUNCIL_SETTINGS.advocacy.parse(read).providers[0]).toEqual(NYAS);
	});

	it.each([
		[{ name: 'Shout' }, 'Shout is the crisis text'],
		[{ name: 'Text Shout 85258' }, 'Shout is the crisis text'],
		[{ telephone: '85258' }, '85258 is the crisis text'],
		[{ contractToOn: '2026-03-31' }, 'The contract ends before it begins'],
		[{ contractFromOn: '31 March' }, 'Enter a date']
	])('are never taken for the crisis text, nor end before they begin: %j', (wrong, sentence) => {
		const read = COUNCIL_SETTINGS.advocacy.safeParse({ providers: [{ ...NYAS, ...wrong }] });
		expect(read.error?.message).toContain(sentence);
	});

	it('have short names of their own', () => {
		const read = COUNCIL_SETTINGS.advocacy.safeParse({ providers: [NYAS, NYAS] });
		expect(read.error?.message).toContain('the same short name');
	});
});

describe('a number in a setting', () => {
	const formOf = (fields: Record<string, string>) => {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		return form;
	};
	const saidOf = (name: 'records' | 'duty' | 'reminders', fields: Record<string, string>) => {
		const read = COUNCIL_SETTINGS[name].safeParse(readSettingForm(name, formOf(fields)));
		return (read.error?.issues ?? []).map(({ path, message }) => [path[0], message]);
	};

	it.each([
		['1.5', 'Enter a whole number'],
		['many', 'Enter a whole number'],
		['', 'Enter 1 or more'],
		['366', 'Enter 365 or fewer']
	])('has a sentence of ours where it is wrong: "%s"', (advocateSightDays, sentence) => {
		const fields = { officerEmail: '', keptYears: '6', advocateSightDays };
		expect(saidOf('records', fields)).toEqual([['advocateSightDays', sentence]]);
	});

	it('has one in every subject', () => {
		const sentences = [
			...saidOf('duty', {
				outsideHours: 'nobody',
				nextAfterMinutes: '0',
				callWithinMinutes: '999'
			}),
			...saidOf('reminders', { sentAt: '07:30', nearlyDueWorkingDays: '11' })
		];
		expect(sentences).toEqual([
			['nextAfterMinutes', 'Enter 1 or more'],
			['callWithinMinutes', 'Enter 480 or fewer'],
			['emergencyName', 'Enter a name'],
			['nearlyDueWorkingDays', 'Enter 10 or fewer']
		]);
	});
});
