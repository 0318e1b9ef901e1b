/**
 * What becomes of a change that was made on a device while the same may have changed here, by
 * what sort of thing it is.
 *
 * `alwaysAdds`: taken whatever happened; both times are shown. `addsAndRemoves`: what is added is
 * taken, what is taken out needs that nothing changed since. `clashesWhenMoved`: taken only where
 * nothing changed since; else a person chooses, and nothing is overwritten. `waitsForOfficer`: it
 * starts or stops a limit of the law, so it is a proposal until an officer confirms it online.
 * `staysDraft`: a draft of its author's, put together by people, online. `serverOnly`: what the
 * device says is not asked. `takesTheLater`: whichever came later. `officerDecides`: at most shown
 * as possibly the same. `takesTheMoreCareful`: at once, and then a person confirms it.
 */
export const MERGE_POLICIES = {
	appendOnlyFact: 'alwaysAdds',
	setWithReasons: 'addsAndRemoves',
	singleChoice: 'clashesWhenMoved',
	legalDate: 'waitsForOfficer',
	shortText: 'clashesWhenMoved',
	longText: 'staysDraft',
	assignment: 'serverOnly',
	readMark: 'takesTheLater',
	identity: 'officerDecides',
	safeContact: 'takesTheMoreCareful'
} as const satisfies Record<string, string>;

/** What sort of thing a field is. */
export type FieldType = keyof typeof MERGE_POLICIES;
export type MergePolicy = (typeof MERGE_POLICIES)[FieldType];

/**
 * What can change about a case, and what sort of thing it is. A day that starts, stops or ends a
 * limit of the law is a legal date, also where a choice goes with it.
 *
 * `stage` is which stage a strand is at and whether it goes on; what happens inside a stage is a
 * field of its own. `elements` is which points a strand carries.
 */
export const FIELD_TYPES = {
	contact: 'appendOnlyFact',
	note: 'appendOnlyFact',
	/** What was done about an idea or a thank-you. */
	dealtWith: 'appendOnlyFact',
	reviewingOfficerTold: 'appendOnlyFact',
	history: 'appendOnlyFact',

	consent: 'setWithReasons',
	link: 'setWithReasons',

	/** Whether a promise was kept, and when. It is kept beside the log. */
	promise: 'singleChoice',
	route: 'singleChoice',
	stage: 'singleChoice',
	elements: 'singleChoice',
	finding: 'singleChoice',
	adjudication: 'singleChoice',
	recommendation: 'singleChoice',
	lateReceipt: 'singleChoice',
	interest: 'singleChoice',
	lateStage3: 'singleChoice',
	freeze: 'singleChoice',
	joint: 'singleChoice',
	childIsTold: 'singleChoice',

	receipt: 'legalDate',
	acknowledgement: 'legalDate',
	advocate: 'legalDate',
	stage1Time: 'legalDate',
	wait: 'legalDate',
	day20Notice: 'legalDate',
	stage1Answer: 'legalDate',
	stage2Request: 'legalDate',
	stage2Acknowledgement: 'legalDate',
	stage2Time: 'legalDate',
	stage2Delay: 'legalDate',
	/** When the statement of complaint was agreed, or not: day 0 of the shadow clock. */
	statementSettled: 'legalDate',
	report: 'legalDate',
	stage2Answer: 'legalDate',
	stage3Request: 'legalDate',
	stage3Acknowledgement: 'legalDate',
	panelDate: 'legalDate',
	panelPapers: 'legalDate',
	panelMeeting: 'legalDate',
	panelReport: 'legalDate',
	panelReportSent: 'legalDate',
	stage3Answer: 'legalDate',
	earlyReferral: 'legalDate',
	suspension: 'legalDate',
	mediation: 'legalDate',
	ombudsman: 'legalDate',

	statement: 'longText',
	appointment: 'assignment',
	duplicate: 'identity'
} as const satisfies Record<string, FieldType>;

export type Field = keyof typeof FIELD_TYPES;

/** What is done with a change of that field. */
export function policyOf<Name extends Field>(
	field: Name
): (typeof MERGE_POLICIES)[(typeof FIELD_TYPES)[Name]] {
	return MERGE_POLICIES[FIELD_TYPES[field]];
}

/** The fields that an order given with no signal may change at all. */
export type OfflineField = {
	[Name in Field]: ReturnType<typeof policyOf<Name>> extends
		'alwaysAdds' | 'clashesWhenMoved' | 'waitsForOfficer'
		? Name
		: never;
}[Field];
