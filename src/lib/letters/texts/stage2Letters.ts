import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { ADULT, CHILD } from '#lib/letters/texts/shared.ts';

/** What is written at stage 2, the investigation. */
export const STAGE_2_LETTERS = {
	stage2Acknowledged: {
		name: 'Stage 2 has started',
		about: 'Stage 2 was asked for',
		reader: 'complainant',
		codes: [],
		mustSay: ['stage2AskedOn', 'stage2DueOn', 'stage2LimitOn'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 17',
		adult: `# Stage 2 has started

${ADULT.hello}

You asked for stage 2 on {stage2AskedOn}. We count the days from then.

An investigating officer will find out what happened. An independent person makes sure that it is fair. They have never worked for us. You will soon hear who they are.

First they will write down your points with you. You then say if the list is right. The days go on while you do.

Your answer is due by {stage2DueOn}. If we need more time, it can take until {stage2LimitOn} at the latest. We would write and tell you why.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# Someone new will look at this

${CHILD.hello}

You asked for stage 2 on {stage2AskedOn}. We count the days from then.

Someone new will find out what happened. A second person makes sure it is fair. We will tell you who they are.

First we need to be sure what you want looked at. They will help you write a list. You say if the list is right.

You will get an answer by {stage2DueOn}. If we need more time, we will tell you why. It should never take longer than {stage2LimitOn}.

${CHILD.advocate}

${CHILD.sign}`
	},
	statementToAgree: {
		name: 'Your points, for you to agree',
		about: 'The statement of complaint goes to be agreed',
		reader: 'complainant',
		codes: [],
		mustSay: ['points', 'replyByOn'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 16; rules 3.2 S2-SOC',
		adult: `# Is this what you want looked at?

${ADULT.hello}

We wrote down what you want looked at in stage 2:

{points}

Please tell us by {replyByOn} if this is right. You can change it or add to it. If we cannot agree, we use your own words.

The days of stage 2 go on while you read this.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# Is this what you want looked at?

${CHILD.hello}

We made a list of what you want looked at:

{points}

Is it right? Tell us by {replyByOn}. You can change it. You can add to it. If we do not agree, we use your own words.

We are already counting the days.

${CHILD.advocate}

${CHILD.sign}`
	},
	peopleAppointed: {
		name: 'Who looks at it at stage 2',
		about: 'The investigating officer and the independent person are appointed',
		reader: 'complainant',
		codes: [],
		mustSay: ['investigatorName', 'independentPersonName'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 17(2)',
		adult: `# Who will look at your complaint

${ADULT.hello}

{investigatorName} is the investigating officer. They will find out what happened and write a report.

{independentPersonName} is the independent person. They have never worked for us. They make sure that it is fair, and they write a report of their own.

We checked that neither of them has had anything to do with this before. If you know a reason why one of them should not do it, tell us.

They will be in touch with you by {nextLetterOn}.

${ADULT.sign}`,
		child: `# Who will look at this

${CHILD.hello}

{investigatorName} will find out what happened. They do not work in the team you told us about.

{independentPersonName} makes sure it is fair. They have never worked for the council.

Both of them will write down what they think.

Is one of them not right for you? Tell us why.

They will talk to you by {nextLetterOn}.

${CHILD.advocate}

${CHILD.sign}`
	},
	stage2Extended: {
		name: 'More time at stage 2',
		about: 'Told by day 25, with the reason and the new date',
		reader: 'complainant',
		codes: [],
		mustSay: ['reason', 'newDueOn', 'stage2LimitOn'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 17(6)',
		adult: `# We need more time for stage 2

${ADULT.hello}

We said you would have an answer by {stage2DueOn}. We need more time to do it well. This is why:

{reason}

Your new date is {newDueOn}. The law lets us take until {stage2LimitOn}, and no longer. Please tell us what you think of the new date. We will write that down.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# We need more time

${CHILD.hello}

We said you would get an answer by {stage2DueOn}. We need more time to do this well. This is why:

{reason}

Your new date is {newDueOn}. The law lets us take until {stage2LimitOn}, and no longer. If you are not OK with that, tell us. It will not get you in trouble.

${CHILD.advocate}

${CHILD.sign}`
	},
	stage2Late: {
		name: 'Stage 2 is late',
		about: 'On day 66, or earlier once it is clear that day 65 will be missed',
		reader: 'complainant',
		codes: [],
		mustSay: ['stage2LimitOn', 'ombudsmanTelephone'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 17(6); rules 3.2 S2-65',
		adult: `# Stage 2 is late

${ADULT.hello}

The law gave us until {stage2LimitOn} to finish stage 2. We have not done it. That is our fault. You should not have to wait longer, and we are sorry.

[if newDueOn]
We now plan to send you the answer by {newDueOn}.
[end]
[if no newDueOn]
We will keep going until you have your answer.
[end]

## What you can do

You do not have to wait for us. You can ask the Ombudsman to look at the delay now. They check if councils have been fair. They are not part of the council, and they are free. Their full name is the Local Government and Social Care Ombudsman. Call {ombudsmanTelephone} or go to {ombudsmanWebsite}.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# This is late

${CHILD.hello}

The law says you should have had an answer by {stage2LimitOn}. We have not done it. That is our fault, not yours. We are sorry. You should not have to keep waiting.

[if newDueOn]
The new date is {newDueOn}.
[end]
[if no newDueOn]
We will keep going until you have your answer.
[end]

## What you can do

You do not have to wait. You can ask the Ombudsman to look at it now. They check if councils have been fair. They are not part of the council. It is free. Call them on {ombudsmanTelephone}.

${CHILD.advocate}

${CHILD.sign}`
	},
	stage2Response: {
		name: 'The stage 2 answer',
		about: 'Goes with all three documents: both reports and our decision',
		reader: 'complainant',
		codes: [],
		mustSay: [
			'investigatorName',
			'independentPersonName',
			'adjudicatorName',
			'decision',
			'stage3AskByOn'
		],
		needsSecondPerson: true,
		source: 'SI 2006/1738 regs 17 and 18; Getting the Best from Complaints 3.6 and 3.8',
		adult: `# Our answer at stage 2

${ADULT.hello}

Three things come with this letter:

- the report of {investigatorName}, the investigating officer
- the report of {independentPersonName}, the independent person
- our decision on each point, by {adjudicatorName}

In short:

{decision}

## If you are not happy with this

You can ask for stage 3. Three people who do not work for us then meet and look at it. You can come, and you can bring an advocate and one more person. Please ask within 20 working days of getting this letter. That is by {stage3AskByOn}. If you need longer, tell us why.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# Our answer

${CHILD.hello}

Three things come with this letter:

- what {investigatorName} found out
- what {independentPersonName} thinks about how it was done
- what {adjudicatorName} decided about each point

In short:

{decision}

You did nothing wrong by telling us.

## If you do not like the answer

There is one more step. It is called stage 3. Three people who do not work for us meet and look at it. You can be there. You can bring your advocate and one more person. Please ask by {stage3AskByOn}. If you need longer, tell us.

${CHILD.advocate}

${CHILD.sign}`
	},
	stage2Stopped: {
		name: 'Stage 2 cannot go on',
		about: 'What is to be looked at could not be agreed, after real effort',
		reader: 'complainant',
		codes: [],
		mustSay: ['reason', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'rules 8 C-5',
		adult: `# We cannot go on with stage 2

${ADULT.hello}

We tried to agree with you what stage 2 should look at. We did not get there, and so it cannot go on. This is why:

{reason}

We know that this is hard. If you want to try once more, tell us and we will.

${ADULT.ombudsman}

${ADULT.advocate}

${ADULT.sign}`,
		child: `# We had to stop

${CHILD.hello}

We tried to agree with you what should be looked at. We did not get there, so we had to stop. This is why:

{reason}

We know this is hard. It is not your fault. If you want to try once more, tell us. We will.

${CHILD.advocate}

${CHILD.ombudsman}

${CHILD.sign}`
	}
} as const satisfies Record<string, BuiltInLetter>;
