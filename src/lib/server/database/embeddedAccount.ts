import { readFileSync, statSync } from 'node:fs';
import { EmbeddedDatabaseFailed } from './embeddedFailure.ts';

/** The user of the machine that PostgreSQL runs as. */
export interface Account {
	name: string;
	uid: number;
	gid: number;
}

/** Where the database of a data folder lives when its user cannot enter that folder. */
export const VAR_LIB = '/var/lib/say-so';

const UNPRIVILEGED = ['say-so', 'nobody'];

/**
 * The user PostgreSQL must run as, or null for the user of this process.
 * PostgreSQL refuses to run as root: then it is whoever owns the database already there,
 * else `say-so` where the machine has such a user, else `nobody`.
 */
export function findAccount(existingData: string): Account | null {
	if (process.getuid?.() !== 0) return null;
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
		.map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));

	const owner = ownerOf(existingData);
	if (owner) return users.find(({ uid }) => uid === owner.uid) ?? owner;
	for (const name of UNPRIVILEGED) {
		const user = users.find((candidate) => candidate.name === name && candidate.uid > 0);
		if (user) return user;
	}
	throw new EmbeddedDatabaseFailed(
		'PostgreSQL refuses to run as root and this machine has no user "nobody". Start Say So as an ordinary user.'
	);
}

function ownerOf(folder: string): Account | null {
	const stat = statSync(folder, { throwIfNoEntry: false });
	return stat && stat.uid !== 0 ? { name: String(stat.uid), uid: stat.uid, gid: stat.gid } : null;
}
