import { resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { KNOWN_PUSH_HOSTS } from '#lib/server/push/pushServices.ts';
import { EnvironmentRefused, readEnvironment } from '#lib/server/settings/environment.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
	try {
		readEnvironment(env);
		return [];
	} catch (error) {
		if (error instanceof EnvironmentRefused) return error.problems;
		throw error;
	}
}

describe('settings from the environment', () => {
	it('all have defaults that work on one machine', () => {
		expect(readEnvironment({})).toEqual({
			port: 3000,
			host: '127.0.0.1',
			origin: 'http://localhost:3000',
			hosts: null,
			dataDir: resolve('data'),
			ownServer: null,
			masterKeyFile: resolve('data.key'),
			smtp: null,
			notify: null,
			clamd: null,
			push: { hosts: KNOWN_PUSH_HOSTS, contact: 'mailto:nobody@localhost.invalid' },
			backup: { publicKey: null, keysFile: null },
			logLevel: 'warn',
			hasTestLanguage: false,
			bodyLimitBytes: 36_000_000,
			proxy: { protocolHeader: null, hostHeader: null, addressHeader: null, addressDepth: 1 }
		});
	});

	it('that are empty count as not set', () => {
		expect(readEnvironment({ PORT: '', ORIGIN: '', DATABASE_URL: '' }).port).toBe(3000);
	});

	it('keep the key beside the data folder, wherever that is', () => {
		expect(readEnvironment({ DATA_DIR: '/srv/say-so' }).masterKeyFile).toBe('/srv/say-so.key');
	});

	it('take the address of the site from the port', () => {
		expect(readEnvironment({ PORT: '8080' }).origin).toBe('http://localhost:8080');
	});

	it('take no address where two hosts say which side is meant', () => {
		const { origin, hosts } = readEnvironment({
			PUBLIC_HOST: 'Say.example.gov.uk',
			STAFF_HOST: 'staff.example.gov.uk'
		});
		expect(origin).toBeNull();
		expect(hosts).toEqual({ publicHost: 'say.example.gov.uk', staffHost: 'staff.example.gov.uk' });
	});

	it('name the push services that may be called, or none', () => {
		const env = { ORIGIN: 'https://say.example.gov.uk' };
		expect(
			readEnvironment({ ...env, PUSH_SERVICES: 'web.push.apple.com, *.Example.com' }).push
		).toEqual({
			hosts: ['web.push.apple.com', '*.example.com'],
			contact: 'https://say.example.gov.uk'
		});
		expect(readEnvironment({ PUSH_SERVICES: 'none' }).push).toBeNull();
	});

	test.each([
		[
			{ PUSH_SERVICES: 'fcm.googleapis.com,10.0.0.7' },
			'PUSH_SERVICES must be host names with commas between, such as fcm.googleapis.com,*.push.apple.com, or none.'
		],
		[{ PORT: 'eighty' }, 'PORT must be a whole number from 1 to 65535.'],
		[{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535.'],
		[
			{ ORIGIN: 'say.example.gov.uk' },
			'ORIGIN must be an address such as https://say.example.gov.uk, without a path.'
		],
		[
			{ PUBLIC_HOST: 'https://say.example.gov.uk', STAFF_HOST: 'staff.example.gov.uk' },
			'PUBLIC_HOST must be a host name alone, such as say.example.gov.uk, without https:// or a path.'
		],
		[{ PUBLIC_HOST: 'a.example' }, 'STAFF_HOST is needed too when PUBLIC_HOST is set.'],
		[{ STAFF_HOST: 'a.example' }, 'PUBLIC_HOST is needed too when STAFF_HOST is set.'],
		[
			{ PUBLIC_HOST: 'a.example', STAFF_HOST: 'a.example' },
			'STAFF_HOST must be another name than PUBLIC_HOST.'
		],
		[
			{ PUBLIC_HOST: 'a.example', STAFF_HOST: 'b.example', ORIGIN: 'https://a.example' },
			'ORIGIN must not be set when PUBLIC_HOST and STAFF_HOST are.'
		],
		[
			{ DATABASE_OWNER_URL: 'postgres://owner@db/say_so' },
			'DATABASE_URL is needed too when DATABASE_OWNER_URL is set.'
		],
		[
			{ DATABASE_URL: 'mysql://db' },
			'DATABASE_URL must be an address such as postgres://role:password@host:5432/database.'
		],
		[
			{ SMTP_URL: 'smtp://mail.example' },
			'SMTP_FROM is needed too when SMTP_URL is set: the address messages come from.'
		],
		[
			{ NOTIFY_TEXT_TEMPLATE: '0a4f57aa-0000-4000-8000-000000000002' },
			'NOTIFY_API_KEY is needed too when a template of GOV.UK Notify is set.'
		],
		[
			{
				NOTIFY_API_KEY:
					'our-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0'
			},
			'NOTIFY_API_KEY needs NOTIFY_EMAIL_TEMPLATE or NOTIFY_TEXT_TEMPLATE, or both, beside it.'
		],
		[
			{
				NOTIFY_API_KEY: 'half a key',
				NOTIFY_TEXT_TEMPLATE: '0a4f57aa-0000-4000-8000-000000000002'
			},
			'NOTIFY_API_KEY must be the whole key as GOV.UK Notify shows it, with its name.'
		],
		[
			{ CLAMD_HOST: 'http://clamd' },
			'CLAMD_HOST must be the name or address of the machine where clamd listens, without a port.'
		],
		[{ CLAMD_PORT: '3310' }, 'CLAMD_HOST is needed too when CLAMD_PORT is set.'],
		[
			{ BACKUP_PUBLIC_KEY: 'B'.repeat(87) },
			'BACKUP_PUBLIC_KEY must be the public half as say-so backup --new-key printed it.'
		],
		[
			{ BACKUP_KEYS_FILE: '/mnt/keys' },
			'BACKUP_PUBLIC_KEY is needed too when BACKUP_KEYS_FILE is set: what the keys are sealed to.'
		],
		[{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of error, warn, info, debug, silent.']
	])('%o is refused: %s', (env, problem) => {
		expect(problemsOf(env)).toEqual([problem]);
	});

	it('name every problem at once', () => {
		expect(problemsOf({ PORT: '0', LOG_LEVEL: 'x' })).toHaveLength(2);
	});
});
