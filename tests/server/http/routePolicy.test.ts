import { readdirSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayAsk, ROUTE_POLICY, RouteWithoutPolicy } from '#lib/server/http/routePolicy.ts';

const ROUTES = new URL('../../../src/routes', import.meta.url).pathname;

/** The id of every route on the disk that has a page or an answer of its own. */
function routesOnDisk(): string[] {
	const found = readdirSync(ROUTES, { recursive: true, withFileTypes: true })
		.filter((entry) => /^\+(page(\.server)?|server)\.(ts|svelte)$/.test(entry.name))
		.map((entry) => `/${relative(ROUTES, entry.parentPath)}`);
	return [...new Set(found)].sort();
}

describe('who may ask a route', () => {
	it('is said for every route there is, and for no other', () => {
		expect(dirname(ROUTES)).toMatch(/src$/);
		expect(Object.keys(ROUTE_POLICY).sort()).toEqual(routesOnDisk());
	});

	it('is nobody where it is not said', () => {
		expect(() => mayAsk('/staff/(app)/forgotten', ['administrator'])).toThrow(RouteWithoutPolicy);
	});

	it('needs a sign-in on the staff side, but for the door itself', () => {
		const open = Object.keys(ROUTE_POLICY).filter((id) => mayAsk(id, null));
		expect(open.filter((id) => !id.startsWith('/(public)'))).toEqual([
			'/healthz',
			'/staff/accessibility',
			'/staff/first',
			'/staff/sign-in'
		]);
	});

	it('is open to one of several roles that a person holds', () => {
		expect(mayAsk('/staff/(office)/people/new', ['complaintsOfficer'])).toBe(false);
		expect(mayAsk('/staff/(office)/people/new', ['complaintsOfficer', 'administrator'])).toBe(true);
		expect(mayAsk('/staff/sign-out', [])).toBe(true);
	});
});
