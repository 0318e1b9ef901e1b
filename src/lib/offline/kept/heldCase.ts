import type { PackedCase } from '#lib/wire/pack.ts';
import type { PulledCase } from '#lib/wire/sync.ts';

/**
 * A case as the device holds it, in the shape that pages read. What a device never holds is empty:
 * messages, papers, other parties, who looked. `isHeld` says so to whoever shows it.
 */
export function heldCase(packed: PackedCase): PulledCase {
	const { complaintId, reference, version, officerId, responderId, teamId, calledName } = packed;
	const { events, texts, safeContact, promises, facts } = packed;
	return {
		...{ complaintId, reference, version, officerId, responderId, teamId, calledName },
		...{ events, texts, safeContact, promises, facts },
		isWhole: true,
		isHeld: true,
		people: [],
		messages: [],
		files: [],
		advocateRequests: [],
		answers: [],
		fullAnswers: [],
		others: [],
		views: [],
		seenByCount: 0,
		seenByAdvocates: 0
	};
}
