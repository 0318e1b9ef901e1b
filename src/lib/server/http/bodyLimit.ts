import { LARGEST_FIELDS_BYTES, LARGEST_FORM_BYTES } from '#lib/server/files/readSentForm.ts';

/** The routes whose forms bring files. Every other one takes what can be typed, and no more. */
const WITH_FILES: readonly string[] = [
	'/staff/(app)/case/[id]/(head)/papers',
	'/staff/(office)/papers/[paper]',
	'/staff/(office)/clips',
	'/staff/(office)/settings/logos'
];

/** The most bytes that a request to that route may have. */
export function largestBodyOf(routeId: string): number {
	return WITH_FILES.includes(routeId) ? LARGEST_FORM_BYTES : LARGEST_FIELDS_BYTES;
}

/** Whether a request is larger than its route takes, or does not say how large it is. */
export function isTooLarge(request: Request, routeId: string): boolean {
	if (request.body === null) return false;
	const bytes = Number(request.headers.get('content-length') ?? Infinity);
	return !(bytes <= largestBodyOf(routeId));
}
