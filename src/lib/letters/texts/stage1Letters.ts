import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { ADULT, CHILD } from '#lib/letters/texts/shared.ts';

/** What is written at stage 1 after it has begun. */
export const STAGE_1_LETTERS = {
	stage1Extended: {
		name: 'More time at stage 1',
		about: 'Told on or before day 10, with the reason and the new date',
		reader: 'complainant',
		codes: [],
		mustSay: ['reason', 'newDueOn'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 14',
		adult: `# We need more time

${ADULT.hello}

We said you would have an answer by {dueOn}. We need more time to do it well. This is why:

{reason}

Your new date is {newDueOn}. If you are not happy with that, tell us. It will not count against you.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# We need more time

${CHILD.hello}

We said you would get an answer by {dueOn}. We need more time to do this well. This is why:

{reason}

Your new date is {newDueOn}. If you are not OK with that, tell us. It will not get you in trouble.

${CHILD.advocate}

${CHILD.sign}`
	},
	stage1Answer: {
		name: 'The stage 1 answer',
		about: 'Goes with the answer',
		reader: 'complainant',
		codes: [],
		mustSay: ['decision', 'stage2AskByOn'],
		needsSecondPerson: true,
		source: 'SI 2006/1738 regs 14 and 15; Getting the Best from Complaints 3.5',
		adult: `# Our answer to your complaint

${ADULT.hello}

Thank you for waiting. Our full answer comes with this letter. In short:

{decision}

${ADULT.stage2}

Try to ask by {stage2AskByOn}. You can still ask after that.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# Our answer

${CHILD.hello}

Here is our answer. In short:

{decision}

You did nothing wrong by telling us.

${CHILD.stage2}

Try to ask by {stage2AskByOn}. You can still ask after that.

${CHILD.advocate}

${CHILD.sign}`
	},
	termsOfResolution: {
		name: 'What was agreed at stage 1',
		about: 'The terms on which stage 1 was settled',
		reader: 'complainant',
		codes: [],
		mustSay: ['terms'],
		needsSecondPerson: true,
		source: 'SI 2006/1738 reg 15',
		adult: `# What we agreed

${ADULT.hello}

We spoke, and we agreed how to put it right. This is what we agreed:

{terms}

If this does not happen, or you change your mind, tell us. You can still ask for stage 2. Someone new then looks at it.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# What we agreed with you

${CHILD.hello}

We talked with you about how to put it right. You said yes to this:

{terms}

Did it not happen? Did you change your mind? Tell us. You can still ask for someone new to look at it. That is called stage 2.

${CHILD.advocate}

${CHILD.sign}`
	},
	rightToStage2: {
		name: 'Day 20: the right to stage 2',
		about: 'There is no answer by day 20',
		reader: 'complainant',
		codes: [],
		mustSay: ['day20On'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 14; Getting the Best from Complaints 3.5',
		adult: `# We are late

${ADULT.hello}

We should have answered you by {day20On}, and we have not. That is our fault. We are sorry.

You have the right to ask for stage 2 now. Someone new then looks at it. With them works a person who has never worked for us. You can ask in any way.

[if newDueOn]
You can also wait for our answer. We plan to send it by {newDueOn}.
[end]
[if no newDueOn]
You can also wait for our answer.
[end]

You choose, and you can change your mind.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# We are late

${CHILD.hello}

You should have had an answer by {day20On} at the very latest. You have not had one. That is our fault, not yours. We are sorry.

You can ask for someone new to look at it now. This is called stage 2. A second person makes sure it is fair.

[if newDueOn]
Or you can wait for us. The new date is {newDueOn}.
[end]
[if no newDueOn]
Or you can wait for us.
[end]

You choose. You do not need our OK.

${CHILD.advocate}

${CHILD.sign}`
	}
} as const satisfies Record<string, BuiltInLetter>;
