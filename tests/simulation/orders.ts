import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { DeviceEvidence } from '#lib/domain/offline/whenReceived.ts';

/**
 * Orders of the model: of each policy that the real ones have, one. A note is only added; a choice
 * stands on what it was chosen over; a report begins a case and its clock.
 */
export type ModelOrder =
	| { type: 'note'; words: string }
	| { type: 'choose'; field: string; value: string; over: Over }
	| { type: 'report'; words: string; madeOn: PlainDate; evidence: DeviceEvidence };

/**
 * What a choice was chosen over: the order that had set it. By its version alone it would be taken
 * for another of that version, which came after a restore.
 */
export interface Over {
	version: number;
	byCommand: string;
}

/** What a person was told is saved, as they would remember it. */
export interface SavedOrder {
	commandId: string;
	complaintId: string;
	/** Who wrote it and on which device, as it was set up then. */
	deviceId: string;
	personId: string;
	order: ModelOrder;
	/** Which writing of it they were last told is saved. */
	edition: number;
}

/** An order as its author wrote it anew, whether or not they were told that it is saved. */
export interface Rewriting {
	commandId: string;
	/** Which writing of it they had opened. */
	opened: number;
	order: ModelOrder;
	isTold: boolean;
}

/** Whether it stands on what was decided before. */
export function buildsOn(order: ModelOrder): boolean {
	return order.type === 'choose';
}
