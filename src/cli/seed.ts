import {
	demoCodes,
	DEMO_PASSWORD,
	DEMO_STAFF,
	seedDemo as fill
} from '#lib/server/demo/seedDemo.ts';
import type { Service } from '#lib/server/service.ts';
import type { DemoAccount, DemoCode } from './welcome.ts';

/** Fills an empty database with the demonstration, and says how to get in as each of its people. */
export async function seedDemo(
	service: Service,
	say: (line: string) => void
): Promise<{ accounts: readonly DemoAccount[]; codes: readonly DemoCode[] }> {
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
