import { APPOINTED_OUTSIDE_ROLES, type StaffRole } from '#lib/domain/roles/roles.ts';

/**
 * Who may ask a route at all: a role of the staff side, anybody, whoever came in by six words,
 * or anybody signed in on the staff side. Which cases they then see is `domain/roles/visibility`
 * and, last, the database.
 */
export type RoutePolicy = 'anybody' | 'sixWords' | 'signedIn' | readonly StaffRole[];

const CASEWORK = ['complaintsOfficer', 'complaintsManager'] as const;
const ANSWERING = [...CASEWORK, 'teamManager'] as const;
const ALERTED = [...CASEWORK, 'dutyWorker'] as const;
const LOGGING = [...ANSWERING, 'dutyWorker', 'childrensRightsOfficer', 'reviewingOfficer'] as const;
/** Whoever uses the staff app reads its store, be it only for the words of the help page. */
const APP = [...LOGGING, 'administrator'] as const;
/** Whoever may sit beside a young person who tells us, on a device of their own. */
const LENDING = [...LOGGING, 'advocate'] as const;
/** Whoever may be appointed to a case, or see one by the child's agreement. */
const APPOINTED = [...APPOINTED_OUTSIDE_ROLES, 'director', 'childrensRightsOfficer'] as const;
/** Whoever may decide what is answered at stage 2 or 3. */
const DECIDING = ['adjudicatingOfficer', 'director'] as const;
/** Those on the side of young people, from an advocacy provider. */
const ADVOCATES = ['advocate'] as const;
/** Whoever runs reviews, and the complaints manager, who sees what comes of them. */
const REVIEWING = ['reviewingOfficer', 'complaintsManager'] as const;
/** Whoever may see a concern, be it because of the complaint that it became. */
const CONCERNED = ['reviewingOfficer', ...ANSWERING] as const;
const OVERSIGHT = ['director', 'auditor'] as const;
const APPOINTING = ['administrator', 'complaintsManager'] as const;
const OFFICE = ['administrator'] as const;

/**
 * Every route of the site by its id, and who may ask it: pages, form actions and the sync alike.
 * A route of the staff side that is not here is answered to nobody, and a test fails for any
 * route that is not here.
 *
 * Source: rules 5.1, 5.2; security 2.4 #7.
 */
export const ROUTE_POLICY: Readonly<Record<string, RoutePolicy>> = {
	'/(public)': 'anybody',
	'/(public)/[...elsewhere]': 'anybody',
	'/(public)/accessibility': 'anybody',
	'/(public)/advocate': 'anybody',
	'/(public)/back': 'anybody',
	'/(public)/bye': 'anybody',
	'/(public)/carer': 'anybody',
	'/(public)/family': 'anybody',
	'/(public)/changes': 'anybody',
	'/(public)/cookies': 'anybody',
	'/(public)/for-advocates': 'anybody',
	'/(public)/for-advocates/[pass]': 'anybody',
	'/(public)/hand': 'anybody',
	'/(public)/hand/back': 'anybody',
	'/(public)/hand/over': 'anybody',
	'/(public)/help': 'anybody',
	'/(public)/idea': 'anybody',
	'/(public)/languages': 'anybody',
	'/(public)/leave': 'anybody',
	'/(public)/listen/[clip]': 'anybody',
	'/(public)/logo/[logo]': 'anybody',
	'/(public)/more': 'sixWords',
	'/(public)/more/[task]': 'sixWords',
	'/(public)/my': 'sixWords',
	'/(public)/my/add': 'sixWords',
	'/(public)/my/agree': 'sixWords',
	'/(public)/my/helped': 'sixWords',
	'/(public)/my/advocate': 'sixWords',
	'/(public)/my/answer': 'sixWords',
	'/(public)/my/answer/[stage]': 'sixWords',
	'/(public)/my/answer/[stage]/[paper]': 'sixWords',
	'/(public)/my/file/[file]': 'sixWords',
	'/(public)/my/how': 'sixWords',
	'/(public)/my/keep': 'sixWords',
	'/(public)/my/late': 'sixWords',
	'/(public)/my/messages': 'sixWords',
	'/(public)/my/next': 'sixWords',
	'/(public)/my/reach': 'sixWords',
	'/(public)/my/reach/[page]': 'sixWords',
	'/(public)/my/stop': 'sixWords',
	'/(public)/my/words': 'sixWords',
	'/(public)/p/[place]': 'anybody',
	'/(public)/privacy': 'anybody',
	'/(public)/privacy/adults': 'anybody',
	'/(public)/private': 'anybody',
	'/(public)/s/11a': 'anybody',
	'/(public)/s/11a/notes.png': 'anybody',
	'/(public)/s/11a/notes.txt': 'anybody',
	'/(public)/s/11b': 'anybody',
	'/(public)/s/12/notes.png': 'anybody',
	'/(public)/s/12/notes.txt': 'anybody',
	'/(public)/s/6/[file]': 'anybody',
	'/(public)/s/[step]': 'anybody',
	'/(public)/thank-you': 'anybody',
	'/(public)/view': 'anybody',
	'/healthz': 'anybody',

	'/staff': 'signedIn',
	'/staff/[...elsewhere]': 'signedIn',
	'/staff/accessibility': 'anybody',
	'/staff/back': 'anybody',
	'/staff/back/hand': 'anybody',
	'/staff/device': 'anybody',
	'/staff/first': 'anybody',
	'/staff/manifest.webmanifest': 'anybody',
	'/staff/no-signal': 'anybody',
	'/staff/sign-in': 'anybody',
	'/staff/sign-in/step': 'anybody',
	'/staff/sign-out': 'signedIn',

	'/staff/(app)/shell': 'anybody',
	'/staff/(app)/today': [...ANSWERING, 'dutyWorker'],
	'/staff/(app)/new': CASEWORK,
	'/staff/(app)/new/[id]': CASEWORK,
	'/staff/(app)/cases': ANSWERING,
	'/staff/(app)/search': ANSWERING,
	'/staff/(app)/cover': ANSWERING,
	'/staff/(app)/case/[id]/(head)': ANSWERING,
	'/staff/(app)/case/[id]/(head)/act/[act]': ANSWERING,
	'/staff/(app)/case/[id]/(head)/clock': ANSWERING,
	'/staff/(app)/case/[id]/(head)/file/[file]': ANSWERING,
	'/staff/(app)/case/[id]/(head)/full-answer/[stage]/[strand]': CASEWORK,
	'/staff/(app)/case/[id]/(head)/letters': CASEWORK,
	'/staff/(app)/case/[id]/(head)/letters/[letter]': CASEWORK,
	'/staff/(app)/case/[id]/(head)/letters/[letter]/print/[format]': CASEWORK,
	'/staff/(app)/case/[id]/(head)/looked': ANSWERING,
	'/staff/(app)/case/[id]/(head)/messages': ANSWERING,
	'/staff/(app)/case/[id]/(head)/new-words': CASEWORK,
	'/staff/(app)/case/[id]/(head)/note': ANSWERING,
	'/staff/(app)/case/[id]/(head)/papers': CASEWORK,
	'/staff/(app)/case/[id]/(head)/papers/document/[document]': CASEWORK,
	'/staff/(app)/case/[id]/(head)/people': ANSWERING,
	'/staff/(app)/case/[id]/(head)/promises': ANSWERING,
	'/staff/(app)/case/[id]/(head)/timeline': ANSWERING,
	'/staff/(app)/case/[id]/panel': CASEWORK,
	'/staff/(app)/case/[id]/answer/[strand]': ANSWERING,
	'/staff/(app)/alerts': ALERTED,
	'/staff/(app)/alerts/[id]': ALERTED,
	'/staff/(app)/log': LOGGING,
	'/staff/(app)/unsent': LOGGING,
	'/staff/(app)/needs-you': LOGGING,
	'/staff/(app)/reviews': REVIEWING,
	'/staff/(app)/concern': ['reviewingOfficer'],
	'/staff/(app)/concern/[concern]': CONCERNED,
	'/staff/(app)/concern/[concern]/file/[file]': CONCERNED,
	'/staff/(app)/help': APP,

	'/staff/(office)/people': OFFICE,
	'/staff/(office)/people/[id]': OFFICE,
	'/staff/(office)/people/new': OFFICE,
	'/staff/(office)/people/outside': APPOINTING,
	'/staff/(office)/people/outside/[id]': APPOINTING,
	'/staff/(office)/people/outside/new': APPOINTING,
	'/staff/(office)/papers': APPOINTED,
	'/staff/(office)/papers/[paper]': APPOINTED,
	'/staff/(office)/papers/[paper]/answer': DECIDING,
	'/staff/(office)/papers/[paper]/document/[document]': APPOINTED,
	'/staff/(office)/young-people': ADVOCATES,
	'/staff/(office)/young-people/[request]': ADVOCATES,
	'/staff/(office)/young-people/[request]/file/[file]': ADVOCATES,
	'/staff/(office)/young-people/[request]/write': ADVOCATES,
	'/staff/(office)/second-step': 'signedIn',
	'/staff/(office)/lend': LENDING,
	'/staff/(office)/figures': [...OVERSIGHT, 'complaintsManager'],
	'/staff/(office)/access-log': OVERSIGHT,
	'/staff/(office)/settings': OFFICE,
	'/staff/(office)/settings/logos': OFFICE,
	'/staff/(office)/settings/logos/[logo]': OFFICE,
	'/staff/(office)/bank-holidays': [...OFFICE, 'complaintsManager'],
	'/staff/(office)/outbox': OFFICE,
	'/staff/(office)/review-dates': OFFICE,
	'/staff/(office)/letters': APPOINTING,
	'/staff/(office)/letters/[kind]': APPOINTING,
	'/staff/(office)/changes': APPOINTING,
	'/staff/(office)/clips': OFFICE,
	'/staff/(office)/clips/[clip]': OFFICE,
	'/staff/(office)/posters': APPOINTING,
	'/staff/(office)/posters/[place]/[format]': APPOINTING,
	'/staff/(office)/ombudsman': CASEWORK,
	'/staff/(office)/ombudsman/[id]': CASEWORK,
	'/staff/(office)/ombudsman/new': CASEWORK,

	'/api/sync/me': 'signedIn',
	'/api/sync/pull': APP,
	'/api/sync/push': LOGGING,
	'/api/sync/items': LOGGING,
	'/api/sync/pack': LOGGING,
	'/api/sync/needs-you': LOGGING,
	'/api/sync/device': LOGGING,
	'/api/sync/device/push': LOGGING,
	'/api/sync/device/remove': APP,
	/** By the device's own credential: its person may not sign in any more. */
	'/api/sync/deposit': 'anybody',
	'/api/sync/deposit/files': 'anybody',
	'/api/sync/deposit/files/chunk': 'anybody',
	'/api/sync/files': LOGGING,
	'/api/sync/files/chunk': LOGGING,
	'/api/sync/case/[id]': ANSWERING,
	'/api/sync/reviews': REVIEWING,
	'/api/sync/reviews/[concern]': CONCERNED,
	'/api/sync/search': ANSWERING,
	'/api/sync/cases': ANSWERING,
	'/api/sync/views': ANSWERING,
	'/api/sync/cover': ANSWERING
};

/** A staff route has no line in `ROUTE_POLICY`: a bug of whoever added it, so nobody gets in. */
export class RouteWithoutPolicy extends Error {
	override name = 'RouteWithoutPolicy';
}

/**
 * Whether somebody who holds these roles may ask that route of the staff side. Null roles: nobody
 * is signed in. Throws `RouteWithoutPolicy`.
 */
export function mayAsk(routeId: string, roles: readonly StaffRole[] | null): boolean {
	const policy = ROUTE_POLICY[routeId];
	if (policy === undefined) throw new RouteWithoutPolicy(`${routeId} is not in ROUTE_POLICY`);
	switch (policy) {
		case 'anybody':
		case 'sixWords':
			return true;
		case 'signedIn':
			return roles !== null;
		default:
			return roles?.some((role) => policy.includes(role)) ?? false;
	}
}
