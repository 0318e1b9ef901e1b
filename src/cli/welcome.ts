import { asActor } from '#lib/server/database/connect.ts';
import { makeSetupCode } from '#lib/server/auth/setupCode.ts';
import type { RunningServer } from '#lib/server/start.ts';
import { seedDemo } from './seed.ts';

/** Somebody of the demonstration, with what they sign in by. */
export interface DemoAccount {
	/** In words: "complaints officer". */
	role: string;
	username: string;
	password: string;
}

/** A case of the demonstration, and the six words that lead back to it. */
export interface DemoCode {
	who: string;
	words: string;
}

/** What the demonstration tells. */
export interface Demo {
	accounts: readonly DemoAccount[];
	codes: readonly DemoCode[];
}

/** What the terminal says once the server is up: where it is, and how the first person gets in. */
export async function welcome(
	{ service, environment }: RunningServer,
	{ isDemo, say }: { isDemo: boolean; say: (line: string) => void }
): Promise<string[]> {
	const { origin, hosts } = environment;
	const publicSite = hosts ? `https://${hosts.publicHost}` : origin!;
	const staffSite = hosts ? `https://${hosts.staffHost}` : origin!;
	const lines = [
		'',
		`Say So is ready.`,
		`  Children and young people  ${publicSite}`,
		`  Staff                      ${staffSite}/staff`
	];
	if (isDemo) lines.push(...demoLines(await seedDemo(service, say), `${publicSite}/back`));
	const code = await asActor(service.db, 'system', makeSetupCode);
	if (code) {
		lines.push(
			'',
			'There is no administrator yet. To make the first one, open',
			`  ${staffSite}/staff/first`,
			`and type this code: ${code}`,
			'',
			`Keep a copy of ${environment.masterKeyFile} in another safe place:`,
			'without it nothing in the database can be read.'
		);
	}
	return [...lines, '', 'Press Ctrl-C to stop.'];
}

/** How to get in as each person of the demonstration; `backAt` is where the six words are typed. */
export function demoLines({ accounts, codes }: Demo, backAt: string): string[] {
	return [
		'',
		'Sign in to the demonstration as',
		...accounts.map(
			({ role, username, password }) =>
				`  ${role.padEnd(27)}  name ${username}, password ${password}`
		),
		'An advocate also needs a code from an authenticator app, and sets that up first.',
		'',
		`Come back as a young person, at ${backAt}`,
		...codes.map(({ who, words }) => `  ${who.padEnd(36)}  ${words}`)
	];
}
