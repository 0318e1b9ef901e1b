import { createHash } from 'node:crypto';
import type { HistoryImported, ImportedStage } from '#lib/domain/complaint/events.ts';
import type { OldRecord, OldStage } from '#lib/server/history/oldRecord.ts';

/** A strand as the order to import history wants it. */
export type ImportedStrand = Omit<HistoryImported, 'type'>;

/**
 * The id of a thing in an old record: the same each time it is read, so that importing a
 * register again finds what is here already.
 */
export function idFor(recordId: string, part: string): string {
	const hex = createHash('sha256').update(`say-so/${recordId}/${part}`).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`a${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	].join('-');
}

/**
 * The strands of an old record: its stages, parted by procedure, in the order they began.
 *
 * A record with no stage has no strand. The elements go with the first strand: old registers
 * do not say which point went which way.
 */
export function strandsOf(record: OldRecord): ImportedStrand[] {
	const procedures = [...new Set(record.stages.map((stage) => stage.procedure))];
	return procedures.map((procedure, place) => {
		const stages = record.stages.filter((stage) => stage.procedure === procedure);
		return {
			strandId: idFor(record.id, `strand ${procedure}`),
			procedure,
			receivedOn: receivedOn(record, stages),
			elements: place === 0 ? elementsOf(record) : [],
			stages: stages.map(importedStage)
		};
	});
}

/** An old record without any date at all cannot be placed in a year. */
export class RecordWithoutDate extends Error {
	override name = 'RecordWithoutDate';
}

function receivedOn(record: OldRecord, stages: readonly OldStage[]) {
	const on = record.received ?? stages[0]?.requested ?? stages[0]?.start;
	if (!on) throw new RecordWithoutDate(record.id);
	return on;
}

function elementsOf(record: OldRecord): ImportedStrand['elements'] {
	return record.issues.map((issue, place) => ({
		elementId: idFor(record.id, `element ${place}`),
		category: issue.category,
		outcome: issue.outcome,
		isPrincipal: issue.principal
	}));
}

function importedStage(stage: OldStage): ImportedStage {
	return {
		stage: String(stage.stage) as ImportedStage['stage'],
		requestedOn: stage.requested,
		startedOn: stage.start,
		dueOn: stage.due,
		extendedToOn: stage.extended_to,
		extensionReason: stage.extension_reason,
		completedOn: stage.completed,
		closure: stage.closure,
		outcome: stage.outcome,
		delayReason: stage.delay_reason,
		team: stage.team
	};
}
