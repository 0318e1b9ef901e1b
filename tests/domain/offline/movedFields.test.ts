import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { decide } from '#lib/domain/complaint/decide.ts';
import { evolve, rebuild } from '#lib/domain/complaint/evolve.ts';
import { NO_COMPLAINT, type Complaint, type Strand } from '#lib/domain/complaint/state.ts';
import { movedFields, strandsMoved } from '#lib/domain/offline/movedFields.ts';
import type { Field } from '#lib/domain/offline/mergePolicy.ts';
import { contextOf } from '../../support/givenWhenThen.ts';
import { orderBy, randomChances, type Chance } from '../../support/randomHistory.ts';
import { reviewable } from '../../support/randomStage3.ts';

/** What a strand says of each field. */
const OF_STRAND = {
	stage: ({ stage }) => STAGES[stage] ?? stage,
	elements: ({ elementIds, stage2 }) => [elementIds, stage2.limited],
	stage1Time: ({ extension }) => extension,
	wait: ({ waitsUntilOn }) => waitsUntilOn,
	day20Notice: ({ rightToStage2ToldOn }) => rightToStage2ToldOn,
	stage1Answer: ({ respondedOn, resolvedOn }) => [respondedOn, resolvedOn],
	stage2Request: ({ stage2RequestedOn }) => stage2RequestedOn,
	appointment: ({ appointments }) => appointments,
	statement: ({ stage2 }) => stage2.statements,
	statementSettled: ({ stage2 }) => [stage2.statementSettled, stage2.statementAgreedOn],
	stage2Time: ({ stage2 }) => stage2.extensions,
	report: ({ stage2 }) => stage2.reportsReceivedOn,
	adjudication: ({ stage2 }) => stage2.adjudication,
	stage2Answer: ({ stage2 }) => stage2.respondedOn,
	stage2Acknowledgement: ({ stage2 }) => stage2.acknowledgedOn,
	stage2Delay: ({ stage2 }) => stage2.delayTold,
	recommendation: ({ recommendations }) => recommendations,
	stage3Request: ({ stage3 }) => stage3?.requestedOn ?? null,
	lateStage3: ({ stage3 }) => stage3?.lateDecision ?? null,
	stage3Acknowledgement: ({ stage3 }) => stage3?.acknowledgedOn ?? null,
	panelDate: ({ stage3 }) => [stage3?.panelOn ?? null, stage3?.adjournedOn ?? []],
	panelPapers: ({ stage3 }) => stage3?.papers ?? null,
	panelMeeting: ({ stage3 }) => stage3?.heldOn ?? null,
	panelReport: ({ stage3 }) => stage3?.reportReceivedOn ?? null,
	panelReportSent: ({ stage3 }) => stage3?.reportSent ?? null,
	stage3Answer: ({ stage3 }) => stage3?.respondedOn ?? null,
	earlyReferral: ({ earlyReferral }) => earlyReferral,
	suspension: ({ beside }) => beside.suspension,
	mediation: ({ beside }) => beside.adr,
	childIsTold: ({ beside }) => beside.childIsTold,
	reviewingOfficerTold: ({ beside }) => beside.reviewingOfficerToldOn
} as const satisfies Partial<Record<Field, (strand: Strand) => unknown>>;

/** The same of the whole case. */
const OF_CASE = {
	receipt: ({ receivedOn }) => receivedOn,
	acknowledgement: ({ acknowledgedOn }) => acknowledgedOn,
	advocate: ({ advocate }) => advocate,
	dealtWith: ({ dealtWith }) => dealtWith,
	route: ({ elements }) => elements.map(({ elementId, routes }) => [elementId, routes]),
	// A finding goes with its point from one strand into another, and stays what it is.
	finding: ({ strands }) =>
		strands
			.flatMap(({ outcomes, stage2 }) => [
				...Object.entries(outcomes),
				...Object.entries(stage2.outcomes)
			])
			.toSorted(),
	history: ({ importedElements }) => importedElements,
	duplicate: ({ beside }) => beside.duplicateOf,
	lateReceipt: ({ beside }) => beside.lateDecisions,
	interest: ({ beside }) => beside.interest,
	consent: ({ beside }) => beside.consent,
	freeze: ({ beside }) => beside.freezes,
	joint: ({ beside }) => beside.joint,
	link: ({ beside }) => beside.links,
	ombudsman: ({ beside }) => beside.ombudsmanCases
} as const satisfies Partial<Record<Field, (complaint: Complaint) => unknown>>;

/** Kept beside the log: no event moves them. */
type BesideTheLog = 'contact' | 'note' | 'promise';
const LOOKED_AT: Record<Exclude<Field, BesideTheLog>, unknown> = { ...OF_STRAND, ...OF_CASE };

const OF_REVIEW: readonly string[] = [
	'lateStage3',
	'stage3Acknowledgement',
	'panelDate',
	'panelPapers',
	'panelMeeting',
	'panelReport',
	'panelReportSent',
	'stage3Answer'
];

/** Where inside a stage it stands is no other stage. */
const STAGES: Partial<Record<Strand['stage'], string>> = {
	stage1Open: 'stage 1',
	stage1Paused: 'stage 1',
	stage1Overdue: 'stage 1',
	stage2Requested: 'stage 2',
	stage2Scoping: 'stage 2',
	stage2Investigating: 'stage 2',
	stage2Reported: 'stage 2',
	stage3Requested: 'stage 3',
	stage3Convening: 'stage 3'
};

/** The fields that really changed, each with the strand it changed in. */
function changedFields(
	before: Complaint,
	after: Complaint
): { field: string; strandId?: string }[] {
	const changed = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
	const ofCase = Object.entries(OF_CASE)
		.filter(([, read]) => changed(read(before), read(after)))
		.map(([field]) => ({ field }));
	const ofStrands = before.strands.flatMap((strand) => {
		const now = after.strands.find(({ strandId }) => strandId === strand.strandId);
		return Object.entries(OF_STRAND)
			.filter(([, read]) => now && changed(read(strand), read(now)))
			.map(([field]) => ({ field, strandId: strand.strandId }));
	});
	return [...ofCase, ...ofStrands];
}

/** Gives orders by chance from where the case stands, and compares every event with its fields. */
function lookAtEach(from: Complaint, firstOn: PlainDate, chances: readonly Chance[]): Set<string> {
	const seen = new Set<string>();
	let complaint = from;
	let today = firstOn;
	for (const one of chances) {
		today = addDays(today, one.passed);
		const decision = decide(
			complaint,
			orderBy(one, complaint, today),
			contextOf({ by: one.role, on: today })
		);
		for (const event of decision.accepted ? decision.events : []) {
			const after = evolve(complaint, event);
			for (const { field, strandId } of changedFields(complaint, after)) {
				// Asking again, after a refusal or an early referral, begins a review anew.
				if (event.type === 'stage3Requested' && OF_REVIEW.includes(field)) continue;
				expect(movedFields(event), `${event.type} moved ${field}`).toContain(field);
				const strands = strandsMoved(event);
				if (strandId && strands.length > 0) expect(strands).toContain(strandId);
				seen.add(field);
			}
			complaint = after;
		}
	}
	return seen;
}

const RUNS = { numRuns: 300, seed: 20_061_126, endOnFailure: true };

/** Chance brings no old records, and hardly ever an early referral. */
const NOT_BY_CHANCE: readonly string[] = ['history', 'earlyReferral'];

describe('in any history that the rules let happen', () => {
	it('no event moves a field unseen, and chance moves them all', () => {
		const seen = new Set<string>(NOT_BY_CHANCE);
		const look = (...given: Parameters<typeof lookAtEach>) => {
			for (const field of lookAtEach(...given)) seen.add(field);
		};
		fc.assert(
			fc.property(randomChances, ({ firstOn, chances }) => {
				look(NO_COMPLAINT, firstOn, chances);
			}),
			RUNS
		);
		// By chance alone few complaints come to a panel: these begin where stage 2 was answered.
		fc.assert(
			fc.property(randomChances, ({ firstOn, chances }) => {
				const { events, answeredOn } = reviewable(firstOn);
				look(rebuild(events), answeredOn, chances.map(ofReview));
			}),
			RUNS
		);
		expect(Object.keys(LOOKED_AT).filter((field) => !seen.has(field))).toEqual([]);
	});
});

function ofReview(one: Chance): Chance {
	return { ...one, isSecond: false, isWild: false, isReview: true };
}
