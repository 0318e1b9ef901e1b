import { DEMO_PASSWORD, DEMO_STAFF } from '#lib/server/demo/demoPeople.ts';
import { demoCodes, seedDemo as fill } from '#lib/server/demo/seedDemo.ts';
import type { Service } from '#lib/server/service.ts';
import { withCommandLineDatabase } from './commandLineDatabase.ts';
import { demoSettings } from './demoSettings.ts';
import { demoLines, type Demo } from './welcome.ts';

/** Fills an empty database with the demonstration, and says how to get in as each of its people. */
export async function seedDemo(service: Service, say: (line: string) => void): Promise<Demo> {
	await fill(service, say);
	return {
		accounts: DEMO_STAFF.map(({ words, username }) => ({
			role: words,
			username,
			password: DEMO_PASSWORD
		})),
		codes: demoCodes(service)
	};
}

/** The `seed` command: fills the demonstration's data folder, as `npm start -- --demo` would. */
export async function runSeed(args: string[]): Promise<number> {
	if (args.includes('--help')) {
		process.stdout.write('Usage:\n  say-so seed [--format json]\n');
		return 0;
	}
	const say = (line: string) => void process.stderr.write(`${line}\n`);
	const demo = await withCommandLineDatabase(
		'say-so seed',
		(service) => seedDemo(service, say),
		demoSettings(process.env)
	);
	const isJson = args.includes('--format=json') || args[args.indexOf('--format') + 1] === 'json';
	const told = isJson ? JSON.stringify(demo) : demoLines(demo, '/back').join('\n').trimStart();
	process.stdout.write(`${told}\n`);
	return 0;
}
