import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { FORMAL_WORKING_DAYS, USUAL_STEP_DAYS } from '#lib/domain/reviews/ladder.ts';
import { STAFF_ROLES } from '#lib/domain/roles/roles.ts';

const id = z.string().regex(/^[a-z0-9-]{1,40}$/, 'Use small letters, figures and hyphens only');
const line = z.string().trim().max(200, 'Keep this under 200 characters');
const name = line.min(1, 'Enter a name');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time like 09:00');
const telephone = z
	.string()
	.trim()
	.regex(/^$|^[0-9 +()]{3,25}$/, 'Enter a telephone number, like 01632 960 100');
const email = z
	.string()
	.trim()
	.regex(/^$|^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an email address, like name@example.com');
const optionalDay = z
	.string()
	.trim()
	.refine((value): value is PlainDate | '' => value === '' || isPlainDate(value), 'Enter a date')
	.default('');

/** The crisis text line is called Shout, and one advocacy service Shout Out: never one for the other. */
const CRISIS_TEXT = '85258';
const advocacyProvider = z
	.strictObject({
		providerId: id.refine((value) => value !== 'none', 'Choose another short name'),
		name: name.refine(
			(value) => !/^(text )?shout( 85258)?$/i.test(value),
			'Shout is the crisis text. Write the whole name, such as Shout Out at Off the Record'
		),
		telephone: telephone.refine(
			(value) => value.replaceAll(/\D/g, '') !== CRISIS_TEXT,
			'85258 is the crisis text, not an advocacy service'
		),
		email,
		hours: line,
		areas: z.array(line).default([]),
		languages: z.array(line).default([]),
		contractFromOn: optionalDay,
		contractToOn: optionalDay
	})
	.refine(({ contractFromOn: from, contractToOn: to }) => from === '' || to === '' || from <= to, {
		path: ['contractToOn'],
		error: 'The contract ends before it begins'
	});
/** A number somebody types, both ends in it: whatever is wrong with it has a sentence. */
const whole = (least: number, most: number) =>
	z
		.number(NOT_WHOLE)
		.int(NOT_WHOLE)
		.min(least, `Enter ${least} or more`)
		.max(most, `Enter ${most} or fewer`);
const NOT_WHOLE = 'Enter a whole number';
const workingDays = whole(1, 65);
const ladderDays = whole(0, FORMAL_WORKING_DAYS);

/**
 * What is local to one council, a schema a subject, each with its documented default.
 *
 * Nothing here is law: the statutory limits are in `domain/clocks`. An empty telephone number
 * or address means that the council has not given one, and pages then leave it out.
 */
export const COUNCIL_SETTINGS = {
	council: z.strictObject({
		councilName: name.default('The council'),
		/** What a visitor sees; neutral, never the product's or the council's name. */
		siteName: name.default('Have your say'),
		/** The 4 px band at the foot of the page, and nothing else. */
		colour: z
			.string()
			.regex(/^#[0-9a-fA-F]{6}$/, 'Enter a colour like #0A4F57')
			.default('#0A4F57'),
		/** Where "Leave fast" goes. */
		leaveFor: z.url('Enter a web address').default('https://www.bbc.co.uk/weather')
	}),
	contact: z.strictObject({
		telephone: telephone.default(''),
		email: email.default(''),
		post: z.string().trim().max(500).default('')
	}),
	/** When the complaints team reads what comes in. Weekday 1 is Monday. */
	hours: z.strictObject({
		weekdays: z.array(z.number().int().min(1).max(7)).default([1, 2, 3, 4, 5]),
		opensAt: clock.default('09:00'),
		closesAt: clock.default('17:00')
	}),
	/** Who is told of a child who may not be safe, in order, and what the page may promise. */
	duty: z.strictObject({
		staffIds: z.array(z.uuid()).default([]),
		/** "nobody": outside the hours the page promises no call and says whom to ring. */
		outsideHours: z.enum(['nobody', 'dutyList']).default('nobody'),
		nextAfterMinutes: whole(1, 240).default(15),
		callWithinMinutes: whole(15, 480).default(60),
		emergencyName: name.default('Night and day team'),
		emergencyTelephone: telephone.default('')
	}),
	/** Who gives children an advocate, the first with a contract first. */
	advocacy: z.strictObject({
		providers: z
			.array(advocacyProvider)
			.min(1, 'Keep at least one provider')
			.max(8, 'Keep 8 providers or fewer')
			.refine(
				(providers) => new Set(providers.map((one) => one.providerId)).size === providers.length,
				'Two providers have the same short name'
			)
			.default([
				{
					providerId: 'advocacy',
					name: 'NYAS',
					telephone: '0808 808 1001',
					email: '',
					hours: 'Monday to Friday, 9am to 6pm',
					areas: [],
					languages: [],
					contractFromOn: '',
					contractToOn: ''
				}
			])
	}),
	/** Who helps adults, beside the council: with a complaint, and where somebody frightens them. */
	adultHelp: z.strictObject({
		adviceTelephone: telephone.default('0800 144 8848'),
		/** The local complaints advocacy for adults, where there is one. */
		localName: line.default(''),
		localTelephone: telephone.default(''),
		familyRightsTelephone: telephone.default('0808 801 0366'),
		abuseTelephone: telephone.default('0808 2000 247'),
		mensTelephone: telephone.default('0808 801 0327'),
		respectTelephone: telephone.default('0808 802 4040')
	}),
	/** Whom letters lead to outside the council. To be checked before the first letter goes. */
	outside: z.strictObject({
		ombudsmanTelephone: telephone.min(1, 'Enter a telephone number').default('0300 061 0614'),
		ombudsmanWebsite: name.default('www.lgo.org.uk'),
		ofstedTelephone: telephone.default('0300 123 1231'),
		commissionerTelephone: telephone.default('0303 123 1113'),
		specialNeedsAdvice: line.default('')
	}),
	/** What the notices on privacy say. How long is the council's own schedule, not law. */
	records: z.strictObject({
		officerEmail: email.default(''),
		keptYears: whole(1, 100).default(6),
		/** For how many days after a complaint ended an advocate still sees what the child shares. */
		advocateSightDays: whole(1, 365).default(90)
	}),
	/** Of whom a second step is asked when they sign in, beside advocates, of whom it always is. */
	signIn: z.strictObject({
		secondStepRoles: z.array(z.enum(STAFF_ROLES, 'Choose from the list')).default([])
	}),
	/** What staff take along for work with no signal. */
	devices: z.strictObject({
		caseLimit: whole(1, 200).default(40)
	}),
	teams: z.strictObject({
		teams: z.array(z.strictObject({ teamId: id, name })).default([
			{ teamId: 'assessment', name: 'Assessment' },
			{ teamId: 'children-in-care', name: 'Children in care' },
			{ teamId: 'disabled-children', name: 'Disabled children' },
			{ teamId: 'family-support', name: 'Family support' },
			{ teamId: 'fostering', name: 'Fostering' },
			{ teamId: 'leaving-care', name: 'Leaving care' }
		])
	}),
	categories: z.strictObject({
		categories: z.array(z.strictObject({ categoryId: id, name })).default([
			{ categoryId: 'disputed-decision', name: 'Unwelcome or disputed decision' },
			{ categoryId: 'quality', name: 'Quality or appropriateness of a service' },
			{ categoryId: 'delay', name: 'Delay in decision making or provision' },
			{ categoryId: 'delivery', name: 'Delivery or non-delivery of services' },
			{ categoryId: 'quantity-or-cost', name: 'Quantity, frequency, change or cost of a service' },
			{ categoryId: 'staff', name: 'Attitude or behaviour of staff' },
			{ categoryId: 'eligibility', name: 'Application of eligibility criteria' },
			{ categoryId: 'policy', name: 'Impact of applying a policy' },
			{ categoryId: 'assessment-and-review', name: 'Assessment, care management and review' }
		])
	}),
	/** When staff are reminded of what is near its end, due or late. */
	reminders: z.strictObject({
		nearlyDueWorkingDays: whole(1, 10).default(2),
		sentAt: clock.default('07:30')
	}),
	/** What the Ombudsman may decide. Decisions keep the words they were recorded with. */
	ombudsman: z.strictObject({
		decisions: z.array(z.strictObject({ decisionId: id, name })).default([
			{ decisionId: 'upheld-injustice', name: 'Upheld: fault and injustice' },
			{ decisionId: 'upheld-no-injustice', name: 'Upheld: fault, no injustice' },
			{
				decisionId: 'upheld-remedied',
				name: 'Upheld: no further action, remedied by council'
			},
			{ decisionId: 'upheld-report', name: 'Upheld: report issued' },
			{ decisionId: 'not-upheld', name: 'Not upheld: no fault' },
			{ decisionId: 'not-upheld-no-action', name: 'Not upheld: no further action' },
			{ decisionId: 'closed-initial', name: 'Closed after initial enquiries' },
			{ decisionId: 'discontinued', name: 'Discontinued' },
			{ decisionId: 'out-of-jurisdiction', name: 'Closed: out of jurisdiction' },
			{ decisionId: 'closed-no-action', name: 'Closed: no further action' },
			{ decisionId: 'premature', name: 'Premature: referred back' },
			{ decisionId: 'advice', name: 'Advice given' },
			{ decisionId: 'invalid', name: 'Invalid or incomplete' }
		])
	}),
	/**
	 * How long a concern told at a review has at each step of the ladder; 0 leaves a step out. The
	 * total is guidance (IRO Handbook, chapter 6), what each step has of it the council's own.
	 */
	reviews: z
		.strictObject({
			settleWorkingDays: workingDays.default(5),
			teamManagerWorkingDays: ladderDays.default(USUAL_STEP_DAYS.teamManager),
			serviceManagerWorkingDays: ladderDays.default(USUAL_STEP_DAYS.serviceManager),
			headOfServiceWorkingDays: ladderDays.default(USUAL_STEP_DAYS.headOfService),
			directorWorkingDays: ladderDays.default(USUAL_STEP_DAYS.director),
			chiefExecutiveWorkingDays: ladderDays.default(USUAL_STEP_DAYS.chiefExecutive)
		})
		.superRefine(({ settleWorkingDays: _, ...steps }, context) => {
			const total = Object.values(steps).reduce((sum, days) => sum + days, 0);
			if (total > 0 && total <= FORMAL_WORKING_DAYS) return;
			context.addIssue({
				code: 'custom',
				path: ['teamManagerWorkingDays'],
				message: `The steps are ${total} working days. Make them 1 to ${FORMAL_WORKING_DAYS} together`
			});
		}),
	timeLimits: z.strictObject({
		acknowledgeWorkingDays: workingDays.default(2),
		eligibilityWorkingDays: workingDays.default(3),
		answerIdeaWorkingDays: workingDays.default(10),
		passOnThanksWorkingDays: workingDays.default(5),
		corporateStage1WorkingDays: workingDays.default(15),
		corporateStage2AcknowledgeWorkingDays: workingDays.default(5),
		corporateStage2WorkingDays: workingDays.default(20),
		corporateStage2ExtensionWorkingDays: workingDays.default(20)
	})
} as const;

/** The subjects of the settings page, one row each in the database. */
export type SettingName = keyof typeof COUNCIL_SETTINGS;

/** One subject's value. */
export type SettingValue<Name extends SettingName> = z.infer<(typeof COUNCIL_SETTINGS)[Name]>;

/** Everything that is local to this council. */
export type Council = { [Name in SettingName]: SettingValue<Name> };
