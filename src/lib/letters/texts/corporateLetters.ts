import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { ADULT, CHILD } from '#lib/letters/texts/shared.ts';

/** What is written at the last stage of the corporate procedure. */
export const CORPORATE_LETTERS = {
	corporateStage2Acknowledged: {
		name: 'We have the corporate stage 2 request',
		about: 'Within 5 working days of the request, with what we think they want looked at',
		reader: 'complainant',
		codes: [],
		mustSay: ['stage2AskedOn', 'points', 'stage2DueOn'],
		needsSecondPerson: false,
		source: 'Complaint Handling Code, stage 2',
		adult: `# We will look at it again

${ADULT.hello}

You asked us on {stage2AskedOn} to look at your complaint again. We count the days from then.

We think that this is what you want looked at:

{points}

Tell us if we got that wrong. You do not need to give a reason for asking.

Somebody who did not give you the first answer will look at it. You will have our last answer by {stage2DueOn}. If we need more time, we will write, tell you why and give you a new date.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# We will look again

${CHILD.hello}

You asked us on {stage2AskedOn} to look again. We count the days from then.

We think this is what you want looked at:

{points}

Did we get that wrong? Tell us.

Someone who did not give you the first answer will look at it. You will get our last answer by {stage2DueOn}. If we need more time, we will tell you why.

${CHILD.advocate}

${CHILD.sign}`
	},
	corporateStage2Extended: {
		name: 'More time at corporate stage 2',
		about: 'Told before the answer is due, with the reason and the new date',
		reader: 'complainant',
		codes: [],
		mustSay: ['reason', 'newDueOn', 'ombudsmanTelephone'],
		needsSecondPerson: false,
		source: 'Complaint Handling Code, stage 2: the reason, the new date and the Ombudsman',
		adult: `# We need more time

${ADULT.hello}

We said you would have our last answer by {stage2DueOn}. We need more time to do it well. This is why:

{reason}

Your new date is {newDueOn}. Please tell us what you think of it. We will write that down.

${ADULT.ombudsman}

${ADULT.advocate}

${ADULT.sign}`,
		child: `# We need more time

${CHILD.hello}

We said you would get our last answer by {stage2DueOn}. We need more time to do this well. This is why:

{reason}

Your new date is {newDueOn}. If you are not OK with that, tell us. It will not get you in trouble.

${CHILD.advocate}

${CHILD.ombudsman}

${CHILD.sign}`
	},
	corporateStage2Response: {
		name: 'The corporate stage 2 answer',
		about: 'The last answer, with what was found on each point and the way to the Ombudsman',
		reader: 'complainant',
		codes: [],
		mustSay: ['decision', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'Complaint Handling Code, stage 2: the decision, the reasons and the Ombudsman',
		adult: `# Our last answer

${ADULT.hello}

You asked us to look at your complaint again. We did. Somebody looked at it who did not give you the first answer.

In short:

{decision}

This is our last answer. There is no other step with us after it.

${ADULT.ombudsman}

${ADULT.advocate}

${ADULT.sign}`,
		child: `# Our last answer

${CHILD.hello}

You asked us to look again. We did. Someone looked at it who did not give you the first answer.

In short:

{decision}

You did nothing wrong by telling us. This is our last answer. We have no more steps after it.

${CHILD.advocate}

${CHILD.ombudsman}

${CHILD.sign}`
	}
} as const satisfies Record<string, BuiltInLetter>;
