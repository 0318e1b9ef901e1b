/** What adults with a complaint of their own read: at grade 6 or below. */
import type { OmbudsmanReason } from '#lib/domain/complaint/ombudsmanNext.ts';
import type { OmbudsmanWay, OmbudsmanWords } from '#lib/words/public/ombudsman.ts';

/** Their link to the child (B1), as they choose it and as staff read it beside their name. */
export const LINK_LABELS = {
	parent: 'I am the parent',
	responsibility: 'I have parental responsibility',
	guardian: 'I am a special guardian',
	fosterCarer: 'I am a foster carer',
	adopter: 'I have adopted, or hope to adopt',
	relative: 'I am a grandparent or other relative',
	other: 'Something else'
} as const;

/** What each answer changes. */
export const LINK_HINTS = {
	parent: 'You can complain about what we do for the child. You do not need the child to agree.',
	responsibility: 'Such as by a court order. You can complain about what we do for the child.',
	guardian: 'You can complain about the child’s care, and about help for your family.',
	fosterCarer: 'You can complain about what we do for the child who lives with you.',
	adopter: 'You can complain about matching, placing a child with you, and help after that.',
	relative: 'We will decide quickly if we can look at it this way, and write to you.',
	other: 'We will decide quickly if we can look at it this way, and write to you.'
} as const;

/** The link as a word beside a name, for staff. */
export const LINK_WORDS = {
	parent: 'Parent',
	responsibility: 'Has parental responsibility',
	guardian: 'Special guardian',
	fosterCarer: 'Foster carer',
	adopter: 'Adopter, or hopes to be',
	relative: 'Grandparent or other relative',
	other: 'Another link to the child'
} as const;

/** Why no advocate is offered to them (B1): SI 2004/719 and Children Act 1989 s.26A. */
export const NO_ADVOCATE = 'The law gives advocates to children. The child may still have one.';

/** Before the ways of getting free help. */
export const FREE_HELP = {
	heading: 'You can get free help to complain',
	after: 'They do not work for us.'
} as const;

/** Whom to ring where somebody frightens them. */
export const SAFER_HELP = {
	heading: 'If someone you live with, or used to live with, frightens you',
	after: 'They are free and do not work for us. If you are in danger right now, call 999.'
} as const;

/** "Is this about the child's care, or how you were treated?" (B2). */
export const ABOUT_WHOM_LABELS = {
	care: 'The child’s care, or plans for the child',
	treated: 'How I was treated',
	both: 'Both',
	notSure: 'I am not sure'
} as const;
export const ABOUT_WHOM_LEAD = 'You do not need to know which rules apply. We work that out.';

/** What a court means for it (B3), before they write. */
export const COURT_LEAD = [
	'A judge may be deciding some of this. We are not allowed to change what a judge decides.',
	'Tell us the parts the court is not looking at, such as how people have treated you.',
	'If you are not sure, tell us all of it. We will say which parts we can look at, and why.'
] as const;

/** Whether anyone else sees what we send (B9). */
export const OTHERS_CHECK = {
	heading: 'Does anyone you live with, or used to live with, check your phone, post or email?',
	lead: 'We ask so that nothing we send can put you or a child at risk.',
	reachLead: 'Pick only ways that they cannot see. Your code always works and leaves no message.'
} as const;

/** Beside "Do you feel safe?". */
export const SAFE_LEAD =
	'We ask everyone. You can carry on whatever you answer. If you say no, we tell our team now.';

/** After sending: which steps it takes, and why. */
export const WHICH_STEPS = {
	care: 'It is about a child’s care. So we think it takes the steps that the law sets for that. A person checks this and writes to tell you.',
	treated:
		'It is about how you were treated. So we think it takes the council’s own steps. A person checks this and writes to tell you why.',
	both: 'Part of it is about a child’s care, and part about how you were treated. We may answer the parts in different ways. A person checks this and writes to tell you why.',
	notSure:
		'A person reads it and works out which rules apply. They will write to tell you, and say why.'
} as const;

/** What they will not be told, and why (2.4). */
export const NOT_TOLD = {
	heading: 'What we may not be able to tell you',
	words: [
		'We will tell you what we found about your complaint, and what we will do.',
		'We may not be able to tell you private things about the child or the other parent. The law protects them too.',
		'If staff did something wrong, we may not be able to say what happens to them at work.'
	]
} as const;

/** What they read of the Ombudsman, once no step of the council is left or one is late (T4). */
export function ombudsmanForAdults(reason: OmbudsmanReason, way: OmbudsmanWay): OmbudsmanWords {
	return {
		heading: reason === 'referredEarly' ? 'The Ombudsman looks next' : 'You can ask the Ombudsman',
		lines: [
			WHY_OMBUDSMAN[reason],
			'The Local Government and Social Care Ombudsman checks if councils have been fair. They are not part of the council, and they are free.'
		],
		call: 'Call them on',
		more: [
			`You can also go to ${way.website}.`,
			`Tell them what you complained about and what we said. Your number with us is ${way.reference}. They may ask us for our papers, and we will send them.`,
			...(reason === 'referredEarly'
				? []
				: [
						'Try to ask within 12 months of the day you knew about the problem. You can still ask after that. They will tell you if they can look.'
					])
		]
	};
}

const WHY_OMBUDSMAN = {
	lastAnswer:
		'You have our last answer, and we have no more steps. If you are not happy with it, you can ask the Ombudsman.',
	partAnswered:
		'You have our last answer on part of your complaint. If you are not happy with that part, you can ask the Ombudsman.',
	referredEarly: 'You agreed that it goes to the Ombudsman, so we have sent it to them.',
	refusedLate:
		'You asked for a panel after its date, and we said no. We wrote to you to say why. You can ask the Ombudsman to look at that.',
	notAgreed:
		'We could not agree with you on what stage 2 looks at. We wrote to you to say why. You can ask the Ombudsman about that.',
	late: 'We are late, and that is our fault. You can ask the Ombudsman now. You do not have to wait for us.'
} as const satisfies Record<OmbudsmanReason, string>;
