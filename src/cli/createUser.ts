import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { known, refused, type Known } from '#lib/domain/calendar/known.ts';
import { STAFF_ROLES } from '#lib/domain/roles/roles.ts';
import { newPersonForm } from '#lib/server/auth/accountForms.ts';
import { createStaff } from '#lib/server/auth/accounts.ts';
import { asActor } from '#lib/server/database/connect.ts';
import type { Service } from '#lib/server/service.ts';
import { withCommandLineDatabase } from './commandLineDatabase.ts';

const USAGE = `Usage:
  say-so create-user --username NAME --name "FULL NAME" --role ROLE [--role ROLE] [--team TEAM]
                     [--email ADDRESS] [--telephone NUMBER] [--password-stdin] [--format json]
Roles: ${STAFF_ROLES.join(', ')}.
Without --password-stdin a password is made up and printed once.
`;

type Person = z.infer<typeof newPersonForm>;

interface Asked {
	person: Person;
	/** Whether the password was made up here and must be told. */
	isMadeUp: boolean;
	isJson: boolean;
}

/**
 * The `create-user` command: makes an account. Gives the exit code: 0, 1 where the name is
 * taken, 2 where the command was not understood.
 */
export async function runCreateUser(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write(USAGE);
		return 0;
	}
	const asked = await readArguments(args);
	if (!asked.known) {
		process.stderr.write(`${asked.refusal}\n${USAGE}`);
		return 2;
	}
	const { person, isMadeUp, isJson } = asked.value;
	const made = await withCommandLineDatabase('say-so create-user', (service) =>
		create(service, person)
	);
	if (!made.saved) {
		process.stderr.write(`Somebody has the name ${person.signInName} already.\n`);
		return 1;
	}
	const told = {
		username: person.signInName,
		staffId: made.staffId,
		...(isMadeUp && { password: person.password })
	};
	process.stdout.write(isJson ? `${JSON.stringify(told)}\n` : inWords(told));
	return 0;
}

function create({ db }: Service, person: Person) {
	const details = {
		username: person.signInName,
		displayName: person.name,
		email: person.email,
		telephone: person.phone,
		teamId: person.team || null,
		roles: person.roles,
		password: person.password
	};
	return asActor(db, 'system', (trx) => createStaff(trx, details, null));
}

async function readArguments(args: string[]): Promise<Known<Asked, string>> {
	const options = parseOptions(args);
	if (!options.known) return options;
	const given = options.value;
	const isMadeUp = !given['password-stdin'];
	const person = newPersonForm.safeParse({
		name: given.name,
		signInName: given.username,
		email: given.email,
		phone: given.telephone,
		team: given.team,
		roles: given.role,
		password: isMadeUp
			? randomBytes(12).toString('base64url')
			: (await text(process.stdin)).replace(/\r?\n$/, '')
	});
	if (!person.success) {
		return refused(person.error.issues.map(({ message }) => `${message}.`).join('\n'));
	}
	return known({ person: person.data, isMadeUp, isJson: given.format === 'json' });
}

function parseOptions(args: string[]) {
	const options = {
		username: { type: 'string', default: '' },
		name: { type: 'string', default: '' },
		role: { type: 'string', multiple: true, default: [] as string[] },
		team: { type: 'string', default: '' },
		email: { type: 'string', default: '' },
		telephone: { type: 'string', default: '' },
		'password-stdin': { type: 'boolean', default: false },
		format: { type: 'string', default: 'text' }
	} as const;
	try {
		return known(parseArgs({ args, options }).values);
	} catch (mistake) {
		// parseArgs throws for an option it does not know: a person's mistake, not a fault.
		if (mistake instanceof TypeError) return refused(mistake.message);
		throw mistake;
	}
}

function inWords({ username, password }: { username: string; password?: string }): string {
	const lines = [`${username} can sign in.`, ...(password ? [`Password: ${password}`] : [])];
	return `${lines.join('\n')}\n`;
}
