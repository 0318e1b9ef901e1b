import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The commands as an administrator gives them, each a process of its own.

let folder = '';
let publicKey = '';
const at = (name: string) => join(folder, name);
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'say-so-cli-backup-'));
	// The database may run as another user, who must be able to pass through.
	chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function saySo(args: string[], env: Record<string, string> = {}) {
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/saySo.ts', ...args], {
		encoding: 'utf8',
		env: {
			...process.env,
			...{ DATABASE_URL: '', DATABASE_OWNER_URL: '', MASTER_KEY_FILE: '' },
			DATA_DIR: at('data'),
			BACKUP_PUBLIC_KEY: publicKey,
			BACKUP_KEYS_FILE: publicKey && at('keys'),
			...env
		}
	});
	return { status, stdout, stderr };
}

const RESTORE = () => ['restore', at('monday'), '--keys', at('keys'), '--key', at('private.key')];

describe('say-so backup', () => {
	it('makes none before there is a key, and says how to make one', () => {
		const refused = saySo(['backup', at('monday')]);
		expect([refused.status, refused.stdout]).toEqual([1, '']);
		expect(refused.stderr).toBe(
			'There is no key to seal a backup to. Make one with say-so backup --new-key FILE, and set BACKUP_PUBLIC_KEY as it says.\n'
		);
	});

	it('makes the key once: the private half to a file, the public half to set', () => {
		const made = saySo(['backup', '--new-key', at('private.key')]);
		expect([made.status, made.stderr]).toEqual([0, '']);
		publicKey = /^BACKUP_PUBLIC_KEY=(\S+)$/m.exec(made.stdout)?.[1] ?? '';
		expect(publicKey).toHaveLength(87);
		expect(statSync(at('private.key')).mode & 0o777).toBe(0o600);
		expect(made.stdout).not.toContain(readFileSync(at('private.key'), 'utf8').trim().slice(-43));

		const before = readFileSync(at('private.key'), 'utf8');
		const again = saySo(['backup', '--new-key', at('private.key')]);
		expect(again.status).toBe(1);
		expect(again.stderr).toContain('already. Name another');
		expect(readFileSync(at('private.key'), 'utf8')).toBe(before);
	});

	it('asks where the keys go, and says what it costs where the server does not know', () => {
		const env = { BACKUP_KEYS_FILE: '' };
		const refused = saySo(['backup', at('monday')], env);
		expect(refused.status).toBe(1);
		expect(refused.stderr).toContain('Say where the keys of the cases go');
		const made = saySo(['backup', at('aside'), '--keys-to', at('aside keys')], env);
		expect(made.status).toBe(0);
		expect(made.stderr).toContain('Set BACKUP_KEYS_FILE.');
	});

	it('copies everything, and says as of when', () => {
		const amira = ['--username', 'amira', '--name', 'Amira', '--role', 'administrator'];
		expect(saySo(['create-user', ...amira]).status).toBe(0);
		const made = saySo(['backup', at('monday'), '--format', 'json']);
		expect(JSON.parse(made.stdout)).toMatchObject({ file: at('monday'), keysFile: at('keys') });
		expect(made.status).toBe(0);
	});
});

describe('say-so verify', () => {
	it('reads a file to its end and restores nothing', () => {
		const data = saySo(['verify', at('monday'), '--key', at('private.key')]);
		expect([data.status, data.stderr]).toEqual([0, '']);
		expect(data.stdout).toMatch(/monday is whole: the data as of \S+, \d+ tables, \d+ rows\.\n$/);
		const keys = saySo(['verify', at('keys'), '--key', at('private.key')]);
		expect(keys.stdout).toContain('keys is whole: the keys as of');
	});

	it('compares the database with its logs', () => {
		const { status, stdout } = saySo(['verify', '--format', 'json']);
		expect(JSON.parse(stdout)).toMatchObject({ complaints: 0, differences: [] });
		expect(status).toBe(0);
	});
});

describe('say-so restore', () => {
	it('makes no new master key, and says which one is missing', () => {
		const refused = saySo(RESTORE(), { DATA_DIR: at('new') });
		expect([refused.status, refused.stdout]).toEqual([1, '']);
		expect(refused.stderr).toMatch(
			/There is no master key at .*new\.key.*belongs to the master key/
		);
		expect([existsSync(at('new.key')), existsSync(at('new'))]).toEqual([false, false]);
	});

	it('goes into a new data folder, where everything is again', () => {
		copyFileSync(at('data.key'), at('new.key'));
		const restored = saySo(RESTORE(), { DATA_DIR: at('new') });
		expect(restored.status).toBe(0);
		expect(restored.stdout).toContain('Accounts that may sign in as on that day: 1.');
		expect(restored.stdout).toContain('Everybody is signed out.');
		const again = saySo(
			['create-user', '--username', 'amira', '--name', 'A', '--role', 'dutyWorker'],
			{
				DATA_DIR: at('new')
			}
		);
		expect(again.stderr).toBe('Somebody has the name amira already.\n');
	});

	it('goes nowhere else', () => {
		const refused = saySo(RESTORE());
		expect(refused.status).toBe(1);
		expect(refused.stderr).toContain('The database is not empty');
	});

	it('needs both files and the key to be named', () => {
		const short = saySo(['restore', at('monday'), '--key', at('private.key')]);
		expect([short.status, short.stdout]).toEqual([2, '']);
		expect(short.stderr).toContain('say-so restore FILE --keys FILE --key FILE');
	});
});
