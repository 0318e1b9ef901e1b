import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { ADULT, CHILD } from '#lib/letters/texts/shared.ts';

/** Every condition of the guidance, as the reader can judge it. */
const CONDITIONS = {
	adult: `- The report of stage 2 is full and clear.
- We decided on every point.
- We agreed with all of your points, or with all that matter most.
- There is a clear plan of what we will do, and by when.
- We will do all or most of what you asked for.
- You agree to it.`,
	child: `- The stage 2 report is full and clear.
- We said what we think about each thing.
- We agreed with all of it, or with all that matters most.
- There is a clear plan of what we will do and when.
- We will do all or most of what you asked for.
- You say yes.`
} as const;

/** What is written where a complaint may go to the Ombudsman in place of a panel. */
export const EARLY_REFERRAL_LETTERS = {
	earlyReferralOffered: {
		name: 'The Ombudsman in place of a panel, offered',
		about: 'After stage 2, only where every condition of the guidance is met',
		reader: 'complainant',
		codes: [],
		mustSay: ['plan', 'replyByOn', 'stage3AskByOn', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'Getting the Best from Complaints 3.19',
		adult: `# You can go to the Ombudsman now, if you want

${ADULT.hello}

You have our full answer at stage 2. The next stage is a panel of three people who do not work for us. There is another way. Your complaint can go to the Ombudsman now, with no panel first. That is only done where all of this is so:

${CONDITIONS.adult}

We think that all but the last are so. Now it is up to you. This is what we will do, whatever you choose:

{plan}

Tell us by {replyByOn} if you agree. You do not have to. If you say no, or do not reply, you can have the panel. Please ask for it by {stage3AskByOn}. If you need longer, tell us why.

If you agree, the Ombudsman may still say that a panel should meet first. Then we hold one.

${ADULT.advocate}

${ADULT.ombudsman}

${ADULT.sign}`,
		child: `# You can go to the Ombudsman now, if you want

${CHILD.hello}

You have our full answer. The next step would be three people who meet and look at it. There is another way. You can go to the Ombudsman now, and they do not have to meet first. We only do that if all of this is true:

${CONDITIONS.child}

We think all of it is true but the last one. That one is up to you. This is what we will do, whatever you say:

{plan}

Tell us by {replyByOn} if you want this. You do not have to. If you say no, or do not tell us, the three people can still meet. Please ask for that by {stage3AskByOn}. If you need longer, tell us.

If you say yes, the Ombudsman may still want the three people to meet first. Then they will.

${CHILD.advocate}

${CHILD.ombudsman}

${CHILD.sign}`
	},
	earlyReferralMade: {
		name: 'The Ombudsman in place of a panel, as they agreed',
		about: 'It goes to the Ombudsman; the way back to a panel stays open',
		reader: 'complainant',
		codes: [],
		mustSay: ['plan', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'Getting the Best from Complaints 3.19',
		adult: `# Your complaint has gone to the Ombudsman

${ADULT.hello}

You agreed that your complaint goes to the Ombudsman, with no panel first. We have sent it to them. It can go there now because all of this is so:

${CONDITIONS.adult}

This is what we will do. We do not wait for the Ombudsman to do it:

{plan}

The Ombudsman may say that a panel should meet first. Then we hold one. If you change your mind, you can still ask us for a panel.

${ADULT.advocate}

${ADULT.ombudsman}

${ADULT.sign}`,
		child: `# What you told us is with the Ombudsman

${CHILD.hello}

You said yes. So we sent what you told us to the Ombudsman. The three people do not have to meet first. We can do that now since all of this is true:

${CONDITIONS.child}

This is what we will do. We do not wait for the Ombudsman:

{plan}

The Ombudsman may want the three people to meet first. Then they will. Do you want that after all? Just tell us.

${CHILD.advocate}

${CHILD.ombudsman}

${CHILD.sign}`
	}
} as const satisfies Record<string, BuiltInLetter>;
