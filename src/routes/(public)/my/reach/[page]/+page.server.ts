import { error, fail, redirect } from '@sveltejs/kit';
import { setChannel } from '#lib/server/intake/my/changeReach.ts';
import {
	channelView,
	findChannelPage,
	nextChannelAddress,
	type ChannelPage
} from '#lib/server/intake/my/reachPages.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { actIdIn, hiddenIds, openOwn, openOwnToAct } from '../../own.server.ts';
import { readPosted } from '../../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** The number or address of one way, and how it is safe. */
export const load: PageServerLoad = async (event) => {
	const page = pageOf(event);
	await openOwn(event);
	return { view: channelView(page, null), hidden: hiddenIds() };
};

export const actions: Actions = {
	default: async (event) => {
		const page = pageOf(event);
		const fields = await readPosted(event);
		const { complaintId } = await openOwnToAct(event);
		const checked = await checkForm(fields, page.question.schema);
		if (!checked.valid) return fail(400, { view: channelView(page, checked) });

		const { channel, question } = page;
		const details = question.record({ seen: [] }, checked.data, 0).reachDetails?.[channel];
		if (details) {
			await setChannel(getService(), { complaintId, actId: actIdIn(fields), channel, details });
		}
		redirect(303, nextChannelAddress((event.url.searchParams.get('then') ?? '').split('.')));
	}
};

function pageOf({ params }: { params: { page: string } }): ChannelPage {
	const page = findChannelPage(params.page);
	if (!page) error(404, 'Page not found');
	return page;
}
