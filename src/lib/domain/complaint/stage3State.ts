import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Channel, DelayReason, TextId } from '#lib/domain/complaint/codes.ts';
import type {
	PanelAttendee,
	PanelRecommendation,
	PanelReportReader,
	RecommendationDecision
} from '#lib/domain/complaint/stage3Codes.ts';

/** What the events so far say about the review of one strand. Due dates are worked out. */
export interface Stage3 {
	/** Day 0 of the panel's clocks. */
	requestedOn: PlainDate;
	channel: Channel;
	pointsTextId: TextId | null;
	/** Asked for after day 20: it waits for `lateDecision`. */
	isLate: boolean;
	lateDecision: {
		accepted: boolean;
		decidedOn: PlainDate;
		reasonTextId: TextId;
		ombudsmanToldOn: PlainDate | null;
	} | null;
	acknowledgedOn: PlainDate | null;
	/** The day it is to meet, or met; null while none is fixed, or none any more. */
	panelOn: PlainDate | null;
	atComplainantsWish: boolean;
	adjournedOn: readonly PlainDate[];
	papers: { sentOn: PlainDate; isLate: boolean; tooLateReasonTextId: TextId | null } | null;
	heldOn: PlainDate | null;
	attended: readonly PanelAttendee[];
	/** Who sat, the chair first; empty before it was held. */
	panelPersonIds: readonly string[];
	reportReceivedOn: PlainDate | null;
	reportDelayReason: DelayReason | null;
	/** That the report went to the others, and to whom; null while that is not written down. */
	reportSent: {
		on: PlainDate;
		to: readonly PanelReportReader[];
		delayReason: DelayReason | null;
	} | null;
	recommendations: readonly PanelRecommendation[];
	respondedOn: PlainDate | null;
	decisions: readonly RecommendationDecision[];
	responseDelayReason: DelayReason | null;
	independentPersonTookPartOn: PlainDate | null;
	ombudsmanToldOn: PlainDate | null;
	answeredOnPaper: boolean;
}

/** Asked for late, and nobody has decided yet whether it is taken. */
export function isLateUndecided({ isLate, lateDecision }: Stage3): boolean {
	return isLate && lateDecision === null;
}
