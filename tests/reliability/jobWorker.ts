// One more app process, as far as its work in the background goes: it does every job that is due
// until there is none, by a clock that begins at the instant it is given.
import { openDatabase } from '#lib/server/database/connect.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { jobHandlers } from '#lib/server/jobs/handlers.ts';
import { runDueJobs } from '#lib/server/jobs/run.ts';
import { deriveMasterKeys } from '#lib/server/keys/masterKeys.ts';
import { LOCAL_OUTBOX } from '#lib/server/mail/provider.ts';

const [databaseUrl = '', keyByte = '', beginsAt = ''] = process.argv.slice(2);
const begun = performance.now();
const db = openDatabase<Database>(databaseUrl, { connections: 2 });
const service = {
	db,
	keys: deriveMasterKeys(Buffer.alloc(32, Number(keyByte))),
	now: () => Date.parse(beginsAt) + Math.round(performance.now() - begun)
};
await runDueJobs(service, jobHandlers([LOCAL_OUTBOX]), (kind, error) => {
	console.error(kind, error);
	process.exitCode = 1;
});
await db.destroy();
