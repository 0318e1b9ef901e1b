import type { StrandId } from '#lib/domain/complaint/codes.ts';
import type { Field, OfflineField } from '#lib/domain/offline/mergePolicy.ts';
import type { OfflineOrder, OfflineOrderType } from '#lib/domain/offline/offlineOrders.ts';

/** The fields an order changes: the one it is mainly about first. */
type Written = readonly [OfflineField, ...OfflineField[]];

/**
 * What an order changes, the first of them what it is mainly about; and what it was decided on
 * without changing it: where that moved, a person looks at it again. The
 * nearest comes first: it is what the card names.
 *
 * That stage 2 or 3 was asked for rests on nothing: it is the complainant's to say, whatever we
 * did meanwhile, and it never waits for two officers to agree.
 */
interface Touches {
	writes: Written;
	restsOn: readonly Field[];
}

const ELIGIBILITY = ['duplicate', 'lateReceipt', 'interest', 'consent'] as const;

/** What each order that may be given with no signal touches. */
export const TOUCHED_BY = {
	recordConcern: { writes: ['contact'], restsOn: [] },
	logContact: { writes: ['contact'], restsOn: [] },
	addNote: { writes: ['note'], restsOn: [] },
	completePromise: { writes: ['promise'], restsOn: [] },
	decideTriage: { writes: ['route'], restsOn: [...ELIGIBILITY, 'stage'] },
	extendStage1: { writes: ['stage1Time'], restsOn: ['stage'] },
	respondStage1: { writes: ['stage1Answer', 'finding'], restsOn: ['elements', 'stage'] },
	requestStage2: { writes: ['stage2Request'], restsOn: [] },
	extendStage2: { writes: ['stage2Time'], restsOn: ['stage'] },
	sendStage2Response: { writes: ['stage2Answer'], restsOn: ['adjudication', 'stage'] },
	respondCorporateStage2: { writes: ['stage2Answer', 'finding'], restsOn: ['elements', 'stage'] },
	requestStage3: { writes: ['stage3Request'], restsOn: [] },
	holdPanel: { writes: ['panelMeeting'], restsOn: ['panelDate', 'stage'] },
	respondStage3: { writes: ['stage3Answer'], restsOn: ['panelReport', 'stage'] }
} as const satisfies Record<OfflineOrderType, Touches>;

type Touched = (typeof TOUCHED_BY)[OfflineOrderType];

/** The fields about which an order given with no signal can clash with somebody else's. */
export type ClashField = Exclude<
	Touched['writes'][number] | Touched['restsOn'][number],
	'note' | 'contact'
>;

/**
 * The fields that this order changes. Triage that opens a strand at stage 2 starts its clock too,
 * from the day both agreed to that (SI 2006/1738 reg 17(1)).
 */
export function fieldsWritten(order: OfflineOrder): Written {
	const writes: Written = TOUCHED_BY[order.type].writes;
	const startsStage2 =
		order.type === 'decideTriage' && order.strands.some(({ opensAt }) => opensAt === 'stage2');
	return startsStage2 ? [...writes, 'stage2Request'] : writes;
}

/** The strand it is about; null where it is about the whole case. */
export function strandTouched(order: OfflineOrder): StrandId | null {
	return 'strandId' in order ? order.strandId : null;
}
