import { resolve } from 'node:path';
import { z } from 'zod';
import { isPublicKey, readPublicKey, type BackupPublicKey } from '#lib/server/backup/backupKey.ts';
import { isHostPattern, KNOWN_PUSH_HOSTS } from '#lib/server/push/pushServices.ts';

/** The settings in the environment do not fit together; each problem is one sentence for an operator. */
export class EnvironmentRefused extends Error {
	override name = 'EnvironmentRefused';
	readonly problems: readonly string[];

	constructor(problems: readonly string[]) {
		super(problems.join('\n'));
		this.problems = problems;
	}
}

/** Two host names that each answer only for their own side. */
export interface Hosts {
	publicHost: string;
	staffHost: string;
}

/** A council's own PostgreSQL. */
export interface OwnServer {
	url: string;
	/** Null where somebody else runs the migrations. */
	ownerUrl: string | null;
}

/** What the environment of the process says, checked, with every default filled in. */
export interface Environment {
	port: number;
	host: string;
	/** Where visitors find the site; null while the two hosts say so instead. */
	origin: string | null;
	hosts: Hosts | null;
	/** Absolute. */
	dataDir: string;
	/** Null: the embedded PostgreSQL in the data folder is used. */
	ownServer: OwnServer | null;
	/** Absolute. */
	masterKeyFile: string;
	/** Null: messages wait in the local outbox and nothing is sent. */
	smtp: { url: string; from: string } | null;
	/** What backups are sealed to, and where the running server keeps their keys; null: not set. */
	backup: { publicKey: BackupPublicKey | null; keysFile: string | null };
	/** GOV.UK Notify; null where it is not used. What it carries goes by it, the rest by `smtp`. */
	notify: {
		apiKey: string;
		emailTemplateId: string | null;
		textTemplateId: string | null;
		url: string | null;
	} | null;
	/** ClamAV's `clamd`; null: files are not looked through for viruses. */
	clamd: { host: string; port: number } | null;
	/** The push services that devices may be told by, and who says so to them; null: none. */
	push: { hosts: readonly string[]; contact: string } | null;
	logLevel: (typeof LOG_LEVELS)[number];
	/** Whether the mirrored language of the tests may be chosen; only on this machine. */
	hasTestLanguage: boolean;
	/** The largest request, in bytes. */
	bodyLimitBytes: number;
	/** Header names a proxy in front sets, lower case; null where there is none. */
	proxy: {
		protocolHeader: string | null;
		hostHeader: string | null;
		addressHeader: string | null;
		addressDepth: number;
	};
}

/** Where `clamd` listens unless it is told otherwise. */
const CLAMD_PORT = 3310;

const LOG_LEVELS = ['error', 'warn', 'info', 'debug', 'silent'] as const;

const headerName = z
	.string()
	.regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header, such as X-Forwarded-Proto')
	.transform((name) => name.toLowerCase());

const hostName = z
	.string()
	.regex(
		/^[a-z0-9.-]+(:\d{1,5})?$/i,
		'must be a host name alone, such as say.example.gov.uk, without https:// or a path'
	)
	.transform((name) => name.toLowerCase());

const postgresUrl = z
	.string()
	.regex(
		/^postgres(ql)?:\/\//,
		'must be an address such as postgres://role:password@host:5432/database'
	);

const Settings = z.object({
	PORT: wholeNumber({ from: 1, to: 65_535 }).default(3000),
	HOST: z.string().default('127.0.0.1'),
	ORIGIN: z
		.string()
		.refine(isOrigin, 'must be an address such as https://say.example.gov.uk, without a path')
		.optional(),
	DATA_DIR: z.string().default('./data'),
	DATABASE_URL: postgresUrl.optional(),
	DATABASE_OWNER_URL: postgresUrl.optional(),
	MASTER_KEY_FILE: z.string().optional(),
	PUBLIC_HOST: hostName.optional(),
	STAFF_HOST: hostName.optional(),
	PROTOCOL_HEADER: headerName.optional(),
	HOST_HEADER: headerName.optional(),
	ADDRESS_HEADER: headerName.optional(),
	XFF_DEPTH: wholeNumber({ from: 1, to: 20 }).default(1),
	BODY_SIZE_LIMIT: wholeNumber({ from: 100_000, to: 100_000_000 }).default(36_000_000),
	SMTP_URL: z
		.string()
		.regex(
			/^smtps?:\/\//,
			'must be an address such as smtp://name:password@mail.example.gov.uk:587'
		)
		.optional(),
	SMTP_FROM: z.string().optional(),
	NOTIFY_API_KEY: z
		.string()
		.regex(
			/^.+-[0-9a-f-]{36}-[0-9a-f-]{36}$/i,
			'must be the whole key as GOV.UK Notify shows it, with its name'
		)
		.optional(),
	NOTIFY_EMAIL_TEMPLATE: z.uuid('must be the id of a template at GOV.UK Notify').optional(),
	NOTIFY_TEXT_TEMPLATE: z.uuid('must be the id of a template at GOV.UK Notify').optional(),
	NOTIFY_URL: z
		.string()
		.refine(isOrigin, 'must be an address such as http://127.0.0.1:8080, without a path')
		.optional(),
	CLAMD_HOST: z
		.string()
		.regex(
			/^[a-z0-9.:-]+$/i,
			'must be the name or address of the machine where clamd listens, without a port'
		)
		.optional(),
	CLAMD_PORT: wholeNumber({ from: 1, to: 65_535 }).optional(),
	BACKUP_PUBLIC_KEY: z
		.string()
		.refine(isPublicKey, 'must be the public half as say-so backup --new-key printed it')
		.optional(),
	BACKUP_KEYS_FILE: z.string().optional(),
	PUSH_SERVICES: z
		.string()
		.transform((text) => (text === 'none' ? [] : text.toLowerCase().split(/\s*,\s*/)))
		.refine(
			(hosts) => hosts.every(isHostPattern),
			'must be host names with commas between, such as fcm.googleapis.com,*.push.apple.com, or none'
		)
		.default([...KNOWN_PUSH_HOSTS]),
	TEST_LANGUAGE: z.literal('yes', { error: 'must be yes, or left out' }).optional(),
	LOG_LEVEL: z
		.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` })
		.default('warn')
});

/**
 * Reads the settings from an environment such as `process.env`. A setting that is present but
 * empty counts as absent. Throws `EnvironmentRefused`, naming every setting that is wrong.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
	const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const read = Settings.safeParse(present);
	const problems = [
		...(read.error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}.`),
		...clashesOf(present).map(([name, problem]) => `${name} ${problem}.`)
	];
	if (!read.success || problems.length > 0) throw new EnvironmentRefused(problems);
	const given = read.data;
	const dataDir = resolve(given.DATA_DIR);
	const hosts =
		given.PUBLIC_HOST && given.STAFF_HOST
			? { publicHost: given.PUBLIC_HOST, staffHost: given.STAFF_HOST }
			: null;
	const origin = hosts ? null : new URL(given.ORIGIN ?? `http://localhost:${given.PORT}`).origin;
	return {
		port: given.PORT,
		host: given.HOST,
		origin,
		hosts,
		dataDir,
		ownServer: given.DATABASE_URL
			? { url: given.DATABASE_URL, ownerUrl: given.DATABASE_OWNER_URL ?? null }
			: null,
		masterKeyFile: resolve(given.MASTER_KEY_FILE ?? `${dataDir}.key`),
		smtp: given.SMTP_URL && given.SMTP_FROM ? { url: given.SMTP_URL, from: given.SMTP_FROM } : null,
		backup: {
			publicKey: given.BACKUP_PUBLIC_KEY ? readPublicKey(given.BACKUP_PUBLIC_KEY) : null,
			keysFile: given.BACKUP_KEYS_FILE ? resolve(given.BACKUP_KEYS_FILE) : null
		},
		notify: given.NOTIFY_API_KEY
			? {
					apiKey: given.NOTIFY_API_KEY,
					emailTemplateId: given.NOTIFY_EMAIL_TEMPLATE ?? null,
					textTemplateId: given.NOTIFY_TEXT_TEMPLATE ?? null,
					url: given.NOTIFY_URL ?? null
				}
			: null,
		clamd: given.CLAMD_HOST
			? { host: given.CLAMD_HOST, port: given.CLAMD_PORT ?? CLAMD_PORT }
			: null,
		push:
			given.PUSH_SERVICES.length > 0
				? { hosts: given.PUSH_SERVICES, contact: contactOf(hosts, origin) }
				: null,
		logLevel: given.LOG_LEVEL,
		hasTestLanguage: given.TEST_LANGUAGE === 'yes',
		bodyLimitBytes: given.BODY_SIZE_LIMIT,
		proxy: {
			protocolHeader: given.PROTOCOL_HEADER ?? null,
			hostHeader: given.HOST_HEADER ?? null,
			addressHeader: given.ADDRESS_HEADER ?? null,
			addressDepth: given.XFF_DEPTH
		}
	};
}

/** The staff side's own address. On this machine alone there is none that a service could use. */
function contactOf(hosts: Hosts | null, origin: string | null): string {
	if (hosts) return `https://${hosts.staffHost}`;
	return origin?.startsWith('https:') ? origin : 'mailto:nobody@localhost.invalid';
}

function isOnThisMachine(origin = 'http://localhost'): boolean {
	return URL.canParse(origin) && new URL(origin).hostname === 'localhost';
}

type Given = Readonly<Record<string, string | undefined>>;

function clashesOf(given: Given): [string, string][] {
	const clashes: [string, string][] = [];
	const both = given.PUBLIC_HOST !== undefined && given.STAFF_HOST !== undefined;
	if (given.PUBLIC_HOST && !given.STAFF_HOST) {
		clashes.push(['STAFF_HOST', 'is needed too when PUBLIC_HOST is set']);
	}
	if (given.STAFF_HOST && !given.PUBLIC_HOST) {
		clashes.push(['PUBLIC_HOST', 'is needed too when STAFF_HOST is set']);
	}
	if (both && given.PUBLIC_HOST?.toLowerCase() === given.STAFF_HOST?.toLowerCase()) {
		clashes.push(['STAFF_HOST', 'must be another name than PUBLIC_HOST']);
	}
	if (both && given.ORIGIN) {
		clashes.push(['ORIGIN', 'must not be set when PUBLIC_HOST and STAFF_HOST are']);
	}
	if (given.DATABASE_OWNER_URL && !given.DATABASE_URL) {
		clashes.push(['DATABASE_URL', 'is needed too when DATABASE_OWNER_URL is set']);
	}
	if (given.SMTP_URL && !given.SMTP_FROM) {
		clashes.push([
			'SMTP_FROM',
			'is needed too when SMTP_URL is set: the address messages come from'
		]);
	}
	if (given.TEST_LANGUAGE && (both || !isOnThisMachine(given.ORIGIN))) {
		clashes.push(['TEST_LANGUAGE', 'is for tests on this machine, where ORIGIN is on localhost']);
	}
	if (given.BACKUP_KEYS_FILE && !given.BACKUP_PUBLIC_KEY) {
		clashes.push([
			'BACKUP_PUBLIC_KEY',
			'is needed too when BACKUP_KEYS_FILE is set: what the keys are sealed to'
		]);
	}
	if (given.CLAMD_PORT && !given.CLAMD_HOST) {
		clashes.push(['CLAMD_HOST', 'is needed too when CLAMD_PORT is set']);
	}
	const templates = [given.NOTIFY_EMAIL_TEMPLATE, given.NOTIFY_TEXT_TEMPLATE];
	if (given.NOTIFY_API_KEY && templates.every((id) => id === undefined)) {
		clashes.push([
			'NOTIFY_API_KEY',
			'needs NOTIFY_EMAIL_TEMPLATE or NOTIFY_TEXT_TEMPLATE, or both, beside it'
		]);
	}
	if (!given.NOTIFY_API_KEY && templates.some((id) => id !== undefined)) {
		clashes.push(['NOTIFY_API_KEY', 'is needed too when a template of GOV.UK Notify is set']);
	}
	return clashes;
}

function wholeNumber({ from, to }: { from: number; to: number }) {
	const problem = `must be a whole number from ${from} to ${to}`;
	return z
		.string()
		.regex(/^\d{1,9}$/, problem)
		.transform(Number)
		.refine((number) => number >= from && number <= to, problem);
}

function isOrigin(text: string): boolean {
	const url = URL.parse(text);
	return (
		url !== null &&
		['http:', 'https:'].includes(url.protocol) &&
		url.pathname === '/' &&
		url.search === '' &&
		url.hash === ''
	);
}
