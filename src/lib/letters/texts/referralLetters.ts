import type { BuiltInLetter } from '#lib/letters/builtIn.ts';
import { ADULT, CHILD } from '#lib/letters/texts/shared.ts';

/** What is written when somebody else takes a point, beside or instead of our own procedure. */
export const REFERRAL_LETTERS = {
	passedToKeepSafe: {
		name: 'Told the team that keeps children safe',
		about: 'Something was passed on now. Not sent where telling raises the risk',
		reader: 'complainant',
		codes: ['SAFEGUARD'],
		mustSay: ['whoHasIt'],
		needsSecondPerson: true,
		source: 'Children Act 1989 ss.17, 47',
		adult: `# We passed on what you told us

${ADULT.hello}

You told us something that made us worry that a child may not be safe. We have passed it on to the team whose work is to keep children safe. They are {whoHasIt}.

Your complaint is not lost. It goes on beside this. Your answer is still due by {dueOn}.

If anyone is in danger now, call 999.

${ADULT.sign}`,
		child: `# We had to tell someone who can help

${CHILD.hello}

What you told us is really important. We worry that someone may not be safe. So we told a person who can help: {whoHasIt}.

You are not in trouble. You did the right thing.

What you told us is not lost. We will still answer you by {dueOn}.

If you are in danger right now, call 999.

${CHILD.sign}`
	},
	separateProcess: {
		name: 'A separate process about a worker or a carer',
		about: 'The designated officer looks at it',
		reader: 'complainant',
		codes: ['LADO'],
		mustSay: [],
		needsSecondPerson: true,
		source: 'Working Together; Keeping Children Safe in Education',
		adult: `# A separate process has started

${ADULT.hello}

Part of what you told us is about how a person behaved with a child in their work. A special officer of the council looks at that. It is a separate process with its own rules.

We cannot tell you about the person, or what happens to them. That is the law, and it holds for everyone.

Your complaint goes on. It waits only if the law allows that, and only the part that must. We would write and tell you why.

${ADULT.sign}`,
		child: `# Another person looks at part of this

${CHILD.hello}

Part of what you told us is about how a grown-up acted at work. A special person looks at that part. They have their own rules.

We cannot tell you what happens to the grown-up. That is the law.

We will still answer you. We may have to wait with one part. If so, we will tell you why.

You did nothing wrong by telling us.

${CHILD.sign}`
	},
	toProvider: {
		name: 'The home or agency answers',
		about: 'The provider has its own procedure; we answer for our own part',
		reader: 'complainant',
		codes: ['PROVIDER'],
		mustSay: ['whoHasIt', 'partsThatGoOn', 'ofstedTelephone'],
		needsSecondPerson: false,
		source: 'Children’s Homes (England) Regulations 2015 reg 39',
		adult: `# Who will answer which part

${ADULT.hello}

Part of your complaint is about a home or an agency that works for us. They must answer it first. To reach them: {whoHasIt}.

We still answer this ourselves:

{partsThatGoOn}

If you are not happy with what they say, come back to us. We choose them and we check their work. Ofsted checks them too. Call Ofsted on {ofstedTelephone}.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# Who will answer you

${CHILD.hello}

Part of what you told us is about the people who run your home. They have to answer that part first. To reach them: {whoHasIt}.

We will answer this:

{partsThatGoOn}

Not happy with what they say? Come back to us. It is our job to check on them. Ofsted checks on them too. You can call Ofsted on {ofstedTelephone}.

${CHILD.advocate}

${CHILD.sign}`
	},
	toTribunal: {
		name: 'The tribunal decides',
		about: 'What is in an education, health and care plan',
		reader: 'complainant',
		codes: ['TRIBUNAL'],
		mustSay: ['appealByOn', 'specialNeedsAdvice', 'partsThatGoOn'],
		needsSecondPerson: true,
		source: 'Children and Families Act 2014 s.51',
		adult: `# How to appeal

${ADULT.hello}

You do not agree with a decision about special needs at school. We cannot change it by a complaint. You have the right to appeal to the tribunal. It is not part of the council.

Appeal by {appealByOn}. {appealHow}.

You can have free advice on this from {specialNeedsAdvice}.

We still look at this:

{partsThatGoOn}

${ADULT.sign}`,
		child: `# How to ask for another decision

${CHILD.hello}

You do not agree with what was decided about help at school. We are not allowed to change that. A tribunal can. It is a bit like a court. It is not part of the council.

You have to ask by {appealByOn}. {appealHow}.

You can get free help to do it from {specialNeedsAdvice}.

We will still look at this:

{partsThatGoOn}

${CHILD.sign}`
	},
	toAppeal: {
		name: 'An appeal decides',
		about: 'A conference, an admission, an exclusion or transport',
		reader: 'complainant',
		codes: ['APPEAL'],
		mustSay: ['whoHasIt', 'appealByOn', 'appealHow'],
		needsSecondPerson: true,
		source: 'Getting the Best from Complaints 7',
		adult: `# How to appeal

${ADULT.hello}

You do not agree with a decision that has its own appeal. We cannot change it by a complaint. This is who can: {whoHasIt}.

Appeal by {appealByOn}. {appealHow}.

If you also want to complain about how people treated you, tell us. We can look at that.

${ADULT.sign}`,
		child: `# How to ask for another decision

${CHILD.hello}

You do not agree with what was decided. We are not allowed to change it. This is who can: {whoHasIt}.

You have to ask by {appealByOn}. {appealHow}.

We can still help with how people have treated you. Just tell us.

${CHILD.advocate}

${CHILD.sign}`
	},
	toReviewMechanism: {
		name: 'The Independent Review Mechanism decides',
		about: 'Whether somebody can foster or adopt',
		reader: 'complainant',
		codes: ['IRM'],
		mustSay: ['whoHasIt', 'appealByOn'],
		needsSecondPerson: true,
		source: 'Independent Review of Determinations (Adoption and Fostering) Regulations 2009',
		adult: `# Who can look at this decision

${ADULT.hello}

You do not agree with our decision about whether you can foster or adopt. A panel that is not part of the council can look at it. It is called the Independent Review Mechanism. To reach them: {whoHasIt}.

You must ask them by {appealByOn}. You can ask them or ask us to look again, but not both.

If you also want to complain about how people treated you, tell us. We can look at that.

${ADULT.sign}`,
		child: `# Who can look at this

${CHILD.hello}

You told us about who can foster or adopt. A team that is not part of the council can look at that. To reach them: {whoHasIt}.

They have to be asked by {appealByOn}.

We can still help with how people have treated you. Just tell us.

${CHILD.advocate}

${CHILD.sign}`
	},
	insurance: {
		name: 'A claim for money',
		about: 'The insurance team looks at damage or injury; the rest goes on',
		reader: 'complainant',
		codes: ['INSURANCE'],
		mustSay: ['whoHasIt', 'partsThatGoOn'],
		needsSecondPerson: false,
		source: 'Getting the Best from Complaints 7',
		adult: `# Your claim and your complaint

${ADULT.hello}

You ask for money for damage or an injury. The people who look at claims will deal with that. To reach them: {whoHasIt}.

We still look at this part of your complaint:

{partsThatGoOn}

${ADULT.sign}`,
		child: `# Who will answer you

${CHILD.hello}

You told us that something got broken, or that you got hurt. A team that looks at money for this will answer that part. To reach them: {whoHasIt}.

We will still look at this:

{partsThatGoOn}

${CHILD.advocate}

${CHILD.sign}`
	},
	records: {
		name: 'Records about you',
		about: 'A request for records, a wrong record, or a data breach',
		reader: 'complainant',
		codes: ['DATA'],
		mustSay: ['whoHasIt', 'commissionerTelephone', 'partsThatGoOn'],
		needsSecondPerson: false,
		source: 'UK GDPR arts 12, 15 and 16',
		adult: `# The records we keep

${ADULT.hello}

Part of what you told us is about records. The law gives you the right to see what we keep about you, and to have mistakes put right. You should have it within one month. Our records team has your request: {whoHasIt}.

If you are not happy with what they do, call the Information Commissioner on {commissionerTelephone}. The Commissioner is not part of the council.

What it did to you or to a child stays part of your complaint. We still look at this:

{partsThatGoOn}

${ADULT.sign}`,
		child: `# What we write about you

${CHILD.hello}

You can see what we keep about you. You can have mistakes put right. You should get it in one month. This team has it now: {whoHasIt}.

If they do not help, you can call the people who check on them. They are the Information Commissioner. Call {commissionerTelephone}.

We will still look at what it did to you:

{partsThatGoOn}

${CHILD.advocate}

${CHILD.sign}`
	},
	dataComplaint: {
		name: 'A complaint about how data was used',
		about: 'In force from 19 June 2026',
		reader: 'complainant',
		codes: ['DP_COMPLAINT'],
		mustSay: ['receivedOn', 'whoHasIt', 'commissionerTelephone'],
		needsSecondPerson: false,
		source: 'Data (Use and Access) Act 2025',
		adult: `# Your complaint about data

${ADULT.hello}

We received your complaint about how we used your data on {receivedOn}. The law says that we must tell you within 30 days that we have it. This letter does that.

Our data team will find out what happened: {whoHasIt}. They will tell you what they found without delay.

If you are not happy with what they say, call the Information Commissioner on {commissionerTelephone}. The Commissioner is not part of the council.

${ADULT.sign}`,
		child: `# What you told us about your data

${CHILD.hello}

We got what you told us on {receivedOn}. We have to tell you that in 30 days. Now you know.

This team will find out what went wrong: {whoHasIt}. They will tell you as fast as they can.

If they do not help, you can call the people who check on them. They are the Information Commissioner. Call {commissionerTelephone}.

${CHILD.sign}`
	},
	staffPolicies: {
		name: 'Worries of people who work here',
		about: 'Whistleblowing, or a question about a job',
		reader: 'complainant',
		codes: ['WHISTLE', 'HR'],
		mustSay: ['whoHasIt'],
		needsSecondPerson: true,
		source: 'Employment Rights Act 1996 Part IVA',
		adult: `# What happens with your worry

${ADULT.hello}

You told us of a worry at your place of work. These steps are for families, so another team will help you: {whoHasIt}.

The law protects people who speak up about wrong things at work. Nobody may treat you badly for it. If somebody does, tell that team at once.

${ADULT.sign}`,
		child: `# Who can help you

${CHILD.hello}

You told us about something at work. Another team can help with that: {whoHasIt}.

The law keeps you safe when you speak up. No one is allowed to treat you badly for it. If someone does, tell that team.

${CHILD.sign}`
	},
	informationOnly: {
		name: 'A request for information',
		about: 'Somebody asks for what is written down',
		reader: 'complainant',
		codes: ['INFO_ONLY'],
		mustSay: ['whoHasIt'],
		needsSecondPerson: false,
		source: 'Freedom of Information Act 2000 s.10',
		adult: `# Your request

${ADULT.hello}

You asked us for information. If we have it written down, you should have it within 20 working days. This team has your request: {whoHasIt}.

If something went wrong as well, tell us. You can make a complaint at any time.

${ADULT.sign}`,
		child: `# What you asked us

${CHILD.hello}

You asked us for something we have written down. You should get it in 20 working days. This team has it: {whoHasIt}.

Did something go wrong too? Tell us. You can do that at any time.

${CHILD.sign}`
	},
	passedOn: {
		name: 'Another organisation answers',
		about: 'A school, another body, or services for adults',
		reader: 'complainant',
		codes: ['OTHER_BODY', 'SCHOOL', 'ADULT'],
		mustSay: ['otherBody', 'whoHasIt'],
		needsSecondPerson: true,
		source: 'Getting the Best from Complaints 2 and 7; SI 2009/309',
		adult: `# Who can answer this

${ADULT.hello}

What you told us is about {otherBody}. We are not in charge of it, so we cannot answer for them. To reach them: {whoHasIt}.

We will not leave you to sort it out alone. If you say yes, we will pass it on and tell you who has it. We pass on nothing before you say yes.

If part of it is about us, tell us. We will answer that part.

${ADULT.sign}`,
		child: `# Who can answer this

${CHILD.hello}

This is about {otherBody}. They are in charge of it, not us. To reach them: {whoHasIt}.

We will not leave you to sort it out alone. If you say yes, we will pass it on. Then we will tell you who has it. We will not pass it on before you say yes.

${CHILD.advocate}

${CHILD.sign}`
	},
	joint: {
		name: 'One answer from two organisations',
		about: 'A joint complaint: one leads, and consent is asked',
		reader: 'complainant',
		codes: ['JOINT'],
		mustSay: ['otherBody', 'leadBody', 'whoHasIt', 'dueOn'],
		needsSecondPerson: false,
		source: 'Getting the Best from Complaints 7',
		adult: `# You will have one answer

${ADULT.hello}

Your complaint is about us and about {otherBody}. We want to give you one answer, and not two. The lead is with {leadBody}. To reach them: {whoHasIt}.

For that we need to share what you told us. Please say yes or no. We share nothing before you say yes. If you say no, each of us answers for its own part.

Your answer is due by {dueOn}.

${ADULT.advocate}

${ADULT.sign}`,
		child: `# You will get one answer

${CHILD.hello}

What you told us is about us and about {otherBody}. We want to give you one answer, not two. In charge of it is {leadBody}. To reach them: {whoHasIt}.

To do that we need to share what you told us. You can say yes or no. We will not share it before you say yes.

You will get an answer by {dueOn}.

${CHILD.advocate}

${CHILD.sign}`
	}
} as const satisfies Record<string, BuiltInLetter>;
