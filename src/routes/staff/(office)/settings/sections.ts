/** One field of a section that is plain text or a number. */
export interface SectionField {
	field: string;
	label: string;
	hint?: string;
	type?: 'text' | 'tel' | 'email' | 'url' | 'number';
	lines?: boolean;
}

/** The sections of the settings page, in its order. */
export const SECTIONS = [
	{
		name: 'council',
		heading: 'Names and colour',
		about: 'What a visitor sees. The site name never says council, complaint or the product.',
		fields: [
			{ field: 'siteName', label: 'Site name', hint: 'Neutral, such as Have your say' },
			{ field: 'councilName', label: 'Council name', hint: 'For staff pages and letters' },
			{ field: 'colour', label: 'Colour of the band', hint: 'Like #0A4F57' },
			{ field: 'leaveFor', label: 'Where Leave fast goes', type: 'url' }
		]
	},
	{
		name: 'contact',
		heading: 'How to reach the team',
		about: 'Shown on every public page. Leave out what you do not have.',
		fields: [
			{ field: 'telephone', label: 'Telephone', type: 'tel' },
			{ field: 'email', label: 'Email', type: 'email' },
			{ field: 'post', label: 'Postal address', lines: true }
		]
	},
	{ name: 'hours', heading: 'Hours', about: 'When the team reads what comes in.', fields: [] },
	{
		name: 'duty',
		heading: 'Children who may not be safe',
		about: 'Who is told, in what order, and what the page may promise.',
		fields: []
	},
	{
		name: 'advocacy',
		heading: 'Advocacy',
		about:
			'Who helps children say what they want. A child’s request goes to the first whose contract covers the day. Separate areas and languages by commas; no area means everywhere.',
		fields: []
	},
	{
		name: 'adultHelp',
		heading: 'Help for adults',
		about:
			'Shown to parents, carers and relatives on the site. Check each number. Blank: left out.',
		fields: [
			{ field: 'adviceTelephone', label: 'Citizens Advice', type: 'tel' },
			{ field: 'localName', label: 'Local help to complain', hint: 'Its name' },
			{ field: 'localTelephone', label: 'Local help, telephone', type: 'tel' },
			{ field: 'familyRightsTelephone', label: 'Family Rights Group', type: 'tel' },
			{ field: 'abuseTelephone', label: 'National Domestic Abuse Helpline', type: 'tel' },
			{ field: 'mensTelephone', label: 'Men’s Advice Line', type: 'tel' },
			{ field: 'respectTelephone', label: 'Respect Phoneline', type: 'tel' }
		]
	},
	{
		name: 'outside',
		heading: 'Where letters lead to',
		about: 'Numbers and addresses of others that letters give. Check them before the first letter.',
		fields: [
			{ field: 'ombudsmanTelephone', label: 'Ombudsman, telephone', type: 'tel' },
			{ field: 'ombudsmanWebsite', label: 'Ombudsman, website' },
			{ field: 'ofstedTelephone', label: 'Ofsted, telephone', type: 'tel' },
			{
				field: 'commissionerTelephone',
				label: 'Information Commissioner, telephone',
				type: 'tel'
			},
			{
				field: 'specialNeedsAdvice',
				label: 'Free advice on special needs',
				hint: 'The name and the number, such as SENDIASS, 01632 960 140'
			}
		]
	},
	{
		name: 'records',
		heading: 'What is kept',
		about: 'Said to adults on the site. Use your council’s own schedule.',
		fields: [
			{ field: 'officerEmail', label: 'Data protection officer, email', type: 'email' },
			{
				field: 'keptYears',
				label: 'Years a complaint is kept',
				hint: 'After it ended. Many councils keep 6',
				type: 'number'
			},
			{
				field: 'advocateSightDays',
				label: 'Days an advocate still sees it',
				hint: 'After it ended. Long enough to help with what comes next. The child is told',
				type: 'number'
			}
		]
	},
	{
		name: 'timeLimits',
		heading: 'Local time limits',
		about: 'Working days that the council sets itself. The statutory limits are fixed.',
		fields: [
			{ field: 'acknowledgeWorkingDays', label: 'Say we have it within', type: 'number' },
			{ field: 'eligibilityWorkingDays', label: 'Decide who may complain within', type: 'number' },
			{
				field: 'answerIdeaWorkingDays',
				label: 'Answer an idea or question within',
				type: 'number'
			},
			{ field: 'passOnThanksWorkingDays', label: 'Pass on a thank-you within', type: 'number' },
			{
				field: 'corporateStage1WorkingDays',
				label: 'Answer a corporate stage 1 within',
				type: 'number'
			},
			{
				field: 'corporateStage2AcknowledgeWorkingDays',
				label: 'Say we have a corporate stage 2 request within',
				hint: 'The Complaint Handling Code says 5',
				type: 'number'
			},
			{
				field: 'corporateStage2WorkingDays',
				label: 'Answer a corporate stage 2 within',
				hint: 'The Complaint Handling Code says 20',
				type: 'number'
			},
			{
				field: 'corporateStage2ExtensionWorkingDays',
				label: 'More time at corporate stage 2, at most',
				hint: 'One council’s policy says 20 more. Check it against your own policy and the Code',
				type: 'number'
			}
		]
	},
	{
		name: 'reviews',
		heading: 'Concerns told at a review',
		about:
			'Working days that each step of the ladder has. Together at most 20, says the IRO Handbook; 0 leaves a step out.',
		fields: [
			{ field: 'settleWorkingDays', label: 'Settle it where it was said within', type: 'number' },
			{ field: 'teamManagerWorkingDays', label: 'Team manager', type: 'number' },
			{ field: 'serviceManagerWorkingDays', label: 'Service manager', type: 'number' },
			{ field: 'headOfServiceWorkingDays', label: 'Head of service', type: 'number' },
			{ field: 'directorWorkingDays', label: 'Director', type: 'number' },
			{ field: 'chiefExecutiveWorkingDays', label: 'Chief executive', type: 'number' }
		]
	},
	{
		name: 'reminders',
		heading: 'Reminders to staff',
		about: 'Whoever has a case is told once when something is near its end, due, and late.',
		fields: [
			{
				field: 'nearlyDueWorkingDays',
				label: 'Near its end with so many days left',
				hint: 'Working days',
				type: 'number'
			},
			{ field: 'sentAt', label: 'Looked at each working day from', hint: 'Like 07:30' }
		]
	},
	{
		name: 'signIn',
		heading: 'Signing in',
		about:
			'Who must type a code from an app beside their password. Advocates always must: they work elsewhere. Anybody else may.',
		fields: []
	},
	{
		name: 'devices',
		heading: 'Work with no signal',
		about: 'What a tablet or telephone of staff keeps, sealed, so that it can be read anywhere.',
		fields: [
			{
				field: 'caseLimit',
				label: 'Cases on one device',
				hint: 'At most 200. Those with the nearest dates first',
				type: 'number'
			}
		]
	},
	{ name: 'teams', heading: 'Teams', about: 'The teams a case can be given to.', fields: [] },
	{
		name: 'categories',
		heading: 'Categories',
		about: 'What a complaint can be about, as reports count it.',
		fields: []
	},
	{
		name: 'ombudsman',
		heading: 'Decisions of the Ombudsman',
		about: 'What can be chosen when the Ombudsman decides. Old decisions keep their words.',
		fields: []
	}
] as const satisfies readonly {
	name: string;
	heading: string;
	about: string;
	fields: readonly SectionField[];
}[];
