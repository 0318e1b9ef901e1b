import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { ADULT, CHILD } from '#lib/letters/texts/shared.ts';

/** What is written when somebody has told us something, and when stage 1 begins. */
export const RECEIVED_LETTERS = {
	acknowledged: {
		name: 'We have it',
		about: 'Within two working days, before the route is decided',
		reader: 'complainant',
		codes: [],
		mustSay: ['receivedOn'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 11',
		adult: `# We have what you told us

${ADULT.hello}

Thank you for telling us. We received your complaint on {receivedOn}.

We are now finding out who should answer it. We will write again by {nextLetterOn}.

If you need help to take part, tell us. We can meet you, call you, or ask a person who speaks your language to help.

${ADULT.advocate}

Only the people who deal with your complaint can see it. You can ask us for a copy of what we keep.

${ADULT.sign}`,
		child: `# We have what you told us

${CHILD.hello}

Thank you for telling us. We got it on {receivedOn}.

We are finding out who can help. We will write to you again by {nextLetterOn}.

Do you need help to talk to us? We can meet you or call you. You can have a person who speaks your language.

${CHILD.advocate}

We keep what you say private. Only the people who help with it can see it. You can ask to see what we keep.

No one is allowed to treat you badly because you told us.

${CHILD.sign}`
	},
	stage1Started: {
		name: 'Stage 1 has started',
		about: 'The complaint goes to stage 1 of the children’s procedure',
		reader: 'complainant',
		codes: ['STAT_S1'],
		mustSay: ['receivedOn', 'answererName', 'dueOn', 'day20On'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 regs 11 and 14',
		adult: `# Your complaint has started

${ADULT.hello}

We received your complaint on {receivedOn}. {answererName} will answer it. This first step is called stage 1.

Your answer is due by {dueOn}. If it is hard to find out what happened, it can take until {day20On}. We would write and tell you why.

[if points]
## What we will answer

{points}
[end]

${ADULT.stage2}

There is a third step after that. Three people who do not work for us then look at it.

## Help to take part

Tell us what would make this easier. We can meet you, call you, or ask a person who speaks your language to help.

${ADULT.advocate}

## How we use what you told us

Only the people who deal with your complaint can see it. You can ask us for a copy of what we keep.

${ADULT.sign}`,
		child: `# We are looking into what you told us

${CHILD.hello}

We got what you told us on {receivedOn}. {answererName} will find out what happened and tell you. This is called stage 1.

You will get an answer by {dueOn}. If it is hard to find out, it can take until {day20On}. We would tell you why.

[if points]
## What we will answer

{points}
[end]

${CHILD.stage2}

There is a third step after that. Three people who do not work for us look at it.

## Help for you

Tell us what would make this easier for you. We can meet you or call you. You can have a person who speaks your language.

${CHILD.advocate}

## What we do with your words

We keep what you say private. Only the people who help with it can see it. You can ask to see what we keep.

${CHILD.sign}`
	},
	straightToStage2: {
		name: 'Straight to stage 2',
		about: 'Both agreed to leave stage 1 out',
		reader: 'complainant',
		codes: ['STAT_S2_DIRECT'],
		mustSay: ['stage2AskedOn', 'stage2DueOn', 'stage2LimitOn'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 17; Getting the Best from Complaints 3.6.1',
		adult: `# Your complaint goes straight to stage 2

${ADULT.hello}

We both agreed to leave stage 1 out. I have written that down. Stage 2 began on {stage2AskedOn}, the day you asked.

An investigating officer will find out what happened. An independent person makes sure that it is fair. They have never worked for us.

[if investigatorName]
They are {investigatorName} and {independentPersonName}.
[end]

First they will write down your points with you. You then say if the list is right. We are counting the days already.

Your answer is due by {stage2DueOn}. If we need more time, it can take until {stage2LimitOn} at the latest. We would write and tell you why.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# Someone new is looking at what you told us

${CHILD.hello}

You and we both said yes to this: someone new looks at it now. This is called stage 2. It began on {stage2AskedOn}.

One person finds out what happened. A second person makes sure it is fair. They have never worked for the council.

[if investigatorName]
They are {investigatorName} and {independentPersonName}.
[end]

First they will make a list with you of what you want looked at. You say if the list is right. We are already counting the days.

You will get an answer by {stage2DueOn}. It can never take longer than {stage2LimitOn} unless we get it wrong. If we need more time, we will tell you why.

${CHILD.advocate}

${CHILD.sign}`
	},
	ideaOrComment: {
		name: 'An idea or a comment',
		about: 'It is answered, and has no stages',
		reader: 'complainant',
		codes: ['REPRESENTATION'],
		mustSay: [],
		needsSecondPerson: false,
		source: 'Getting the Best from Complaints 2',
		adult: `# Thank you for your idea

${ADULT.hello}

Thank you for telling us what you think. We take it as an idea or a comment, and not as a complaint.

We will give it to the people it is about. {answererName} will write to you by {nextLetterOn}.

You can make it a complaint at any time. Just tell us. You do not need a form.

${ADULT.sign}`,
		child: `# Thank you for your idea

${CHILD.hello}

Thank you for telling us what you think. It sounds like an idea to us, and not like something that went wrong.

{answererName} will think about it and write to you by {nextLetterOn}.

Did something go wrong? You can make it a complaint at any time. Just tell us.

${CHILD.sign}`
	},
	thanks: {
		name: 'Thanks for the thanks',
		about: 'Somebody said something good about a person or a team',
		reader: 'complainant',
		codes: ['COMPLIMENT'],
		mustSay: [],
		needsSecondPerson: false,
		source: 'Getting the Best from Complaints 2',
		adult: `# Thank you

${ADULT.hello}

Thank you for your kind words. We have passed them on to the people they are about. It means a lot to them.

If something goes wrong one day, you can tell us that too.

${ADULT.sign}`,
		child: `# Thank you

${CHILD.hello}

Thank you for your kind words. We told the people they are about. It made their day.

If something goes wrong one day, you can tell us that too.

${CHILD.sign}`
	},
	sortedAtOnce: {
		name: 'Sorted at once',
		about: 'A stage 1 complaint that was put right on the spot, counted as one',
		reader: 'complainant',
		codes: ['QUICK_RESOLVED'],
		mustSay: ['terms'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 15',
		adult: `# What we agreed

${ADULT.hello}

Thank you for telling us, and for agreeing with us how to put it right. This is what we agreed:

{terms}

We still count it as a complaint, so that we can learn from it.

If this does not happen, or you change your mind, tell us. You can still have a full answer. You can also ask for stage 2.

${ADULT.sign}`,
		child: `# What we agreed with you

${CHILD.hello}

Thank you for telling us. You said yes to this:

{terms}

Did it not happen? Did you change your mind? Tell us. We will still look into it. You can also ask for someone new to look at it.

${CHILD.sign}`
	},
	corporate: {
		name: 'Our other complaints steps',
		about: 'It is answered under the council’s own procedure, and why',
		reader: 'complainant',
		codes: ['CORPORATE'],
		mustSay: ['testFailed', 'corporateDueOn', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'Local Government Act 1974 s.23',
		adult: `# How we will answer your complaint

${ADULT.hello}

We received your complaint on {receivedOn}. We will answer it by the council’s own complaints steps. It does not come under the law about children’s complaints. This is why:

{testFailed}

There are two stages. {answererName} will answer at stage 1 by {corporateDueOn}. If you are not happy then, ask us for stage 2. A person who was not part of the first answer then looks at it.

If you think that we chose the wrong steps, tell us why. We will look again.

${ADULT.ombudsman}

${ADULT.sign}`,
		child: `# How we will answer you

${CHILD.hello}

We got what you told us on {receivedOn}. We will answer you, but not by the steps we have just for children. This is why:

{testFailed}

There are two steps. {answererName} will answer you by {corporateDueOn}. If you are not happy, ask us. Then someone new looks at it.

Do you think that is wrong? Tell us why. We will look again.

${CHILD.ombudsman}

${CHILD.sign}`
	}
} as const satisfies Record<string, BuiltInLetter>;
