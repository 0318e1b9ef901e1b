import type {
	BesideComplaintCommand,
	BesideStrandCommand
} from '#lib/domain/beside/besideCommands.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type {
	Channel,
	ClosingReason,
	DelayReason,
	ElementId,
	ExtensionReason,
	ExtensionView,
	Outcome,
	SpokenTo,
	StrandId,
	TextId,
	WayDealtWith
} from '#lib/domain/complaint/codes.ts';
import type {
	ComplaintReceived,
	LateReceipt,
	ElementOutcome,
	HistoryImported,
	OpenedStrand,
	TriagedElement
} from '#lib/domain/complaint/events.ts';
import type { PaperPromise } from '#lib/domain/complaint/promises.ts';
import type { Stage2Command } from '#lib/domain/complaint/stage2Commands.ts';
import type { Stage3Command } from '#lib/domain/complaint/stage3Commands.ts';

/** Orders that a person, or the procedure's own clock, gives about a complaint. */
export type Command = ComplaintCommand | StrandCommand;

/** Orders about the complaint as a whole. */
export type ComplaintCommand =
	| BesideComplaintCommand
	| {
			type: 'receiveComplaint';
			receivedOn: PlainDate;
			channel: Channel;
			madeOrally: boolean;
			madeBy: ComplaintReceived['madeBy'];
			/** Worked out by the server, of what was taken down with no signal. */
			late?: LateReceipt;
	  }
	| { type: 'acknowledgeComplaint'; acknowledgedOn: PlainDate }
	| { type: 'correctReceiptDate'; receivedOn: PlainDate; reasonTextId: TextId }
	| { type: 'withdrawComplaint'; withdrawnOn: PlainDate; channel: Channel }
	| { type: 'reinstateComplaint'; reinstatedOn: PlainDate }
	| { type: 'turnIntoComplaint'; turnedOn: PlainDate }
	| { type: 'recordDealtWith'; dealtWithOn: PlainDate; how: WayDealtWith }
	| {
			type: 'decideTriage';
			decidedOn: PlainDate;
			spokenTo: SpokenTo;
			elements: readonly TriagedElement[];
			strands: readonly OpenedStrand[];
	  }
	| { type: 'askForAdvocate'; askedOn: PlainDate; askedBy: 'complainant' | 'officer' }
	| { type: 'recordAdvocateAppointed'; appointedOn: PlainDate }
	| { type: 'recordAdvocateDeclined'; declinedOn: PlainDate }
	| { type: 'importHistory'; strands: readonly Omit<HistoryImported, 'type'>[] };

/** Orders about one strand. */
export type StrandCommand =
	| BesideStrandCommand
	| Stage2Command
	| Stage3Command
	| {
			type: 'extendStage1';
			strandId: StrandId;
			reason: ExtensionReason;
			toldOn: PlainDate;
			complainantsView: ExtensionView;
	  }
	| { type: 'tellRightToStage2'; strandId: StrandId; toldOn: PlainDate }
	| { type: 'agreeToWait'; strandId: StrandId; agreedOn: PlainDate; waitsUntilOn: PlainDate }
	| { type: 'requestStage2'; strandId: StrandId; requestedOn: PlainDate; channel: Channel }
	| {
			type: 'correctStage1Extension';
			strandId: StrandId;
			toldOn: PlainDate;
			reason: ExtensionReason;
			reasonTextId: TextId;
	  }
	| {
			type: 'correctStage2RequestDate';
			strandId: StrandId;
			requestedOn: PlainDate;
			reasonTextId: TextId;
	  }
	| {
			type: 'respondStage1';
			strandId: StrandId;
			sentOn: PlainDate;
			outcomes: readonly ElementOutcome[];
			delayReason: DelayReason | null;
			releasedByStaffId: string | null;
			/** Recorded as sent on paper already; the only answer that needs no release. */
			sentOnPaper?: boolean;
			/** What it says will be done, where it went on paper; null, or left out, where nothing. */
			promised?: PaperPromise | null;
	  }
	| {
			type: 'correctResponseDate';
			strandId: StrandId;
			sentOn: PlainDate;
			reasonTextId: TextId;
			/** Needed where the right date is late and no reason was given before. */
			delayReason?: DelayReason | null;
	  }
	| {
			type: 'correctOutcome';
			strandId: StrandId;
			elementId: ElementId;
			outcome: Outcome;
			reasonTextId: TextId;
	  }
	| {
			type: 'resolveStage1';
			strandId: StrandId;
			resolvedOn: PlainDate;
			termsTextId: TextId;
			outcomes: readonly ElementOutcome[];
			delayReason: DelayReason | null;
			/** By when what was agreed is done; null, or left out, where nothing is left to do. */
			termsDueOn?: PlainDate | null;
	  }
	| { type: 'withdrawStrand'; strandId: StrandId; withdrawnOn: PlainDate; channel: Channel }
	| { type: 'reinstateStrand'; strandId: StrandId; reinstatedOn: PlainDate }
	| { type: 'closeStrand'; strandId: StrandId; closedOn: PlainDate; reason: ClosingReason };

export type CommandType = Command['type'];
export type ComplaintCommandType = ComplaintCommand['type'];
export type StrandCommandType = StrandCommand['type'];

/** One order, by its name. */
export type CommandOf<Type extends CommandType> = Extract<Command, { type: Type }>;
