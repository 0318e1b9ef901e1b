import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { ADULT, CHILD } from '#lib/letters/texts/shared.ts';

/** What is written beside the stages: other ways, decisions on hold, and who else is told. */
export const BESIDE_LETTERS = {
	otherWayOffered: {
		name: 'Another way to put it right',
		about: 'Mediation, conciliation or a meeting is offered. It never ends the right to go on',
		reader: 'complainant',
		codes: [],
		mustSay: ['adrKind'],
		needsSecondPerson: false,
		source: 'Getting the Best from Complaints 6; rules 8 C-12',
		adult: `# Another way to put it right

${ADULT.hello}

There is another way that may help: {adrKind}. It is up to you. Please tell us by {replyByOn} if you would like it.

Saying yes does not end your complaint, and it takes nothing away from you. You can stop it at any time. The days go on while it runs, unless we both agree in writing on another date. You can still ask for the next stage.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# There is one more way

${CHILD.hello}

There is something else that may help: {adrKind}. It is up to you. Please tell us by {replyByOn} if you would like it.

You can say yes and still go on with your complaint. You can stop it at any time. We keep counting the days. You can still ask for someone new to look at it.

${CHILD.advocate}

${CHILD.sign}`
	},
	otherWayEnded: {
		name: 'The other way has ended',
		about: 'Says how it ended, and that the right to go on is still there',
		reader: 'complainant',
		codes: [],
		mustSay: ['adrKind', 'endedOn', 'decision'],
		needsSecondPerson: false,
		source: 'Getting the Best from Complaints 6; rules 8 C-12',
		adult: `# How it ended

${ADULT.hello}

We tried another way with you: {adrKind}. It ended on {endedOn}. This is how:

{decision}

Your complaint is still open. You can go on with it, and you can ask for the next stage at any time.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# How it ended

${CHILD.hello}

We tried something else with you: {adrKind}. It ended on {endedOn}. This is how:

{decision}

You can still go on. You can ask for someone new to look at it at any time.

${CHILD.advocate}

${CHILD.sign}`
	},
	changeOnHold: {
		name: 'The change is on hold',
		about: 'A manager has really put it on hold',
		reader: 'complainant',
		codes: [],
		mustSay: ['change'],
		needsSecondPerson: true,
		source: 'Getting the Best from Complaints 6, freezing decisions',
		adult: `# The change is on hold

${ADULT.hello}

You complained about a change that was planned: {change}. We have put it on hold while we look at your complaint.

We would only go on with it if it was not safe to wait. We would tell you first, and say why.

[if reviewOn]
We will look at this again on {reviewOn}.
[end]

The days of your complaint go on as before.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# The change is on hold

${CHILD.hello}

You told us about this: {change}. We have put it on hold. It will not happen while we look at this.

We would only do it if it was not safe to wait. We would tell you why.

[if reviewOn]
We will look at this again on {reviewOn}.
[end]

${CHILD.advocate}

${CHILD.sign}`
	},
	changeGoesOn: {
		name: 'The change cannot wait',
		about: 'There is good reason not to put it on hold',
		reader: 'complainant',
		codes: [],
		mustSay: ['change', 'reason'],
		needsSecondPerson: true,
		source: 'Getting the Best from Complaints 6, freezing decisions',
		adult: `# The change cannot wait

${ADULT.hello}

You complained about a change that was planned: {change}. We thought hard about putting it on hold. We decided that it cannot wait. This is why:

{reason}

If you do not agree, tell us today. A senior manager will look at it again. Your complaint goes on as before.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# The change cannot wait

${CHILD.hello}

You told us about this: {change}. We thought hard about it. We decided that it cannot wait. This is why:

{reason}

We know this is hard. Do you think we got it wrong? Tell us today. Someone new will look at it. We still look into what you told us.

${CHILD.advocate}

${CHILD.sign}`
	},
	advocateAsked: {
		name: 'We asked for an advocate',
		about: 'Tells who was asked, and by when they are in touch',
		reader: 'complainant',
		codes: [],
		mustSay: ['advocacyName', 'nextLetterOn'],
		needsSecondPerson: false,
		source: 'Children Act 1989 s.26A; SI 2004/719',
		adult: `# We asked for an advocate

${ADULT.hello}

We asked {advocacyName} to find an advocate. They will be in touch by {nextLetterOn}. If they are not, call them on {advocacyTelephone} or tell us.

An advocate is on your side. They do not work for the council, and it is free. You can change your mind at any time.

${ADULT.sign}`,
		child: `# Your advocate is coming

${CHILD.hello}

We asked {advocacyName} to find you an advocate. They will be in touch by {nextLetterOn}. If they are not, call them free on {advocacyTelephone}. Or tell us.

Your advocate is on your side. They do not work for the council. You can change your mind at any time.

${CHILD.sign}`
	},
	advocateRequested: {
		name: 'To the advocate, once they have said yes',
		about: 'Tells the advocate whom to reach and the next date. Nothing of the story',
		reader: 'advocate',
		codes: [],
		mustSay: ['childName', 'reference'],
		needsSecondPerson: true,
		source: 'Children Act 1989 s.26A; SI 2004/719',
		adult: `# Thank you for helping {childName}

${ADULT.hello}

{childName} asked for an advocate. Please be in touch with them by {nextLetterOn}, and only in the ways they have said are safe. Call us for those.

What they told us is theirs to tell you. We send it only if they say yes.

[if dueOn]
Their answer is due by {dueOn}.
[end]

${ADULT.sign}`,
		child: null
	},
	childToldOutcome: {
		name: 'To the child, when an adult complained',
		about: 'The child is told what was decided, where it is right that they are',
		reader: 'child',
		codes: [],
		mustSay: ['decision'],
		needsSecondPerson: true,
		source: 'Children Act 1989 s.26(7)',
		adult: `# Something we want you to know

${ADULT.hello}

Somebody told us that they were not happy with something we did. It has to do with you, so you should know what we decided:

{decision}

You did nothing wrong. You do not have to do anything. If you think something else, we want to hear it. You can make a complaint of your own.

You can have an advocate. They are on your side, and they do not work for us. It is free. Call {advocacyName} on {advocacyTelephone}.

${ADULT.sign}`,
		child: `# Something we want you to know

${CHILD.hello}

Someone told us they were not happy with something we did. It is about you too, so you should know. This is what we decided:

{decision}

You did nothing wrong. You do not have to do anything. Do you think something else? Tell us. You can have a say too.

You can have an advocate. They are on your side. They do not work for the council. It is free. Call {advocacyName} on {advocacyTelephone}.

${CHILD.sign}`
	},
	reviewingOfficerTold: {
		name: 'To the reviewing officer',
		about: 'The outcome touches the care plan',
		reader: 'reviewingOfficer',
		codes: [],
		mustSay: ['childName', 'decision'],
		needsSecondPerson: true,
		source: 'Children Act 1989 ss.25B and 26(7)',
		adult: `# A decision that touches the care plan of {childName}

${ADULT.hello}

A complaint has led to a decision that touches the care plan of {childName}. You review that plan, so you should know:

{decision}

Please think about whether the next review should come sooner. {childName} may not know that you have been told. Please ask us before you speak about it.

${ADULT.sign}`,
		child: null
	},
	ombudsman: {
		name: 'How to go to the Ombudsman',
		about: 'Asked for, or useful, at any time',
		reader: 'complainant',
		codes: [],
		mustSay: ['ombudsmanTelephone', 'ombudsmanWebsite'],
		needsSecondPerson: false,
		source: 'Local Government Act 1974 ss.23 to 26D',
		adult: `# How to go to the Ombudsman

${ADULT.hello}

The Ombudsman checks if councils have been fair. They are not part of the council, and they are free. Their full name is the Local Government and Social Care Ombudsman.

You can ask them at any time. As a rule they want us to finish our steps first. They need not wait if we have kept you waiting too long. Ask within 12 months of the day you knew about the problem.

Call {ombudsmanTelephone} or go to {ombudsmanWebsite}. Give them your number: {reference}. They may ask us for our papers, and we will send them.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# How to go to the Ombudsman

${CHILD.hello}

The Ombudsman checks if councils have been fair. They are not part of the council. It is free.

You can ask them at any time. They may ask us to finish first. But they can help if we have kept you waiting too long. You have 12 months to ask.

Call {ombudsmanTelephone} or go to {ombudsmanWebsite}. Give them your number: {reference}. Someone you trust can help you.

${CHILD.advocate}

${CHILD.sign}`
	}
} as const satisfies Record<string, BuiltInLetter>;
