import { json, type RequestEvent } from '@sveltejs/kit';

/** A staff address that is nowhere: what is not a person's work looks the same as what is not. */
const NOWHERE = '/staff/no-such-page';

const TOO_LARGE = { message: 'That was too much at once' };

const SAID = { message: 'There is no such page' };

/**
 * The answer to one who asks for what is none of their work: that there is no such page, in the
 * form that asked. The handler is not called, so a form action does nothing.
 */
export async function answerMissing(event: RequestEvent): Promise<Response> {
	const { isDataRequest, request, url } = event;
	if (url.pathname.startsWith('/api/')) return json({ status: 404 }, { status: 404 });
	if (request.headers.get('x-sveltekit-action') === 'true') {
		return json({ type: 'error', error: SAID }, { status: 404 });
	}
	if (isDataRequest) return json(SAID, { status: 404 });
	return event.fetch(NOWHERE);
}

/** The answer to a request that is larger than its route takes; none of it was read. */
export function answerTooLarge({ request }: RequestEvent): Response {
	const isAction = request.headers.get('x-sveltekit-action') === 'true';
	return json(isAction ? { type: 'error', error: TOO_LARGE } : TOO_LARGE, { status: 413 });
}
