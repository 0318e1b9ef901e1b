import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { runDeadline, type DeadlineSetting } from '../../src/cli/deadline.ts';
import { correctBankHolidays } from '#lib/domain/calendar/bankHolidays.ts';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'deadline-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

async function run(args: string[], setting: DeadlineSetting = {}) {
	let out = '';
	let errors = '';
	const code = await runDeadline(args, {
		...setting,
		print: (text) => (out += text),
		complain: (text) => (errors += text)
	});
	return { code, out, errors };
}

function fileOf(text: string): string {
	const file = join(folder, 'lines.csv');
	writeFileSync(file, text);
	return file;
}

describe('say-so deadline --csv', () => {
	it('prints rule, date and due date for each line', async () => {
		expect(
			await run(['--csv', fileOf('S1-10,2023-02-06\nS1-20,2023-02-06\nS3-PAPERS,2023-06-16\n')])
		).toEqual({
			code: 0,
			out: 'S1-10,2023-02-06,2023-02-20\nS1-20,2023-02-06,2023-03-06\nS3-PAPERS,2023-06-16,2023-06-02\n',
			errors: ''
		});
	});

	it('gives the dates of the worked examples, except the one with a pause', async () => {
		const [, ...rows] = readFileSync(
			fileURLToPath(new URL('../fixtures/deadlines.csv', import.meta.url)),
			'utf8'
		)
			.trim()
			.split('\n');
		const examples = rows.map((row) =>
			/(\d{4}-\d\d-\d\d),([^,]+),(?:"[^"]*"|[^,]*),(\d{4}-\d\d-\d\d)/.exec(row)!.slice(1)
		);
		const lines = examples.map(([date, rule]) => `${rule},${date}\n`).join('');
		const { code, out, errors } = await run(['--csv', fileOf(lines)]);
		const expected = examples.map(([date, rule, due]) =>
			rule === 'S1-10 with advocate pause' ? `${rule},${date},` : `${rule},${date},${due}`
		);
		expect(out.trim().split('\n')).toEqual(expected);
		expect(errors).toContain('line 41: “S1-10 with advocate pause” is not the name of a rule.');
		expect(code).toBe(1);
	});

	it('prints a bad line without a date, says why, goes on, and ends with 1', async () => {
		const { code, out, errors } = await run([
			'--csv',
			fileOf(
				[
					'S1-10,2023-02-30',
					'S9,2023-01-01',
					'S1-20,2030-12-20',
					'garbage',
					'S1-10,2023-02-06,extra',
					'rule,date',
					'ACTION,2023-01-01',
					'S1-10,06/02/2023',
					'S1-10,2023-02-06'
				].join('\n')
			)
		]);
		expect(code).toBe(1);
		expect(out.split('\n')).toEqual([
			'S1-10,2023-02-30,',
			'S9,2023-01-01,',
			'S1-20,2030-12-20,',
			'garbage,,',
			'S1-10,2023-02-06,',
			'rule,date,',
			'ACTION,2023-01-01,',
			'S1-10,06/02/2023,',
			'S1-10,2023-02-06,2023-02-20',
			''
		]);
		expect(errors.trim().split('\n')).toEqual([
			'line 1: There is no such day as 2023-02-30.',
			'line 2: “S9” is not the name of a rule. See: say-so deadline --rules',
			'line 3: The date cannot be worked out: bank holidays are known only from Sunday 1 January 2012 to Tuesday 31 December 2030, and Wednesday 1 January 2031 is outside that.',
			'line 4: “garbage” is not the name of a rule. See: say-so deadline --rules',
			'line 5: it has more than a rule and a date',
			'line 6: “rule” is not the name of a rule. See: say-so deadline --rules',
			'line 7: “Promised action done” has no date yet. Somebody must set one.',
			'line 8: “06/02/2023” is not a date. Write it as year, month and day, like 2026-06-15.'
		]);
	});

	it('reads lines as spreadsheets write them: a mark at the start, quotes, CRLF, blank lines', async () => {
		const { out, code } = await run([
			'--csv',
			fileOf('\uFEFF"S1-10","2023-02-06"\r\n\r\n s1-10 , 2023-02-06 \r\n')
		]);
		expect(out).toBe('S1-10,2023-02-06,2023-02-20\ns1-10,2023-02-06,2023-02-20\n');
		expect(code).toBe(0);
	});

	it('does not let a line move the screen', async () => {
		const { errors } = await run(['--csv', fileOf('\u001b[2J,2023-02-06\n')]);
		expect(errors).not.toContain('\u001b');
	});

	it('says when the file cannot be read', async () => {
		const missing = await run(['--csv', join(folder, 'none.csv')]);
		expect(missing).toMatchObject({ code: 1, out: '' });
		expect(missing.errors).toContain('Cannot read');
		expect(await run(['--csv', folder])).toMatchObject({ code: 1 });
	});

	it('gives the same as JSON', async () => {
		const { out, code } = await run([
			'--format',
			'json',
			'--csv',
			fileOf('S1-10,2023-02-06\nS9,2023-01-01\n')
		]);
		expect(JSON.parse(out)).toEqual([
			{ rule: 'S1-10', date: '2023-02-06', due: '2023-02-20' },
			{
				rule: 'S9',
				date: '2023-01-01',
				due: null,
				why: '“S9” is not the name of a rule. See: say-so deadline --rules'
			}
		]);
		expect(code).toBe(1);
	});
});

describe('say-so deadline RULE DATE', () => {
	it('explains the date in plain text', async () => {
		expect(await run(['S1-10', '2023-03-30'])).toEqual({
			code: 0,
			errors: '',
			out: [
				'S1-10, Stage 1 answer: Monday 17 April 2023',
				'',
				'Day 0 is Thu 30 Mar 2023: the complaint was received. It is not counted.',
				'10 working days are counted.',
				'It is due by the end of Mon 17 Apr 2023.',
				'Not counted: 6 weekend days, and 2 bank holidays: Fri 7 Apr 2023 (Good Friday), Mon 10 Apr 2023 (Easter Monday).',
				'Days when our offices are closed do count.',
				'Source: SI 2006/1738 reg 14.',
				'Bank holidays are known from Sun 1 Jan 2012 to Tue 31 Dec 2030.',
				''
			].join('\n')
		});
	});

	it('takes a pause, which a list of lines cannot', async () => {
		const paused = ['S1-10', '2022-10-03', '--format', 'json', '--pause'];
		expect(JSON.parse((await run([...paused, '2022-10-05/2022-10-19'])).out).due).toBe(
			'2022-10-31'
		);
		const open = JSON.parse((await run([...paused, '2022-10-05/'])).out);
		expect(open).toMatchObject({
			due: null,
			explanation: { pausedSinceOn: '2022-10-05', unpausedLimitOn: '2022-10-17' }
		});
		expect((await run(['S1-10', '2022-10-03', '--wait-until', '2022-11-30'])).out).toContain(
			'S1-10, Stage 1 answer: Wednesday 30 November 2022'
		);
	});

	test.each([
		[['S1-10', '2022-10-03', '--pause', '2022-10-05'], 1, 'is not a pause'],
		[['S1-10', '2022-10-03', '--pause', '2022-10-05/soon'], 1, '“soon” is not a date'],
		[['S2-25', '2022-10-03', '--pause', '2022-10-05/'], 1, 'does not stop for this'],
		[['S1-10', 'tomorrow'], 1, '“tomorrow” is not a date'],
		[['S1-11', '2022-10-03'], 1, 'is not the name of a rule'],
		[['S1-10'], 2, 'Give a rule and a date'],
		[[], 2, 'Usage'],
		[['S1-10', '2022-10-03', '--format', 'xml'], 2, 'no format “xml”'],
		[['--nonsense'], 2, 'Usage']
	])('%j ends with %i: %s', async (args, code, words) => {
		const answer = await run(args);
		expect(answer.code).toBe(code);
		expect(answer.errors).toContain(words);
		expect(answer.out).toBe('');
	});

	it('lists the rules, and knows each that it lists', async () => {
		const { out } = await run(['--rules']);
		const rules = out.trim().split('\n');
		expect(rules).toEqual(
			expect.arrayContaining([
				'S1-10',
				'S1-20',
				'S2-25',
				'S2-65',
				'S3-PANEL-30',
				'CORP-15',
				'CORP-S2-20',
				'DP-30'
			])
		);
		const { code } = await run([
			'--csv',
			fileOf(rules.map((rule) => `${rule},2026-03-02\n`).join(''))
		]);
		expect(code).toBe(0);
	});
});

describe('the bank holidays it counts with', () => {
	it('are the built-in list, corrected where a database is running', async () => {
		const corrected = correctBankHolidays(BUILT_IN_BANK_HOLIDAYS, {
			added: [{ date: '2026-06-19', name: 'Proclaimed day' }],
			removed: []
		});
		const holidays = corrected.known ? corrected.value : BUILT_IN_BANK_HOLIDAYS;
		const line = ['--csv', fileOf('S1-10,2026-06-08\n')];
		expect((await run(line)).out).toBe('S1-10,2026-06-08,2026-06-22\n');
		expect((await run(line, { findHolidays: async () => null })).out).toContain('2026-06-22');
		expect((await run(line, { findHolidays: async () => holidays })).out).toBe(
			'S1-10,2026-06-08,2026-06-23\n'
		);
	});
});

describe('from an unbuilt clone', () => {
	it('runs on Node as it is, and reads standard input', () => {
		const root = fileURLToPath(new URL('../..', import.meta.url));
		const script =
			"import { runDeadline } from './src/cli/deadline.ts'; process.exitCode = await runDeadline(['--csv', '-']);";
		const { status, stdout } = spawnSync(
			process.execPath,
			['--input-type=module', '--eval', script],
			{ cwd: root, input: 'S1-10,2023-02-06\n', encoding: 'utf8' }
		);
		expect(stdout).toBe('S1-10,2023-02-06,2023-02-20\n');
		expect(status).toBe(0);
	});
});
