import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneSources } from '../support/cloneSources.ts';

let clone = '';
beforeAll(() => {
	clone = mkdtempSync(join(tmpdir(), 'say-so-clone-'));
	chmodSync(clone, 0o755);
	cloneSources(clone);
	symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

function saySo(args: string[], input = '') {
	const env = { ...process.env, DATABASE_URL: '', DATABASE_OWNER_URL: '', DATA_DIR: '' };
	const options = { cwd: clone, input, env, encoding: 'utf8' as const };
	const { status, stdout, stderr } = spawnSync(
		'npm',
		['run', '--silent', 'say-so', '--', ...args],
		options
	);
	return { status, stdout, stderr };
}

const person = ['--username', 'amira', '--name', 'Amira', '--role', 'complaintsOfficer'];

describe('say-so, in a clone that was never built', () => {
	it('tells a due date, and starts nothing for it', () => {
		const told = saySo(['deadline', '--csv', '-'], 'S1-10,2026-02-14\n');
		expect(told).toEqual({ status: 0, stdout: 'S1-10,2026-02-14,2026-02-27\n', stderr: '' });
		expect(existsSync(join(clone, 'data'))).toBe(false);
		expect(existsSync(join(clone, 'build'))).toBe(false);
	});

	it('makes an account in a database it starts itself, once', () => {
		const made = saySo(['create-user', ...person, '--format', 'json']);
		expect(JSON.parse(made.stdout)).toMatchObject({ username: 'amira' });
		expect(made.status).toBe(0);
		expect(existsSync(join(clone, 'data.key'))).toBe(true);

		const again = saySo(['create-user', ...person]);
		expect(again.status).toBe(1);
		expect(again.stdout).toBe('');
		expect(again.stderr).toBe('Somebody has the name amira already.\n');
	});

	it('says on standard error what it did not understand', () => {
		const unknown = saySo(['dedline']);
		expect(unknown.status).toBe(2);
		expect(unknown.stdout).toBe('');
		expect(unknown.stderr).toContain('There is no command “dedline”.');

		const short = saySo(['create-user', ...person, '--password-stdin'], 'short\n');
		expect(short.status).toBe(2);
		expect(short.stderr).toContain('Choose a password of 12 or more characters.');
	});

	it('refuses settings that are wrong', () => {
		const refused = spawnSync(
			'npm',
			['run', '--silent', 'say-so', '--', 'create-user', ...person],
			{
				cwd: clone,
				env: { ...process.env, PORT: 'eighty' },
				encoding: 'utf8'
			}
		);
		expect(refused.status).toBe(1);
		expect(refused.stderr).toContain('PORT must be a whole number from 1 to 65535.');
	});
});
