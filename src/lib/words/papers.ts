import type { PanelPaperName } from '#lib/domain/panel/panelPapers.ts';
import type { AppointmentRole } from '#lib/domain/roles/appointments.ts';

/** In which part somebody sees the papers of a case. */
export type PaperRole = AppointmentRole | 'childrensRightsOfficer';

/** What that part is called. */
export const PAPER_ROLE_WORDS = {
	investigatingOfficer: 'Investigating officer',
	independentPerson: 'Independent person',
	adjudicatingOfficer: 'Adjudicating officer',
	panelChair: 'Panel chair',
	panelMember: 'Panel member',
	stage3Director: 'Director who answers the panel',
	childrensRightsOfficer: 'Children’s rights officer'
} as const satisfies Record<PaperRole, string>;

/** Which paper each part hands in, as a code; null for a part that hands in none. */
export const HANDS_IN = {
	investigatingOfficer: 'investigationReport',
	independentPerson: 'independentPersonReport',
	adjudicatingOfficer: 'adjudication',
	panelChair: 'panelReport',
	panelMember: null,
	stage3Director: 'stage3Response',
	childrensRightsOfficer: null
} as const satisfies Record<PaperRole, PaperKind | null>;

/** What a paper may be. */
export const PAPER_KINDS = [
	'investigationReport',
	'independentPersonReport',
	'adjudication',
	'panelReport',
	'stage3Response',
	'stage1Answer',
	'statement',
	'record',
	'other'
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What a paper is called. */
export const PAPER_KIND_WORDS = {
	investigationReport: 'Investigation report',
	independentPersonReport: 'Independent person’s report',
	adjudication: 'Adjudication',
	panelReport: 'Panel’s report',
	stage3Response: 'Response to the panel',
	stage1Answer: 'Stage 1 answer',
	statement: 'Statement of complaint',
	record: 'Record or file extract',
	other: 'Another paper'
} as const satisfies Record<PaperKind, string>;

/** What goes to a panel; what the complainant adds is called by their name. */
export const PANEL_PAPER_WORDS = {
	statement: 'Statement of complaint',
	investigationReport: 'Investigator’s report',
	independentPersonReport: 'Independent person’s report',
	adjudication: 'Adjudication letter',
	points: 'What they want to add'
} as const satisfies Record<PanelPaperName, string>;

/** What somebody promises before they see the papers of a case. The version is kept with the promise. */
export const CONFIDENTIALITY = {
	version: '2026-11',
	lead: 'These papers are about a child. Please read this before you open them.',
	points: [
		'I use these papers only for the work I was asked to do on this case.',
		'I show them to nobody, and talk about them only with those who work on this case.',
		'I keep what I take out of here locked away, and I destroy it when my work ends.',
		'If anything is lost, or somebody sees it who should not, I tell the complaints team at once.',
		'If I know the child, the family or anybody the case is about, I say so now and read no further.'
	],
	promise: 'I have read this and I keep to it'
} as const;
