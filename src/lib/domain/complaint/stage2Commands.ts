import type { Order } from '#lib/domain/complaint/order.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type {
	DelayReason,
	ElementId,
	Outcome,
	Stage2ExtensionReason,
	Stage2Report,
	StrandId,
	TextId
} from '#lib/domain/complaint/codes.ts';
import type { PaperPromise } from '#lib/domain/complaint/promises.ts';
import type {
	Adjudicated,
	AppointmentEnded,
	CorporateStage2Acknowledged,
	CorporateStage2Responded,
	PersonAppointed,
	RecommendationCompleted,
	ReportReceived,
	ScopeLimited,
	Stage2DelayTold,
	Stage2Discontinued,
	Stage2Extended,
	Stage2Responded,
	StatementAgreed,
	StatementDrafted,
	StatementNotAgreed,
	StatementNotNeeded
} from '#lib/domain/complaint/stage2Events.ts';

/** Orders about a strand at stage 2. Asking for it is an order of stage 1. */
export type Stage2Command =
	| Order<'appointPerson', PersonAppointed>
	| Order<'endAppointment', AppointmentEnded>
	| Order<'draftStatement', StatementDrafted>
	| Order<'agreeStatement', StatementAgreed>
	| Order<'recordStatementNotAgreed', StatementNotAgreed>
	| Order<'recordStatementNotNeeded', StatementNotNeeded>
	| Order<'limitScope', ScopeLimited>
	| Order<'extendStage2', Omit<Stage2Extended, 'toldLate'>>
	| Order<'receiveReport', ReportReceived>
	| Order<'adjudicate', Adjudicated>
	| Order<'sendStage2Response', Stage2Responded>
	| Order<'acknowledgeCorporateStage2', CorporateStage2Acknowledged>
	| (Order<'respondCorporateStage2', CorporateStage2Responded> & {
			/** What it says will be done, where it went on paper. */
			promised?: PaperPromise | null;
	  })
	| Order<'tellStage2Delay', Stage2DelayTold>
	| Order<'discontinueStage2', Stage2Discontinued>
	| Order<'completeRecommendation', RecommendationCompleted>
	| { type: 'correctStatementDate'; strandId: StrandId; agreedOn: PlainDate; reasonTextId: TextId }
	| {
			type: 'correctReportDate';
			strandId: StrandId;
			report: Stage2Report;
			receivedOn: PlainDate;
			reasonTextId: TextId;
	  }
	| {
			type: 'correctStage2ResponseDate';
			strandId: StrandId;
			sentOn: PlainDate;
			reasonTextId: TextId;
			/** Needed where the right date is late and no reason was given before. */
			delayReason?: DelayReason | null;
	  }
	| {
			type: 'correctStage2Extension';
			strandId: StrandId;
			toldOn: PlainDate;
			newDueOn: PlainDate;
			reason: Stage2ExtensionReason;
			reasonTextId: TextId;
			/** Needed where the answer went, is late by the right date, and gave no reason before. */
			delayReason?: DelayReason | null;
	  }
	| {
			type: 'correctStage2Outcome';
			strandId: StrandId;
			elementId: ElementId;
			outcome: Outcome;
			reasonTextId: TextId;
	  };
