import { z } from 'zod';
import { INSIDE_ROLES } from '#lib/domain/roles/roles.ts';

const PASSWORD_LENGTH = 12;

/** The name of a person as others see it. */
export const personName = z
	.string()
	.trim()
	.min(1, 'Enter a name')
	.max(100, 'Keep the name under 100 characters');
/** The name somebody signs in by, in small letters. */
export const username = z
	.string()
	.trim()
	.toLowerCase()
	.regex(
		/^[a-z0-9][a-z0-9.@_-]{1,99}$/,
		'Enter a sign-in name of 2 or more letters or figures, without spaces'
	);
/** A password somebody is given or chooses. */
export const newPassword = z
	.string()
	.min(PASSWORD_LENGTH, `Choose a password of ${PASSWORD_LENGTH} or more characters`)
	.max(200, 'Choose a password of at most 200 characters');
/** A work e-mail address, or none. */
export const email = z
	.string()
	.trim()
	.regex(/^$|^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an email address, like name@example.com');
/** A work telephone number, or none. */
export const telephone = z
	.string()
	.trim()
	.regex(/^$|^[0-9 +()]{3,25}$/, 'Enter a telephone number, like 01632 960 100');

/** The sign-in form. */
export const signInForm = z.object({
	name: z.string().trim().min(1, 'Enter your sign-in name').max(200),
	password: z.string().min(1, 'Enter your password').max(200)
});

/** A code from an app, or a recovery code. */
export const secondStepForm = z.object({
	code: z.string().trim().min(1, 'Enter the code').max(40, 'That code is too long')
});

/** The password again, before something about the sign-in is changed. */
export const ownPasswordForm = z.object({
	password: z.string().min(1, 'Enter your password').max(200)
});

/** The form that makes the first administrator. */
export const firstAdministratorForm = z
	.object({
		code: z.string().trim().min(1, 'Enter the setup code that the start printed'),
		name: personName,
		signInName: username,
		password: newPassword,
		again: z.string()
	})
	.refine((form) => form.password === form.again, {
		path: ['again'],
		error: 'The two passwords are not the same'
	});

const person = {
	name: personName,
	signInName: username,
	email,
	phone: telephone,
	team: z.string().max(40),
	manager: z.union([z.literal(''), z.uuid('Choose a person from the list')]).default(''),
	roles: z.array(z.enum(INSIDE_ROLES)).min(1, 'Choose at least one role')
};

/** The form that adds a person. */
export const newPersonForm = z.object({ ...person, password: newPassword });

/** The form that changes a person. A blank password keeps the one they have. */
export const personForm = z.object({ ...person, password: z.union([z.literal(''), newPassword]) });
