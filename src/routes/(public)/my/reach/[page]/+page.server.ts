import { error, fail, redirect } from '@sveltejs/kit';
import type { FormState } from '#lib/intake/viewQuestion.ts';
import { setChannel } from '#lib/server/intake/my/changeReach.ts';
import {
	channelView,
	findChannelPage,
	nextChannelAddress,
	type ChannelPage
} from '#lib/server/intake/my/reachPages.ts';
import { findUnsentPage, type Unsent, type UnsentPage } from '#lib/server/intake/my/unsentWords.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { actIdIn, hiddenIds, openOwn, openOwnToWrite, sentOn, unsentOn } from '../../own.server.ts';
import { readPosted } from '../../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The number or address of one way, and how it is safe. */
export const load: PageServerLoad = async (event) => {
	const page = pageOf(event);
	const unsent = await unsentOn(await openOwn(event), unsentPageOf(page));
	return { view: channelView(page, typedBefore(unsent)), hidden: hiddenIds() };
};

export const actions: Actions = {
	default: async (event) => {
		const page = pageOf(event);
		const fields = await readPosted(event);
		const own = await openOwnToWrite(event, unsentPageOf(page), fields);
		const { complaintId } = own;
		const checked = await checkForm(fields, page.question.schema);
		if (!checked.valid) return fail(400, { view: channelView(page, checked) });

		const { channel, question } = page;
		const details = question.record({ seen: [] }, checked.data, 0).reachDetails?.[channel];
		if (details) {
			await setChannel(getService(), { complaintId, actId: actIdIn(fields), channel, details });
		}
		await sentOn(own, unsentPageOf(page));
		redirect(303, nextChannelAddress((event.url.searchParams.get('then') ?? '').split('.')));
	}
};

function unsentPageOf({ question }: ChannelPage): UnsentPage {
	const page = findUnsentPage(`reach/${question.id}`);
	if (!page) error(404, 'Page not found');
	return page;
}

/** Nothing is wrong with it yet. */
function typedBefore(unsent: Unsent): FormState | null {
	return Object.keys(unsent).length === 0 ? null : { data: unsent, errors: {} };
}

function pageOf({ params }: { params: { page: string } }): ChannelPage {
	const page = findChannelPage(params.page);
	if (!page) error(404, 'Page not found');
	return page;
}
