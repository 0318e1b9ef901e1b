import type { BankHolidayList } from '#lib/domain/calendar/bankHolidays.ts';
import type { StageFact } from '#lib/domain/complaint/stageFacts.ts';
import type { Period } from '#lib/server/reports/period.ts';
import {
	countByBand,
	stage1Answers,
	type Stage1Answer
} from '#lib/server/reports/stage1Timeliness.ts';
import { stageFlow } from '#lib/server/reports/stageFlow.ts';
import { percentOf, type Cell, type Table } from '#lib/server/reports/table.ts';

/** What a table is made from. */
export interface ReportMatter {
	facts: readonly StageFact[];
	period: Period;
	holidays: BankHolidayList;
}

/** How one council's annual report is laid out: its tables by id, and how each is made. */
export type ReportProfile = Readonly<Record<string, (matter: ReportMatter) => Table>>;

/** 10 and 20 working days: the limits of SI 2006/1738 reg 14. */
const STATUTORY_LIMITS = [10, 20];
/** A local limit of the council of profile 004, not law. */
const CORPORATE_LIMITS = [15];

const STAGE_1_BANDS: ReportProfile = {
	'timeliness-stage1': (matter) =>
		bandTable(
			['within 10 working days', 'within 20 working days', 'exceeded 20 working days'],
			countByBand(stage1Answers(matter.facts, 'statutory', matter), STATUTORY_LIMITS),
			(band) => [band.length]
		)
};

/** The layouts that can be asked for, by the number of the report they follow. */
export const REPORT_PROFILES: Readonly<Record<string, ReportProfile>> = {
	'000': STAGE_1_BANDS,
	'001': STAGE_1_BANDS,
	'004': {
		'stage-flow': (matter) => ({
			'Stage 1 (Statutory Procedure)': flowCells(matter, 'statutory'),
			'Stage 1 (Corporate Procedure)': flowCells(matter, 'corporate')
		}),
		'timeliness-stage1-statutory': (matter) =>
			bandTable(
				['Within 10 working days', 'Within 20 working days', 'In excess of 20 working days'],
				countByBand(stage1Answers(matter.facts, 'statutory', matter), STATUTORY_LIMITS),
				(band) => [band.length, agreedShare(band)]
			),
		'timeliness-stage1-corporate': (matter) => {
			const answers = stage1Answers(matter.facts, 'corporate', matter);
			return bandTable(
				['Within 15 working days', 'In excess of 15 working days'],
				countByBand(answers, CORPORATE_LIMITS),
				(band) => [band.length, percentOf(band.length, answers.length)]
			);
		}
	}
};

function bandTable(
	labels: readonly string[],
	bands: readonly Stage1Answer[][],
	cellsOf: (band: Stage1Answer[]) => readonly Cell[]
): Table {
	return Object.fromEntries(labels.map((label, place) => [label, cellsOf(bands[place] ?? [])]));
}

/** The share of a band that kept the time agreed with the complainant, extensions included. */
function agreedShare(band: readonly Stage1Answer[]): string {
	const kept = band.filter((answer) => answer.isInAgreedTime).length;
	return kept === 0 ? 'not within agreed timescale' : percentOf(kept, band.length);
}

function flowCells({ facts, period }: ReportMatter, procedure: StageFact['procedure']): Cell[] {
	const flow = stageFlow(facts, { procedure, stage: '1' }, period);
	return [
		flow.broughtForward,
		flow.received,
		flow.resolved,
		flow.outsideScope,
		flow.notPursued,
		flow.carriedForward
	];
}
