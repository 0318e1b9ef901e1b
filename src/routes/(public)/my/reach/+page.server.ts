import { fail, redirect } from '@sveltejs/kit';
import type { ReachChannel } from '#lib/intake/codes.ts';
import { findQuestion } from '#lib/intake/questions.ts';
import { PAGE_OF_CHANNEL } from '#lib/intake/questions/reach.ts';
import { keepOnlyChannels } from '#lib/server/intake/my/changeReach.ts';
import {
	addressedOf,
	channelsOf,
	nextChannelAddress,
	reachView
} from '#lib/server/intake/my/reachPages.ts';
import { checkForm } from '#lib/server/intake/readForm.ts';
import { getService } from '#lib/server/running.ts';
import { actIdIn, hiddenIds, openOwn, openOwnToAct } from '../own.server.ts';
import { readPosted } from '../../posted.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Which ways of getting back to them are used. */
export const load: PageServerLoad = async (event) => {
	const own = await openOwn(event);
	return {
		view: reachView(own, null),
		used: addressedOf(channelsOf(own)).map((channel) => ({
			channel,
			href: `/my/reach/${PAGE_OF_CHANNEL[channel]}`
		})),
		hidden: hiddenIds()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const fields = await readPosted(event);
		const own = await openOwnToAct(event);
		const checked = await checkForm(fields, findQuestion('10')!.schema);
		if (!checked.valid) return fail(400, { view: reachView(own, checked) });

		const channels = checked.data.reach as readonly ReachChannel[];
		const { complaintId } = own;
		await keepOnlyChannels(getService(), { complaintId, actId: actIdIn(fields), channels });
		const before = channelsOf(own);
		const added = addressedOf(channels).filter((channel) => !before.includes(channel));
		redirect(303, nextChannelAddress(added.map((channel) => PAGE_OF_CHANNEL[channel])));
	}
};
