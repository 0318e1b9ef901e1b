import { explain } from './startRefused.ts';

/** A command: what it is for, and what runs it. Gives the exit code. */
interface Command {
	does: string;
	load: () => Promise<(args: string[]) => Promise<number>>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
	deadline: {
		does: 'when something is due, and why',
		load: async () => {
			const { runDeadline } = await import('./deadline.ts');
			const { findRunningHolidays } = await import('./commandLineDatabase.ts');
			return (args) => runDeadline(args, { findHolidays: findRunningHolidays });
		}
	},
	import: {
		does: 'brings an old register over',
		load: async () => (await import('./importRegister.ts')).runImport
	},
	report: {
		does: 'the tables of an annual report',
		load: async () => (await import('./report.ts')).runReport
	},
	seed: {
		does: 'fills the demonstration with invented cases',
		load: async () => (await import('./seed.ts')).runSeed
	},
	'create-user': {
		does: 'makes an account for a member of staff',
		load: async () => (await import('./createUser.ts')).runCreateUser
	},
	backup: {
		does: 'copies everything to two sealed files',
		load: async () => (await import('./backup.ts')).runBackup
	},
	restore: {
		does: 'brings a backup back, into an empty database',
		load: async () => (await import('./restore.ts')).runRestore
	},
	verify: {
		does: 'checks a backup, or the database itself',
		load: async () => (await import('./verify.ts')).runVerify
	}
};

const USAGE = `Usage: npm run --silent say-so -- <command>

${Object.entries(COMMANDS)
	.map(([name, { does }]) => `  ${name.padEnd(12)} ${does}`)
	.join('\n')}

Each command tells its own options with --help. It uses the settings of the server.
`;

process.exitCode = await run(process.argv.slice(2));

async function run([name = '', ...args]: string[]): Promise<number> {
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!command) {
		const isAsked = ['', 'help', '--help', '-h'].includes(name);
		if (!isAsked) process.stderr.write(`There is no command “${name}”.\n\n`);
		(isAsked ? process.stdout : process.stderr).write(USAGE);
		return isAsked ? 0 : 2;
	}
	try {
		const runCommand = await command.load();
		return await runCommand(args);
	} catch (error) {
		process.stderr.write(`${explain(error)}\n`);
		return 1;
	}
}
