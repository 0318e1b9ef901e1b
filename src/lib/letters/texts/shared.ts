/** What many letters say in the same words. */
export const ADULT = {
	hello: `[if name]
Dear {name},
[end]
[if no name]
Hello,
[end]`,
	sign: `[if councilTelephone]
If you want to ask about this letter, call us on {councilTelephone}.
[end]

The number of your case is {reference}.

[if officerName]
{officerName}
[end]
{councilName}`,
	advocate: `[if advocacyName]
You can have an advocate. They are on your side, and they do not work for us. It is free. Call {advocacyName} on {advocacyTelephone}, or tell us and we will ask for you.
[end]`,
	ombudsman: `## If you think we got this wrong

You can ask the Ombudsman to look at it. They check if councils have been fair. They are not part of the council, and they are free. Their full name is the Local Government and Social Care Ombudsman. Call {ombudsmanTelephone} or go to {ombudsmanWebsite}. Ask within 12 months of the day you knew about the problem.`,
	stage2: `## If you are not happy with the answer

You can ask for stage 2. Someone new then looks at it. With them works a person who has never worked for us. You can ask in any way, and you do not need to give a reason.`
} as const;

/** The same for a child or young person. */
export const CHILD = {
	hello: `[if name]
Hello {name},
[end]
[if no name]
Hello,
[end]`,
	sign: `[if councilTelephone]
Do you want to ask us something? Call us on {councilTelephone}.
[end]

Your number is {reference}.

[if officerName]
{officerName}
[end]`,
	advocate: `[if advocacyName]
You can have an advocate. They are on your side. They do not work for the council. It is free. Call {advocacyName} on {advocacyTelephone}. Or tell us, and we will ask for you.
[end]`,
	ombudsman: `## If you think we got this wrong

You can ask the Ombudsman. They check if councils have been fair. They are not part of the council. It is free. Call them on {ombudsmanTelephone}. You have 12 months to ask. You can ask a person you trust to help.`,
	stage2: `## If you do not like the answer

You can ask for someone new to look at this. They do not work in the team you told us about. A second person makes sure it is fair. This is called stage 2. You do not need our OK.`
} as const;
