import { createTestDatabase, type TestDatabase } from './testDatabase.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { createStaff } from '#lib/server/auth/accounts.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import { deriveMasterKeys } from '#lib/server/keys/masterKeys.ts';
import type { Service } from '#lib/server/service.ts';

/** A service on a database of its own, with a clock the test sets. */
export interface TestService extends Service {
	database: TestDatabase;
	/** Sets the present instant. */
	setNow(instant: string): void;
	close(): Promise<void>;
}

/** A password every invented member of staff has. */
export const TEST_PASSWORD = 'kettle and maple 42';

/** Opens a service whose clock stands at `instant`, 'YYYY-MM-DDTHH:MM:SSZ'. */
export async function createTestService(instant: string): Promise<TestService> {
	const database = await createTestDatabase();
	let nowMs = Date.parse(instant);
	return {
		database,
		db: database.db,
		keys: deriveMasterKeys(Buffer.alloc(32, 7)),
		now: () => nowMs,
		setNow: (later) => {
			nowMs = Date.parse(later);
		},
		close: () => database.close()
	};
}

/** Makes a member of staff and says their id. The name is also their user name. */
export async function addStaff(
	service: Service,
	name: string,
	roles: readonly StaffRole[],
	more: { teamId?: string; email?: string } = {}
): Promise<string> {
	const saved = await asActor(service.db, 'system', (trx) =>
		createStaff(
			trx,
			{
				username: name.toLowerCase(),
				displayName: name,
				email: more.email ?? '',
				telephone: '',
				teamId: more.teamId ?? null,
				roles,
				password: TEST_PASSWORD
			},
			null
		)
	);
	if (!saved.saved) throw new Error(`${name} could not be made: ${saved.refusal.code}`);
	return saved.staffId;
}
