import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { OUTSIDE_ROLES, type OutsideRole } from '#lib/domain/roles/roles.ts';
import {
	email,
	newPassword,
	personName,
	telephone,
	username
} from '#lib/server/auth/accountForms.ts';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';

/** Whether somebody is or was a member or an officer of this council. */
export const OFFICE_HELD = ['never', 'before', 'now'] as const;

const isDay = (value: string) => isPlainDate(value);
const optionalDay = z
	.string()
	.trim()
	.refine((value): value is PlainDate | '' => value === '' || isDay(value), 'Enter a real date')
	.default('');

const person = {
	name: personName,
	signInName: username,
	email,
	phone: telephone,
	roles: z.array(z.enum(OUTSIDE_ROLES)).min(1, 'Choose what they may be appointed to'),
	validUntil: z
		.string()
		.trim()
		.refine(isDay, 'Enter the last day on which they may sign in')
		.transform((value) => value as PlainDate),
	office: chosenFrom(OFFICE_HELD, 'Choose whether they are a member or an officer of this council'),
	leftOn: optionalDay,
	isSpouse: z.boolean().default(false),
	employer: z.string().trim().max(200, 'Keep this under 200 characters'),
	wasPaid: z.boolean().default(false),
	dbsOn: optionalDay,
	trainedOn: optionalDay,
	/** The advocacy provider an advocate works for; empty for anybody else. */
	providerId: z.string().trim().max(40).default('')
};

type Told = {
	roles: OutsideRole[];
	office: string;
	leftOn: string;
	isSpouse: boolean;
	providerId: string;
};

/** Sources: SI 2006/1738 regs 2, 17(2) and 19(2). */
const isIndependent = ({ roles, office, isSpouse }: Told) =>
	(office !== 'now' && !isSpouse) ||
	!(roles.includes('independentPerson') || roles.includes('panelMember'));
const NOT_INDEPENDENT = {
	path: ['roles'],
	error:
		'A member or officer of this council, or the husband, wife or civil partner of one, cannot be an independent person or sit on a panel'
};
const saysWhenLeft = ({ office, leftOn }: Told) => office !== 'before' || leftOn !== '';
const NOT_SAID = { path: ['leftOn'], error: 'Enter the day they left the council' };

const isAdvocate = ({ roles }: Told) => roles.includes('advocate');
const saysProvider = (told: Told) => !isAdvocate(told) || told.providerId !== '';
const NO_PROVIDER_SAID = {
	path: ['providerId'],
	error: 'Choose which advocacy provider they work for'
};
/** Nobody who works for the council may be an advocate. Source: SI 2004/719. */
const isOnTheChildsSide = (told: Told) => !isAdvocate(told) || told.office !== 'now';
const NOT_ON_THEIR_SIDE = {
	path: ['roles'],
	error: 'A member or officer of this council cannot be an advocate'
};
const isAdvocateAlone = (told: Told) => !isAdvocate(told) || told.roles.length === 1;
const NOT_ALONE = {
	path: ['roles'],
	error: 'An advocate cannot also be appointed to a case. Choose one or the other'
};

/** The form that adds somebody from outside the council. */
export const newOutsidePersonForm = z
	.object({ ...person, password: newPassword })
	.refine(isIndependent, NOT_INDEPENDENT)
	.refine(saysWhenLeft, NOT_SAID)
	.refine(saysProvider, NO_PROVIDER_SAID)
	.refine(isOnTheChildsSide, NOT_ON_THEIR_SIDE)
	.refine(isAdvocateAlone, NOT_ALONE);

/** The form that changes one. A blank password keeps the one they have. */
export const outsidePersonForm = z
	.object({ ...person, password: z.union([z.literal(''), newPassword]) })
	.refine(isIndependent, NOT_INDEPENDENT)
	.refine(saysWhenLeft, NOT_SAID)
	.refine(saysProvider, NO_PROVIDER_SAID)
	.refine(isOnTheChildsSide, NOT_ON_THEIR_SIDE)
	.refine(isAdvocateAlone, NOT_ALONE);

/** What either form holds once it is right. */
export type OutsidePersonFilled = z.output<typeof outsidePersonForm>;
