import { error } from '@sveltejs/kit';
import {
	FormTooBig,
	readSentForm,
	type FileDoor,
	type SentForm
} from '#lib/server/files/readSentForm.ts';
import { getService } from '#lib/server/running.ts';

/** A form with a file. Where it is more than the site takes, a page says so. */
export async function readSent(request: Request, door: FileDoor): Promise<SentForm> {
	try {
		return await readSentForm(request, door, getService().scan ?? null);
	} catch (thrown) {
		if (thrown instanceof FormTooBig) error(413, 'The file is larger than 10 MB');
		throw thrown;
	}
}
