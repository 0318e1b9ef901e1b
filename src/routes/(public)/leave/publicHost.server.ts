import { findServer } from '#lib/server/start.ts';

/** Whether the public side has a host of its own, which it does not share with the staff side. */
export function hasPublicHost(): boolean {
	return findServer()?.environment.hosts != null;
}
