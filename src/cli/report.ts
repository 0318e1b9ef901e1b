import { parseArgs } from 'node:util';
import { parsePlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { buildReport, type Report } from '#lib/server/reports/buildReport.ts';
import { REPORT_PROFILES } from '#lib/server/reports/profiles.ts';
import { withCommandLineDatabase } from './commandLineDatabase.ts';

const USAGE = `Usage:
  say-so report --profile PROFILE --from DATE --to DATE [--format json]
Profiles: ${Object.keys(REPORT_PROFILES).sort().join(', ')}. Both days are in the period. Dates are written 2026-03-31.
`;

interface Asked {
	profile: string;
	from: PlainDate;
	to: PlainDate;
	isJson: boolean;
}

/**
 * The `report` command: the tables of an annual report. Gives the exit code: 0, or 2 where the
 * command was not understood.
 */
export async function runReport(args: string[]): Promise<number> {
	const asked = readArguments(args);
	if (!asked.ok) {
		process.stderr.write(`${asked.reason}\n${USAGE}`);
		return 2;
	}
	const { profile, from, to, isJson } = asked.value;
	const report = await withCommandLineDatabase('say-so report', (service) =>
		buildReport(service, profile, { from, to })
	);
	if (!report) {
		process.stderr.write(`There is no profile “${profile}”.\n${USAGE}`);
		return 2;
	}
	process.stdout.write(isJson ? `${JSON.stringify(report)}\n` : toText(report));
	return 0;
}

function toText({ tables }: Report): string {
	return Object.entries(tables)
		.map(([id, rows]) =>
			[
				id,
				...Object.entries(rows).map(
					([label, cells]) => `  ${label.padEnd(32)} ${cells.join('  ')}`
				),
				''
			].join('\n')
		)
		.join('\n');
}

type Read = { ok: true; value: Asked } | { ok: false; reason: string };

function readArguments(args: string[]): Read {
	let values: { profile?: string; from?: string; to?: string; format?: string };
	try {
		({ values } = parseArgs({
			args,
			options: {
				profile: { type: 'string' },
				from: { type: 'string' },
				to: { type: 'string' },
				format: { type: 'string', default: 'text' }
			}
		}));
	} catch (error) {
		return { ok: false, reason: error instanceof Error ? error.message : 'Not understood.' };
	}
	const { profile, format = 'text' } = values;
	const from = parsePlainDate(values.from ?? '');
	const to = parsePlainDate(values.to ?? '');
	if (!profile) return { ok: false, reason: 'Name a profile with --profile.' };
	if (!from.known || !to.known)
		return { ok: false, reason: 'Give both days with --from and --to.' };
	if (from.value > to.value) return { ok: false, reason: 'The period ends before it begins.' };
	if (!['text', 'json'].includes(format))
		return { ok: false, reason: 'The format is text or json.' };
	return {
		ok: true,
		value: { profile, from: from.value, to: to.value, isJson: format === 'json' }
	};
}
