/** JSON for the signed-in person alone: kept by no cache, and read as nothing but JSON. */
export function sendPrivately(value: unknown, status = 200): Response {
	return new Response(JSON.stringify(value), {
		status,
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'no-store',
			'x-content-type-options': 'nosniff',
			'cross-origin-resource-policy': 'same-origin',
			vary: 'Cookie'
		}
	});
}

/** Nobody is signed in. The device keeps everything and asks for a sign-in. */
export function refuseUnknown(): Response {
	return refuseWith(401);
}

/** There is no such thing, or it is not theirs to see: the same answer. */
export function refuseMissing(): Response {
	return refuseWith(404);
}

/** An answer that says only its number. */
export function refuseWith(status: number): Response {
	return sendPrivately({ status }, status);
}
