import { error } from '@sveltejs/kit';
import {
	FormTooBig,
	LARGEST_FORM_BYTES,
	readSentForm,
	type FileDoor,
	type SentForm
} from '#lib/server/files/readSentForm.ts';
import { readFields } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';

/**
 * A form that may bring files. Null where it is larger than any three files may be: none of it was
 * read. More typed than the site takes is a page of its own.
 */
export async function readPostedFiles(
	{ request }: { request: Request },
	door: FileDoor
): Promise<SentForm | null> {
	try {
		return await readSentForm(request, door, getService().scan ?? null);
	} catch (thrown) {
		if (!(thrown instanceof FormTooBig)) throw thrown;
		if (Number(request.headers.get('content-length')) > LARGEST_FORM_BYTES) return null;
		error(413, 'That was too much at once');
	}
}

/** The fields that were sent. Where they are more than the site takes, a page says so. */
export async function readPosted({ request }: { request: Request }): Promise<FormData> {
	try {
		return await readFields(request);
	} catch (thrown) {
		if (thrown instanceof FormTooBig) error(413, 'It does not fit in one go');
		throw thrown;
	}
}
