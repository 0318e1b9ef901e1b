/** Whom a text is written to. A child or young person, or an adult. */
export type Audience = 'child' | 'adult';

/** Words that are not sent, and what to say instead. */
export interface Swap {
	/** Every form of it, lower case unless `isExact`. A space also stands for a hyphen or a line end. */
	phrases: readonly string[];
	/**
	 * What to say instead. In brackets stands what to do rather than words to put in; null where the
	 * words are simply left out.
	 */
	say: string | null;
	/** "child": an adult may read these words, a child may not. */
	notTo: 'child' | 'anyone';
	/** True for letters that only mean this in capitals: "SEN", not "sen". */
	isExact?: boolean;
}

/**
 * Words of care and of offices, and what to say instead.
 *
 * They are banned as phrases: "contact" as a verb stays ("ask them to contact me"), "contact
 * with" goes. Names of people's lives go for everyone; terms of the procedure go for a child only.
 *
 * Source: the swap list of the content style, which follows "Language that Cares" (TACT).
 */
export const SWAPS: readonly Swap[] = [
	// Where and with whom a child lives.
	child('home', 'placement', 'placements', 'placement breakdown', 'placement move'),
	child('where you live', 'residential unit', 'residential setting'),
	child('living with', 'placed with', 'placed in', 'accommodated'),
	child('a home to stay in', 'permanence', 'permanency'),
	child(
		'time with your family, or seeing Mum',
		...['contact with', 'have contact', 'having contact', 'had contact', 'contact time'],
		...['contact session', 'contact sessions', 'contact visit', 'contact visits', 'your contact'],
		...['contact centre', 'contact arrangements', 'contact plan', 'family contact'],
		...['supervised contact', 'unsupervised contact', 'letterbox contact', 'sibling contact'],
		...['stop contact', 'stopped contact', 'more contact', 'less contact', 'no contact']
	),
	child('brothers and sisters', 'sibling', 'siblings', 'sibling group', 'half siblings'),
	child('your parents, or Mum and Dad', 'birth parent', 'birth parents', 'birth family'),
	child('Mum', 'birth mother', 'birth mum', 'biological mother'),
	child('Dad', 'birth father', 'birth dad', 'biological father'),
	child('a short stay with', 'respite', 'respite care', 'short break provision'),
	child('care experienced young person (ask them)', 'care leaver', 'care leavers'),
	child('friends', 'peers', 'peer group'),
	child('what happened, or your time in care', 'the journey', 'your journey', 'care journey'),
	child('change', 'transition', 'transitions', 'transitioning'),

	// What is said about a child.
	child('(their name)', 'looked after child', 'looked after children', 'looked after young person'),
	anyone('children, or young people', 'kids', 'kiddies'),
	anyone('go missing, or run away', 'abscond', 'absconds', 'absconded', 'absconding', 'absconder'),
	anyone(
		'finding things hard',
		...['challenging behaviour', 'challenging behaviours', 'acting out', 'behavioural issues'],
		...['bad behaviour', 'difficult behaviour']
	),
	anyone('want someone to listen', 'attention seeking', 'seeking attention'),
	anyone('(say what happened)', 'manipulative', 'promiscuous', 'streetwise', 'lifestyle choice'),
	anyone('did not want to', 'refused to engage', 'failed to engage', 'non engagement'),
	anyone('did not want to', 'non compliant', 'non compliance', 'uncooperative'),
	anyone('has not found the right home yet', 'hard to place', 'difficult to place'),
	anyone('we have not reached', 'hard to reach'),
	anyone('(their name)', 'service user', 'service users'),
	child('who may not be safe', 'vulnerable'),
	child('take part, or talk to us', 'engage', 'engaged with', 'engaging with', 'engagement'),
	child('(say what it was)', 'inappropriate', 'inappropriately', 'unacceptable behaviour'),

	// The terms of the procedure.
	child('we agree', 'upheld', 'uphold', 'fully upheld', 'substantiated'),
	child('we do not agree', 'not upheld', 'not uphold', 'unsubstantiated', 'unfounded'),
	child('we agree with some of it', 'partially upheld', 'partly upheld', 'part upheld'),
	child('we could not tell', 'no finding', 'inconclusive'),
	child('what you told us', 'allegation', 'allegations', 'alleged', 'allegedly', 'alleges'),
	child('(their name)', 'complainant', 'complainants'),
	child('steps', 'procedure', 'procedures', 'statutory', 'statutory procedure'),
	child('look into', 'investigate', 'investigates', 'investigated', 'investigating'),
	child('looking into it', 'investigation', 'investigations'),
	child('what we decided', 'outcome', 'outcomes', 'findings', 'adjudication'),
	child('put right', 'remedy', 'remedies', 'redress'),
	child('ask someone new', 'escalate', 'escalates', 'escalated', 'escalating', 'escalation'),
	child('tell you who can help', 'signpost', 'signposts', 'signposted', 'signposting'),
	child('date', 'timescale', 'timescales', 'timeframe', 'timeframes', 'time frame'),
	child('tell, or told us', 'disclose', 'discloses', 'disclosed', 'disclosure', 'disclosures'),
	child('keeping you safe', 'safeguarding', 'safeguard', 'child protection concern'),
	child('help', 'intervention', 'interventions', 'support package', 'provision'),
	child(
		'people who work with you',
		'professionals',
		'practitioners',
		'multi agency',
		'multiagency'
	),
	child('the council', 'local authority', 'the authority', 'corporate parent', 'corporate parents'),
	child('talk to', 'liaise', 'liaised', 'liaising', 'liaison'),

	// Letters that stand for a child or a meeting.
	letters('(never)', 'LAC', 'CLA', 'UASC', 'CIC', 'CiC', 'YP'),
	letters('(say it in words)', 'NEET', 'SEN', 'SEND', 'EHCP', 'PEP', 'CIN', 'TAF'),
	letters('the person who runs your reviews', 'IRO'),
	letters('the team that keeps children safe', 'LADO', 'MASH', 'ICPC', 'CSE', 'CCE'),
	letters('(say it in words)', 'S20', 'S31', 'S47', 's20', 's31', 's47'),

	// The language of letters.
	anyone(null, 'unfortunately', 'regrettably', 'please be advised', 'we regret to inform you'),
	anyone('now', 'at this time', 'at this point in time', 'at the present time', 'at present'),
	anyone('by (date)', 'in due course', 'as soon as possible', 'shortly', 'asap'),
	anyone('we are sorry we (did what)', 'for any inconvenience', 'any upset caused'),
	anyone('we are sorry we (did what)', 'sorry you feel', 'sorry that you feel', 'sorry if'),
	anyone(
		'about',
		'with regard to',
		'with regards to',
		'in relation to',
		'in respect of',
		'further to'
	),
	anyone(null, 'do not hesitate', "don't hesitate", 'as per', 'herewith', 'aforementioned'),
	child('about', 'regarding', 'pertaining to'),
	child('start', 'commence', 'commences', 'commenced', 'commencement'),
	child('do, or make happen', 'implement', 'implements', 'implemented', 'implementation'),
	child('after, or before', 'subsequent', 'subsequently', 'prior to', 'following receipt of')
];

function child(say: string | null, ...phrases: readonly string[]): Swap {
	return { phrases, say, notTo: 'child' };
}

function anyone(say: string | null, ...phrases: readonly string[]): Swap {
	return { phrases, say, notTo: 'anyone' };
}

function letters(say: string, ...phrases: readonly string[]): Swap {
	return { phrases, say, notTo: 'anyone', isExact: true };
}
