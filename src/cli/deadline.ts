import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import { BUILT_IN_BANK_HOLIDAYS } from '#lib/domain/calendar/builtInBankHolidays.ts';
import { known, refused, type Known } from '#lib/domain/calendar/known.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { ruleNames } from '#lib/domain/clocks/ruleNames.ts';
import { readCells, writeCell } from './csvLine.ts';
import { readDate, readPause, toJson, toText, workOut } from './deadlineWorking.ts';

/** Where the command reads and writes. What is left out is the process's own. */
export interface DeadlineSetting {
	/** The holidays of a database that is already running; null where none is. Starts nothing. */
	findHolidays?: () => Promise<BankHolidayList | null>;
	print?: (text: string) => void;
	complain?: (text: string) => void;
}

const USAGE = `Usage:
  say-so deadline RULE DATE [--pause FROM/TO] [--wait-until DATE] [--format json]
  say-so deadline --csv FILE [--format json]   lines of rule,date without a header; - is standard input
  say-so deadline --rules                      the names of the rules
Dates are written 2026-06-15. A pause without an end is written FROM/.
`;

/**
 * The `deadline` command: when something is due, and why. Gives the exit code: 0, 1 where a date
 * could not be given, 2 where the command was not understood.
 */
export async function runDeadline(args: string[], setting: DeadlineSetting = {}): Promise<number> {
	const print = setting.print ?? ((text: string) => void process.stdout.write(text));
	const complain = setting.complain ?? ((text: string) => void process.stderr.write(text));
	const asked = readArguments(args);
	if (!asked.known) {
		complain(`${asked.refusal}\n${USAGE}`);
		return 2;
	}
	if (asked.value.rules) {
		print(`${ruleNames().join('\n')}\n`);
		return 0;
	}
	const holidays = (await setting.findHolidays?.()) ?? BUILT_IN_BANK_HOLIDAYS;
	const { csv, isJson } = asked.value;
	return csv === undefined
		? explainOne(asked.value, { holidays, print, complain })
		: dateLines({ csv, isJson }, { holidays, print, complain });
}

interface Asked {
	rule: string;
	date: string;
	csv: string | undefined;
	isJson: boolean;
	rules: boolean;
	pauses: string[];
	waitUntil: string | undefined;
}

interface Output {
	holidays: BankHolidayList;
	print: (text: string) => void;
	complain: (text: string) => void;
}

function readArguments(args: string[]): Known<Asked, string> {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				csv: { type: 'string' },
				format: { type: 'string', default: 'text' },
				pause: { type: 'string', multiple: true, default: [] },
				'wait-until': { type: 'string' },
				rules: { type: 'boolean', default: false }
			}
		});
		const [rule = '', date = ''] = positionals;
		const wanted = values.csv === undefined && !values.rules ? 2 : 0;
		if (values.format !== 'json' && values.format !== 'text') {
			return refused(`There is no format “${values.format}”: text or json.`);
		}
		if (positionals.length !== wanted) return refused('Give a rule and a date, or --csv FILE.');
		return known({
			rule,
			date,
			csv: values.csv,
			isJson: values.format === 'json',
			rules: values.rules,
			pauses: values.pause,
			waitUntil: values['wait-until']
		});
	} catch (mistake) {
		// parseArgs throws for an option it does not know: a person's mistake, not a fault.
		if (isArgumentMistake(mistake)) return refused(mistake.message);
		throw mistake;
	}
}

function explainOne(asked: Asked, { holidays, print, complain }: Output): number {
	const pauses = asked.pauses.map(readPause);
	const waitsUntilOn = asked.waitUntil === undefined ? known(null) : readDate(asked.waitUntil);
	const wrong = [...pauses, waitsUntilOn].find((given) => !given.known);
	const explanation =
		wrong && !wrong.known
			? refused(wrong.refusal)
			: workOut(asked.rule, asked.date, {
					holidays,
					pauses: pauses.flatMap((pause) => (pause.known ? [pause.value] : [])),
					waitsUntilOn: waitsUntilOn.known ? waitsUntilOn.value : null
				});
	if (!explanation.known) {
		complain(`${explanation.refusal}\n`);
		return 1;
	}
	print(asked.isJson ? toJson(asked, explanation.value) : toText(explanation.value, holidays));
	return 0;
}

async function dateLines(
	{ csv, isJson }: { csv: string; isJson: boolean },
	{ holidays, print, complain }: Output
): Promise<number> {
	const answers: object[] = [];
	let number = 0;
	let bad = 0;
	try {
		for await (const line of readLines(csv)) {
			number += 1;
			if (line.trim() === '') continue;
			const [rule = '', date = '', ...more] = readCells(line);
			const due: Known<PlainDate, string> =
				more.length > 0
					? refused('it has more than a rule and a date')
					: findDue(rule, date, holidays);
			if (!due.known) {
				bad += 1;
				complain(`line ${number}: ${due.refusal}\n`);
			}
			const dueOn = due.known ? due.value : null;
			if (isJson)
				answers.push({ rule, date, due: dueOn, ...(due.known ? {} : { why: due.refusal }) });
			else print(`${[rule, date, dueOn ?? ''].map(writeCell).join(',')}\n`);
		}
	} catch (failure) {
		if (!isFileFailure(failure)) throw failure;
		complain(`Cannot read ${csv}: ${failure.message}\n`);
		return 1;
	}
	if (isJson) print(`${JSON.stringify(answers, null, '\t')}\n`);
	return bad === 0 ? 0 : 1;
}

function findDue(rule: string, date: string, holidays: BankHolidayList): Known<PlainDate, string> {
	const explanation = workOut(rule, date, { holidays, pauses: [], waitsUntilOn: null });
	if (!explanation.known) return explanation;
	const { dueOn } = explanation.value;
	return dueOn === null ? refused('the date is not known yet') : known(dueOn);
}

function readLines(file: string): AsyncIterable<string> {
	const input = file === '-' ? process.stdin : createReadStream(file);
	return createInterface({ input, crlfDelay: Infinity });
}

function isArgumentMistake(mistake: unknown): mistake is TypeError & { code: string } {
	return (
		mistake instanceof TypeError &&
		'code' in mistake &&
		String(mistake.code).startsWith('ERR_PARSE_ARGS')
	);
}

function isFileFailure(failure: unknown): failure is NodeJS.ErrnoException {
	return failure instanceof Error && 'code' in failure && 'syscall' in failure;
}
