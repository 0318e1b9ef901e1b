import { existsSync } from 'node:fs';
import { asActor } from '#lib/server/database/connect.ts';
import { makeSetupCode } from '#lib/server/auth/setupCode.ts';
import type { RunningServer } from '#lib/server/start.ts';
import type { Service } from '#lib/server/service.ts';

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
interface Demo {
	accounts: readonly DemoAccount[];
	codes: readonly DemoCode[];
}

/** What `seed.ts` offers: fills an empty database once; a filled one only has its accounts told. */
interface DemoSeed {
	seedDemo(service: Service, say: (line: string) => void): Promise<Demo>;
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
	const { accounts, codes } = isDemo ? await seed(service, say) : { accounts: [], codes: [] };
	if (accounts.length > 0) lines.push('', 'Sign in to the demonstration as');
	for (const { role, username, password } of accounts) {
		lines.push(`  ${role.padEnd(25)}  name ${username}, password ${password}`);
	}
	if (codes.length > 0) lines.push('', `Come back as a young person, at ${publicSite}/back`);
	for (const { who, words } of codes) lines.push(`  ${who.padEnd(34)}  ${words}`);
	const code = await asActor(service.db, 'system', makeSetupCode);
	if (code) {
		lines.push(
			'',
			'There is no administrator yet. To make the first one, open',
			`  ${staffSite}/staff/first`,
			`and type this code: ${code}`
		);
	}
	return [...lines, '', 'Press Ctrl-C to stop.'];
}

async function seed(service: Service, say: (line: string) => void): Promise<Demo> {
	const file = new URL('./seed.ts', import.meta.url);
	if (!existsSync(file)) return { accounts: [], codes: [] };
	const { seedDemo } = (await import(file.href)) as DemoSeed;
	return seedDemo(service, say);
}
