import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { ADULT, CHILD } from '#lib/letters/texts/shared.ts';

/** What is written at stage 3, the review panel. */
export const STAGE_3_LETTERS = {
	stage3Acknowledged: {
		name: 'Stage 3 has started',
		about: 'Within two working days of the request',
		reader: 'complainant',
		codes: [],
		mustSay: ['stage3AskedOn', 'panelByOn'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 19; Getting the Best from Complaints 3.9',
		adult: `# Stage 3 has started

${ADULT.hello}

You asked for stage 3 on {stage3AskedOn}. Three people who do not work for us will meet and look at your complaint. This is called the panel. One of them leads it. We will find that person by {chairByOn}.

The panel meets by {panelByOn}. You can come. You can bring an advocate and one more person, and each of you can speak. Tell us which days you cannot do, and what would make it easier for you.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# The last step has started

${CHILD.hello}

You asked for stage 3 on {stage3AskedOn}. Three people will meet and look at what you told us. They do not work for us. They are called the panel. One of them leads it. We will find that person by {chairByOn}.

They meet by {panelByOn}. You can be there if you want. You can bring your advocate and one more person. Tell us which days are bad for you.

${CHILD.advocate}

${CHILD.sign}`
	},
	lateStage3Accepted: {
		name: 'A late request for stage 3, accepted',
		about: 'Asked for after the 20 working days',
		reader: 'complainant',
		codes: [],
		mustSay: ['stage3AskedOn', 'reason', 'panelByOn'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 18',
		adult: `# Stage 3 will go ahead

${ADULT.hello}

You asked for stage 3 on {stage3AskedOn}. That was after the 20 working days. We thought about why, and we have decided to go ahead:

{reason}

Three people who do not work for us will meet by {panelByOn}. We will write to you about the day.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# The last step will go ahead

${CHILD.hello}

You asked for stage 3 on {stage3AskedOn}. That was a bit late. We thought about why. We say yes:

{reason}

Three people who do not work for us will meet by {panelByOn}. We will tell you the day.

${CHILD.advocate}

${CHILD.sign}`
	},
	lateStage3Refused: {
		name: 'A late request for stage 3, refused',
		about: 'Never without looking at the reasons for being late',
		reader: 'complainant',
		codes: [],
		mustSay: ['stage3AskedOn', 'reason', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'SI 2006/1738 reg 18; Ombudsman decision 20-003-273',
		adult: `# Our decision about stage 3

${ADULT.hello}

You asked for stage 3 on {stage3AskedOn}. That was after the 20 working days. We thought about why it was late, and what it means for you. We have decided not to hold a panel. This is why:

{reason}

If there is something we did not know, tell us. We will think again.

${ADULT.ombudsman}

${ADULT.sign}`,
		child: `# What we decided

${CHILD.hello}

You asked for stage 3 on {stage3AskedOn}. That was after the last day. We thought about why it was late. We decided that we will not hold this meeting. This is why:

{reason}

Is there something we do not know? Tell us, and we will think again.

${CHILD.advocate}

${CHILD.ombudsman}

${CHILD.sign}`
	},
	panelDate: {
		name: 'The day of the panel, and the papers',
		about: 'The papers go out ten working days before',
		reader: 'complainant',
		codes: [],
		mustSay: ['panelOn', 'panelPlace', 'papersOn', 'panelNames'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 19; Getting the Best from Complaints 3.10 to 3.13',
		adult: `# The panel meets on {panelOn}

${ADULT.hello}

The panel meets on {panelOn}: {panelPlace}. The people on it are {panelNames}. None of them works for us.

You will have the papers on {papersOn}, so that you have time to read them. If you want the panel to read something from you, send it to us before then.

You can come. You can bring an advocate and one more person, and each of you can speak. If you cannot come that day, tell us. We can look for another one.

Tell us what would make it easier for you: breaks, a quiet room, or help to get there.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# The meeting is on {panelOn}

${CHILD.hello}

The panel meets on {panelOn}: {panelPlace}. They are {panelNames}. None of them works for us.

You will get the papers on {papersOn}. Do you want them to read something from you? Send it to us before then.

You can be there if you want. You can bring your advocate and one more person. Is that day bad for you? Tell us. We can look for a new day.

Tell us what would make it easier. You can have breaks, a quiet room, or a ride.

${CHILD.advocate}

${CHILD.sign}`
	},
	panelReport: {
		name: 'The report of the panel',
		about: 'Within five working days of the meeting',
		reader: 'complainant',
		codes: [],
		mustSay: ['responseDueOn'],
		needsSecondPerson: true,
		source: 'SI 2006/1738 reg 20',
		adult: `# What the panel said

${ADULT.hello}

The report of the panel comes with this letter. It says what the panel thinks, and what it asks us to do.

We now decide what we will do. The independent person from stage 2 helps us with that. We will write to you by {responseDueOn}.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# What the panel said

${CHILD.hello}

What the panel wrote comes with this letter. It says what they think. It says what they ask us to do.

Now we have to say what we will do. The second person from stage 2 helps to make sure it is fair. We will write to you by {responseDueOn}.

${CHILD.advocate}

${CHILD.sign}`
	},
	stage3Response: {
		name: 'The answer at stage 3',
		about: 'The director’s decision, with the independent person, and the Ombudsman',
		reader: 'complainant',
		codes: [],
		mustSay: ['decision', 'independentPersonName', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'SI 2006/1738 reg 20(3)',
		adult: `# Our last answer

${ADULT.hello}

We read the report of the panel with {independentPersonName}, the independent person. This is what we decided about each thing the panel asked for, and why:

{decision}

We have now done all our steps.

${ADULT.ombudsman}

${ADULT.advocate}

${ADULT.sign}`,
		child: `# Our last answer

${CHILD.hello}

We read what the panel said. {independentPersonName} helped to make sure it was fair. This is what we decided, and why:

{decision}

We have done all our steps now.

${CHILD.ombudsman}

${CHILD.advocate}

${CHILD.sign}`
	}
} as const satisfies Record<string, BuiltInLetter>;
