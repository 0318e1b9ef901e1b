import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Channel, DelayReason, StrandId, TextId } from '#lib/domain/complaint/codes.ts';
import type {
	EarlyReferralConditions,
	PanelAttendee,
	PanelRecommendation,
	PanelReportReader,
	RecommendationDecision,
	Stage3Date
} from '#lib/domain/complaint/stage3Codes.ts';

/** Orders about one strand at stage 3. What each holds is said at its event. */
export type Stage3Command =
	| {
			type: 'requestStage3';
			strandId: StrandId;
			requestedOn: PlainDate;
			channel: Channel;
			pointsTextId: TextId | null;
	  }
	| {
			type: 'decideLateStage3';
			strandId: StrandId;
			accepted: boolean;
			decidedOn: PlainDate;
			reasonTextId: TextId;
			ombudsmanToldOn: PlainDate | null;
	  }
	| { type: 'acknowledgeStage3'; strandId: StrandId; acknowledgedOn: PlainDate }
	| {
			type: 'fixPanelDate';
			strandId: StrandId;
			panelOn: PlainDate;
			atComplainantsWish: boolean;
			/** Needed past day 30, and where the panel had a date already. */
			reasonTextId: TextId | null;
	  }
	| {
			type: 'adjournPanel';
			strandId: StrandId;
			adjournedOn: PlainDate;
			atComplainantsWish: boolean;
			reasonTextId: TextId;
	  }
	| {
			type: 'sendPanelPapers';
			strandId: StrandId;
			sentOn: PlainDate;
			/** Needed less than 10 working days before the panel. */
			tooLateReasonTextId: TextId | null;
	  }
	| {
			type: 'holdPanel';
			strandId: StrandId;
			heldOn: PlainDate;
			attended: readonly PanelAttendee[];
	  }
	| {
			type: 'receivePanelReport';
			strandId: StrandId;
			receivedOn: PlainDate;
			documentId: string | null;
			textId: TextId | null;
			recommendations: readonly PanelRecommendation[];
			/** Needed after day 5. */
			delayReason: DelayReason | null;
	  }
	| {
			type: 'sendPanelReport';
			strandId: StrandId;
			sentOn: PlainDate;
			sentTo: readonly PanelReportReader[];
			/** Needed after day 5. */
			delayReason: DelayReason | null;
	  }
	| {
			type: 'respondStage3';
			strandId: StrandId;
			sentOn: PlainDate;
			/** Null where the stage 2 independent person did not take part: refused. */
			independentPersonTookPartOn: PlainDate | null;
			decisions: readonly RecommendationDecision[];
			/** Null where the Ombudsman's details were not given: refused. */
			ombudsmanToldOn: PlainDate | null;
			/** Needed after day 15. */
			delayReason: DelayReason | null;
			releasedByStaffId: string | null;
			sentOnPaper?: boolean;
	  }
	| {
			type: 'correctStage3Date';
			strandId: StrandId;
			which: Stage3Date;
			happenedOn: PlainDate;
			reasonTextId: TextId;
			delayReason?: DelayReason | null;
	  }
	| {
			type: 'referEarly';
			strandId: StrandId;
			referredOn: PlainDate;
			/** Null where the complainant has not agreed: refused. */
			agreedOn: PlainDate | null;
			conditions: EarlyReferralConditions;
	  };
