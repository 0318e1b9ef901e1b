import { PERSON_HEADER } from '#lib/wire/deviceRecord.ts';
import {
	json,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import { building } from '$app/environment';
import { findFilesField } from '#lib/intake/question.ts';
import { NO_PREFERENCE } from '#lib/intake/preference.ts';
import { QUESTIONS } from '#lib/intake/questions.ts';
import { isDatabaseUnavailable } from '#lib/server/database/databaseUnavailable.ts';
import { compressPage } from '#lib/server/http/compressPage.ts';
import { lightenPage } from '#lib/server/http/lightenPage.ts';
import { MAY_RECORD, SECURITY_HEADERS } from '#lib/server/http/securityHeaders.ts';
import { answerMissing, answerTooLarge } from '#lib/server/http/answerMissing.ts';
import { isTooLarge } from '#lib/server/http/bodyLimit.ts';
import { mayAsk } from '#lib/server/http/routePolicy.ts';
import { withFormsToPublic } from '#lib/server/http/crossing.ts';
import {
	findStaff,
	isShutByLending,
	isStaffPath,
	LENT_DOOR,
	needsSignIn
} from '#lib/server/http/staffDoor.ts';
import { showInLanguage } from '#lib/server/languages/showInLanguage.ts';
import { factsOf, log } from '#lib/server/log.ts';
import { getService } from '#lib/server/running.ts';
import { startServer } from '#lib/server/start.ts';

export const init: ServerInit = async () => {
	if (!building) await startServer();
};

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.staff = null;
	event.locals.preference = NO_PREFERENCE;
	if (!building && isStaffPath(event.url.pathname)) {
		const refused = await letIn(event);
		if (refused) return withPageHeaders(event, refused);
	}
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => withLook(event, html)
	});
	if (building) return response;
	return withPageHeaders(event, response);
};

function withLook({ locals, request, route, url }: RequestEvent, html: string): string {
	const page = html
		.replace('%lang%', 'en')
		.replace('%dir%', 'ltr')
		.replace('%view%', locals.preference.view);
	if (building || isStaffPath(url.pathname)) return page;
	// A browser that brings a cookie has been here before, and keeps the styles.
	const light = lightenPage(page, { isFirstView: !request.headers.has('cookie') });
	const { language } = locals.preference;
	return showInLanguage(getService(), light, {
		language,
		pathname: url.pathname,
		route: route.id
	});
}

function withPageHeaders({ request, url }: RequestEvent, response: Response): Promise<Response> {
	for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
	if (RECORDING_PAGES.includes(url.pathname) || isStaffApp(url.pathname)) {
		response.headers.set('Permissions-Policy', MAY_RECORD);
	}
	const policy = response.headers.get('Content-Security-Policy');
	if (policy && isStaffPath(url.pathname)) {
		response.headers.set('Content-Security-Policy', withFormsToPublic(policy, url));
	}
	if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
	return compressPage(request, response);
}

/** The staff app draws its pages in the browser, so that the first one decides for all of them. */
function isStaffApp(path: string): boolean {
	return isStaffPath(path) && !path.startsWith('/api/');
}

/** Every question that takes files, and where more is added later. */
const RECORDING_PAGES: readonly string[] = [
	...QUESTIONS.filter(findFilesField).map(({ id }) => `/s/${id}`),
	'/my/messages',
	'/my/add'
];

/**
 * Finds out who is signed in; answers for them where nobody is and somebody must be, and where
 * the page, the form action or the part of the sync is none of their work.
 */
async function letIn(event: RequestEvent): Promise<Response | null> {
	const { cookies, locals, route, url } = event;
	locals.staff = await findStaff(getService(), cookies);
	// A device asks for its own person: for anybody else nobody is signed in.
	const askedFor = event.request.headers.get(PERSON_HEADER);
	if (askedFor !== null && locals.staff?.staffId !== askedFor) locals.staff = null;
	if (!locals.staff && (await isShutByLending(getService(), cookies, url.pathname))) {
		return turnAway(url, { code: 'lent', to: LENT_DOOR });
	}
	if (!locals.staff && needsSignIn(url.pathname)) {
		return turnAway(url, { code: 'notSignedIn', to: '/staff/sign-in' });
	}
	if (route.id !== null && !mayAsk(route.id, locals.staff?.roles ?? null)) {
		return answerMissing(event);
	}
	return isTooLarge(event.request, route.id ?? '') ? answerTooLarge(event) : null;
}

/** A page leads to the door; what a program asks says why. */
function turnAway({ pathname }: URL, { code, to }: { code: string; to: string }): Response {
	if (pathname.startsWith('/api/')) return json({ code }, { status: 401 });
	return new Response(null, { status: 303, headers: { Location: to } });
}

/** Logs what went wrong without a word of what anyone wrote, and shows the number of that line. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status < 500) return { message };

	const errorId = crypto.randomUUID().slice(0, 8);
	log('error', isDatabaseUnavailable(error) ? 'database unavailable' : 'page failed', {
		...factsOf(error),
		errorId,
		method: event.request.method,
		status,
		...(event.route.id ? { route: event.route.id } : {})
	});
	return { message: BROKEN, errorId };
};

const BROKEN = 'Something broke on our side. What you wrote is safe. Try again in 5 minutes.';
