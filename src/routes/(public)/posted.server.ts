import { error } from '@sveltejs/kit';
import { FormTooBig } from '#lib/server/files/readSentForm.ts';
import { readFields } from '#lib/server/intake/readForm.ts';

/** The fields that were sent. Where they are more than the site takes, a page says so. */
export async function readPosted({ request }: { request: Request }): Promise<FormData> {
	try {
		return await readFields(request);
	} catch (thrown) {
		if (thrown instanceof FormTooBig) error(413, 'It does not fit in one go');
		throw thrown;
	}
}
