import { describe, expect, it } from 'vitest';
import { mayAsk, ROUTE_POLICY, RouteWithoutPolicy } from '#lib/server/http/routePolicy.ts';
import { routeIdsOnDisk } from '../../support/routesOnDisk.ts';

describe('who may ask a route', () => {
	it('is said for every route there is, and for no other', () => {
		expect(Object.keys(ROUTE_POLICY).sort()).toEqual(routeIdsOnDisk());
	});

	it('is nobody where it is not said', () => {
		expect(() => mayAsk('/staff/(app)/forgotten', ['administrator'])).toThrow(RouteWithoutPolicy);
	});

	it('needs a sign-in on the staff side, but for the door itself', () => {
		const open = Object.keys(ROUTE_POLICY).filter((id) => mayAsk(id, null));
		expect(open.filter((id) => !id.startsWith('/(public)'))).toEqual([
			'/healthz',
			'/staff/accessibility',
			'/staff/back',
			'/staff/back/hand',
			'/staff/device',
			'/staff/first',
			'/staff/manifest.webmanifest',
			'/staff/no-signal',
			'/staff/sign-in',
			'/staff/sign-in/step',
			'/staff/(app)/shell',
			'/api/sync/deposit',
			'/api/sync/deposit/files',
			'/api/sync/deposit/files/chunk'
		]);
	});

	it('is open to one of several roles that a person holds', () => {
		expect(mayAsk('/staff/(office)/people/new', ['complaintsOfficer'])).toBe(false);
		expect(mayAsk('/staff/(office)/people/new', ['complaintsOfficer', 'administrator'])).toBe(true);
		expect(mayAsk('/staff/sign-out', [])).toBe(true);
	});
});
