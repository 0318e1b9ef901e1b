import type { ConcurrencyCode, ReasonCode } from '#lib/domain/triage/codes.ts';
import { CONCURRENCY, TIMING } from '#lib/domain/triage/timing.ts';
import {
	askQuestion,
	noteTest,
	type Ending,
	type Gate,
	type Workings
} from '#lib/domain/triage/workings.ts';

const REG_9 = 'SI 2006/1738 reg 9';
const REG_8 = 'SI 2006/1738 reg 8';

/** Whether the same complaint has been through all stages (row D24). */
export const checkAllStages: Gate = (workings) =>
	askQuestion(workings, 'allStagesDone', { yesIs: 'failed', noIs: 'met' }) === 'yes'
		? { row: 'D24', codes: ['EXHAUSTED'] }
		: null;

/**
 * The one year of reg 9, which is a discretion (rows D22 and D23). The law sets it for the
 * statutory procedure only, and not for an element brought back in time after proceedings.
 */
export const checkOneYear: Gate = (workings) => {
	if (workings.procedure !== 'statutory') return null;
	const timing = workings.facts.timing ?? null;
	if (timing !== null && timing !== 'T1' && workings.facts.concurrency?.includes('T12')) {
		const inTime = askQuestion(workings, 'resubmittedInTime', { yesIs: 'met', noIs: 'failed' });
		if (inTime === 'yes') return null;
		if (inTime === 'unknown') return { possible: ['STAT_S1', 'LATE_ACCEPT', 'LATE_REFUSE'] };
	}
	if (timing === null || timing === 'undecided') {
		noteTest(workings, 'oneYear', {
			answer: 'unknown',
			state: 'unknown',
			source: REG_9,
			ask: timing === null ? 'whenItHappened' : 'bothLimbs'
		});
		if (timing === null) return null;
		workings.mustDecide.add('oneYearBothLimbs');
		return { possible: ['STAT_S1', 'LATE_ACCEPT', 'LATE_REFUSE'] };
	}
	if (timing === 'T5') workings.advice.add('weighForAcceptance');
	switch (TIMING[timing].effect) {
		case 'goesOn':
			noteTest(workings, 'oneYear', { answer: 'yes', state: 'met', source: REG_9 });
			return null;
		case 'accept':
			noteTest(workings, 'oneYear', { answer: 'no', state: 'met', source: REG_9 });
			workings.mustDecide.add('oneYearBothLimbs');
			workings.beside.add('LATE_ACCEPT');
			workings.row = 'D22';
			return null;
		case 'split':
			noteTest(workings, 'oneYear', { answer: 'yes', state: 'met', source: REG_9 });
			workings.mustDecide.add('olderPart');
			return null;
		case 'refuse':
			noteTest(workings, 'oneYear', { answer: 'no', state: 'failed', source: REG_9 });
			workings.mustDecide.add('oneYearBothLimbs');
			return { row: 'D23', codes: ['LATE_REFUSE'] };
	}
};

/**
 * Proceedings and other processes, per element: it stops only where going on might prejudice
 * them, and the other elements go on (rows D12 to D14).
 */
export const checkProceedings: Gate = (workings) => {
	const { concurrency } = workings.facts;
	if (concurrency === undefined || concurrency === null) {
		noteTest(workings, 'proceedings', {
			answer: 'unknown',
			state: 'unknown',
			source: REG_8,
			ask: 'anyProceedings'
		});
		return null;
	}
	if (concurrency.includes('T12')) workings.advice.add('reopenSameReference');
	const stopping = concurrency.filter((code) => CONCURRENCY[code].effect === 'prejudice');
	if (stopping.length > 0) {
		const ending = byPrejudice(workings, stopping);
		if (ending) return ending;
	} else {
		noteTest(workings, 'proceedings', { answer: 'no', state: 'met', source: REG_8 });
	}
	if (concurrency.includes('T13')) {
		workings.mustDecide.add('leadProcess');
		return { possible: [...mainCodes(workings), 'TRIBUNAL', 'OTHER_BODY'] };
	}
	if (concurrency.includes('T7')) workings.row = 'D13';
	return null;
};

function byPrejudice(workings: Workings, stopping: readonly ConcurrencyCode[]): Ending | null {
	const suspends = stopping.flatMap((code) => CONCURRENCY[code].suspends ?? []);
	const codes: ReasonCode[] = [...new Set(suspends)];
	workings.mustDecide.add('prejudice');
	switch (askQuestion(workings, 'mightPrejudice', { yesIs: 'failed', noIs: 'met' })) {
		case 'yes':
			workings.advice.add('othersGoOn');
			return { row: workings.facts.subject === 'S13' ? 'D14' : 'D12', codes };
		case 'no':
			workings.row = 'D13';
			return null;
		case 'unknown':
			return { possible: [...codes, ...mainCodes(workings)] };
	}
}

function mainCodes({ procedure }: Workings): ReasonCode[] {
	return [procedure === 'corporate' ? 'CORPORATE' : 'STAT_S1'];
}
