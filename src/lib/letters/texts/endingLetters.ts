import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { ADULT, CHILD } from '#lib/letters/texts/shared.ts';

/** What is written when a point is refused, waits, comes back, or is taken back. */
export const ENDING_LETTERS = {
	courtDecided: {
		name: 'Only a court can change it',
		about: 'A court decided this point',
		reader: 'complainant',
		codes: ['COURT_DECIDED'],
		mustSay: ['partsThatGoOn'],
		needsSecondPerson: true,
		source: 'Local Government Act 1974 Sch 5',
		adult: `# What a court has decided

${ADULT.hello}

A court decided part of what you complain about. Only the court can change that. A solicitor can tell you how to ask the court. Please take legal advice.

We can still look at this:

{partsThatGoOn}

${ADULT.ombudsman}

${ADULT.sign}`,
		child: `# A judge decides this

${CHILD.hello}

A judge made this choice, so we are not allowed to change it. Your advocate or solicitor can tell you how to ask the judge.

We can still help with this:

{partsThatGoOn}

${CHILD.advocate}

${CHILD.ombudsman}

${CHILD.sign}`
	},
	suspended: {
		name: 'Part of it waits',
		about: 'A court case, a police investigation or staff discipline might be harmed',
		reader: 'complainant',
		codes: ['SUSPEND_COURT', 'SUSPEND_POLICE', 'SUSPEND_DISC'],
		mustSay: ['process', 'whyItMightHarm', 'partsThatStop', 'reviewOn', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'SI 2006/1738 reg 8',
		adult: `# Part of your complaint has to wait

${ADULT.hello}

Another process is going on at the same time: {process}. We are sorry, but part of your complaint has to wait for it. If we went on now, we might harm that process. This is why:

{whyItMightHarm}

These parts wait:

{partsThatStop}

[if partsThatGoOn]
These parts go on:

{partsThatGoOn}
[end]

We will look at this again on {reviewOn}. We will write to you when the other process is over. You can then bring it back to us. You have one year from its end to do so, and we must then look at it.

${ADULT.ombudsman}

${ADULT.sign}`,
		child: `# Part of this has to wait

${CHILD.hello}

Something else is going on at the same time: {process}. We have to wait with part of what you told us. If we did not, we could harm it. This is why:

{whyItMightHarm}

We wait with this:

{partsThatStop}

[if partsThatGoOn]
We go on with this:

{partsThatGoOn}
[end]

We will look at this again on {reviewOn}. We will tell you when the other thing is over. Then you can ask us again. You have one year from then. We have not forgotten you.

${CHILD.advocate}

${CHILD.ombudsman}

${CHILD.sign}`
	},
	mayBringBack: {
		name: 'It can come back now',
		about: 'The other process is over',
		reader: 'complainant',
		codes: [],
		mustSay: ['process', 'endedOn', 'resubmitByOn'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 8',
		adult: `# You can bring your complaint back now

${ADULT.hello}

Part of your complaint had to wait for this: {process}. It ended on {endedOn}.

You can now bring that part back to us. Just tell us, in any way. If you do so by {resubmitByOn}, we must look at it. The days then count from the day you tell us.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# You can ask us again now

${CHILD.hello}

Part of what you told us had to wait for this: {process}. It ended on {endedOn}.

Do you still want us to look at it? Just tell us. If you ask by {resubmitByOn}, we have to do it. You do not have to tell it all again.

${CHILD.advocate}

${CHILD.sign}`
	},
	noStanding: {
		name: 'Not one who may complain about this child',
		about: 'No sufficient interest in the child’s welfare',
		reader: 'complainant',
		codes: ['NO_STANDING'],
		mustSay: ['reason', 'corporateRoute', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'SI 2006/1738 reg 12',
		adult: `# Our decision about your complaint

${ADULT.hello}

The law says who can make a complaint about a child. We had to decide if you are close enough to the child for that. We decided that you are not. This is why:

{reason}

So we will do no more with it under the law about children’s complaints. {corporateRoute}

If you worry that a child is not safe, you can always tell us. Anyone can.

${ADULT.ombudsman}

${ADULT.sign}`,
		child: `# What we decided

${CHILD.hello}

You told us about someone else. There are rules about who can do that. We had to say if you are close enough to them. We said no. This is why:

{reason}

So we will not do more with it by these steps. {corporateRoute}

Do you worry that someone is not safe? You can always tell us that. Anyone can.

${CHILD.ombudsman}

${CHILD.sign}`
	},
	consentNeeded: {
		name: 'We need a yes first',
		about: 'Somebody acts for a child or an adult, and we need their consent',
		reader: 'complainant',
		codes: ['NO_CONSENT'],
		mustSay: ['whatIsNeeded', 'replyByOn'],
		needsSecondPerson: false,
		source: 'Getting the Best from Complaints 2',
		adult: `# What we need from you

${ADULT.hello}

You told us something for another person. Before we can go on, we need this:

{whatIsNeeded}

Please send it by {replyByOn}. If you need longer, tell us. The days of the complaint count already, from the day we received it.

If you worry that a child is not safe, do not wait for this. Tell us now. Anyone can.

${ADULT.sign}`,
		child: `# What we need from you

${CHILD.hello}

Someone told us about this for you. Before we start, we need one thing:

{whatIsNeeded}

Please tell us by {replyByOn}. You can say yes, no, or some of it. If you need longer, that is OK. Tell us.

If someone is not safe, do not wait. Tell us now.

${CHILD.advocate}

${CHILD.sign}`
	},
	tooLate: {
		name: 'Too long ago',
		about: 'Over a year, and a limb of the test fails',
		reader: 'complainant',
		codes: ['LATE_REFUSE'],
		mustSay: ['whyNotEarlier', 'whyStillFair', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'SI 2006/1738 reg 9',
		adult: `# Our decision about your complaint

${ADULT.hello}

What you told us happened more than a year ago. The law asks us two questions before we look at something so old. We thought about both with care.

## Could you have told us sooner?

{whyNotEarlier}

## Can we still look at it well, and in a fair way?

{whyStillFair}

So we decided not to look at it as a complaint. We know that this is not what you hoped for. If there is something we did not know, tell us. We will think again.

${ADULT.ombudsman}

${ADULT.sign}`,
		child: `# What we decided

${CHILD.hello}

What you told us was a long time ago. We read it with care. We had to think about two things.

## Could you have told us sooner?

{whyNotEarlier}

## Can we still find out what happened?

{whyStillFair}

So we cannot look into it now. We know that is not what you wanted to hear. You did nothing wrong by telling us. Is there something we do not know? Tell us, and we will think again.

${CHILD.advocate}

${CHILD.ombudsman}

${CHILD.sign}`
	},
	lateAccepted: {
		name: 'Over a year ago, and we look at it',
		about: 'Both limbs of the test are met',
		reader: 'complainant',
		codes: ['LATE_ACCEPT'],
		mustSay: ['whyNotEarlier', 'whyStillFair'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 9',
		adult: `# We will look at your complaint

${ADULT.hello}

What you told us happened more than a year ago. We have decided that we will look at it. The law asks us two questions first.

## Could you have told us sooner?

{whyNotEarlier}

## Can we still look at it well, and in a fair way?

{whyStillFair}

You will have another letter that tells you who answers, and by when.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# We will look into it

${CHILD.hello}

What you told us was a long time ago. We will look into it. We had to think about two things first.

## Could you have told us sooner?

{whyNotEarlier}

## Can we still find out what happened?

{whyStillFair}

We will write again. Then we will tell you who finds out, and by when.

${CHILD.advocate}

${CHILD.sign}`
	},
	throughAllStages: {
		name: 'It has been through all stages',
		about: 'The same complaint was answered at every stage',
		reader: 'complainant',
		codes: ['EXHAUSTED'],
		mustSay: ['finishedOn', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'Getting the Best from Complaints 2',
		adult: `# We have done all our steps

${ADULT.hello}

You wrote to us about something that went through all our stages before. They ended on {finishedOn}. We cannot look at the same thing again.

If there is something new, tell us. We will read it with care.

${ADULT.ombudsman}

${ADULT.sign}`,
		child: `# We have done all our steps

${CHILD.hello}

We looked at this before. We did all the steps we have. The last one was on {finishedOn}. We cannot look at the same thing again.

Is there something new? Tell us. We will read it with care.

${CHILD.advocate}

${CHILD.ombudsman}

${CHILD.sign}`
	},
	managedContact: {
		name: 'How we will be in touch from now on',
		about: 'After a warning, for a limited time. Never a refusal of a new complaint',
		reader: 'complainant',
		codes: ['PERSISTENT'],
		mustSay: ['warning', 'untilOn', 'reviewOn', 'ombudsmanTelephone'],
		needsSecondPerson: true,
		source: 'Getting the Best from Complaints, annex',
		adult: `# How we will be in touch from now on

${ADULT.hello}

We told you before that we would have to change how we are in touch. We now do so:

{warning}

This lasts until {untilOn}. We will look at it again on {reviewOn}. You can tell us then what you think.

You can still make a new complaint. We read everything you send, and we answer what is new.

${ADULT.ombudsman}

${ADULT.sign}`,
		child: `# How we will write to you from now on

${CHILD.hello}

We told you before that we would have to change how we talk with you. Now we do it:

{warning}

This lasts until {untilOn}. We will look at it again on {reviewOn}. You can tell us what you think.

You can still tell us when something is wrong. We read all of it.

${CHILD.advocate}

${CHILD.ombudsman}

${CHILD.sign}`
	},
	notPursued: {
		name: 'We could not reach you',
		about: 'Two tries, by different means, and no reply',
		reader: 'complainant',
		codes: ['NOT_PURSUED'],
		mustSay: ['firstTryOn', 'secondTryOn'],
		needsSecondPerson: true,
		source: 'Getting the Best from Complaints 3',
		adult: `# We could not reach you

${ADULT.hello}

We tried to reach you on {firstTryOn} and, in another way, on {secondTryOn}. We had no reply, so we have stopped for now.

That is no fault of yours. We can open it again at any time. Just tell us.

${ADULT.sign}`,
		child: `# We could not reach you

${CHILD.hello}

We tried to reach you on {firstTryOn}. We tried another way on {secondTryOn}. We did not hear back, so we have stopped for now.

That is OK. You are not in trouble. We can start again at any time. Just tell us.

${CHILD.advocate}

${CHILD.sign}`
	},
	withdrawn: {
		name: 'You took it back',
		about: 'Confirms that a complaint is withdrawn',
		reader: 'complainant',
		codes: ['WITHDRAWN'],
		mustSay: ['withdrawnOn'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 7; Getting the Best from Complaints 3.4',
		adult: `# You took your complaint back

${ADULT.hello}

On {withdrawnOn} you told us that you do not want to go on with your complaint. We have stopped.

[if reason]
We will still look at part of it ourselves, without your name. This is why:

{reason}
[end]
[if no reason]
We will not look into it any more ourselves.
[end]

If you change your mind, tell us. You can take it up again.

${ADULT.sign}`,
		child: `# You asked us to stop

${CHILD.hello}

You asked us to stop on {withdrawnOn}. We have stopped. You do not have to say why.

[if reason]
We will look at one part without using your name. This is why:

{reason}
[end]
[if no reason]
We will not look into it any more.
[end]

Did someone tell you to stop? Do you want to start again? Tell us.

${CHILD.advocate}

${CHILD.sign}`
	},
	reinstated: {
		name: 'We are going on again',
		about: 'A complaint that was taken back is taken up again',
		reader: 'complainant',
		codes: [],
		mustSay: ['answererName', 'dueOn'],
		needsSecondPerson: false,
		source: 'SI 2006/1738 reg 7',
		adult: `# We are going on with your complaint

${ADULT.hello}

You told us that you want to go on with your complaint after all. That is fine. We have opened it again, and nothing you told us before is lost.

{answererName} will answer it by {dueOn}.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# We have started again

${CHILD.hello}

You told us that you want to go on. That is fine. We have started again. You do not have to tell it all again.

{answererName} will answer you by {dueOn}.

${CHILD.advocate}

${CHILD.sign}`
	}
} as const satisfies Record<string, BuiltInLetter>;
