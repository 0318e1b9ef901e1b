import { error, fail, redirect } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import type { z } from 'zod';
import {
	acceptRequest,
	acknowledgeRequest,
	declineToHelp,
	handOver,
	needInterpreter,
	recordFirstContact,
	recordSpoke
} from '#lib/server/advocacy/answerRequest.ts';
import type { PortalAct, PortalDone } from '#lib/server/advocacy/portalAct.ts';
import {
	acceptForm,
	acknowledgeForm,
	declineForm,
	firstContactForm,
	handOverForm,
	interpreterForm,
	MANDATE_DOOR,
	spokeForm,
	teamForm
} from '#lib/server/advocacy/portalForms.ts';
import { keepMandate, writeToTeam } from '#lib/server/advocacy/withYoungPerson.ts';
import { readYoungPerson, seesYoungPerson } from '#lib/server/advocacy/youngPeople.ts';
import { formErrors } from '#lib/server/http/formErrors.ts';
import { getService } from '#lib/server/running.ts';
import type { Service } from '#lib/server/service.ts';
import { MANDATE_PROBLEMS, PORTAL_REFUSALS } from '#lib/words/advocates.ts';
import { readSent } from '../../../sent.server.ts';
import { actOf, actorOf } from './acting.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { staffId, requestId } = actorOf(event);
	const person = await readYoungPerson(getService(), staffId, requestId);
	if (!person) error(404, 'There is no such page');
	return {
		person,
		me: staffId,
		actId: crypto.randomUUID(),
		did: event.url.searchParams.get('did')
	};
};

export const actions: Actions = {
	acknowledge: (event) => perform(event, 'acknowledge', acknowledgeForm, acknowledgeRequest),
	accept: (event) => perform(event, 'accept', acceptForm, acceptRequest),
	decline: (event) => perform(event, 'decline', declineForm, declineToHelp),
	interpreter: (event) => perform(event, 'interpreter', interpreterForm, needInterpreter),
	firstContact: (event) => perform(event, 'firstContact', firstContactForm, recordFirstContact),
	spoke: (event) => perform(event, 'spoke', spokeForm, recordSpoke),
	handOver: (event) => perform(event, 'handOver', handOverForm, handOver),
	write: (event) => perform(event, 'write', teamForm, writeToTeam),
	mandate: async (event) => {
		const { fields, files, refused } = await readSent(event.request, MANDATE_DOOR);
		const act = actOf(event, fields);
		const [taken] = files;
		if (refused.file) return wrongFile(MANDATE_PROBLEMS[refused.file]);
		if (!taken) return wrongFile('Choose the paper they signed');
		return say(event, 'mandate', await keepMandate(getService(), act, taken.file));
	}
};

/** What a form of this page needs at least. */
type ActSchema = z.ZodType<{ id: string }, Record<string, unknown>>;

/** Reads the form of an act, does it, and says what came of it. */
async function perform<Schema extends ActSchema>(
	event: RequestEvent,
	name: string,
	schema: Schema,
	run: (service: Service, act: PortalAct & z.output<Schema>) => Promise<PortalDone>
) {
	const form = await superValidate(event.request, zod4(schema as never));
	const given = form.data as z.output<Schema>;
	if (!form.valid) {
		return fail(400, { act: name, given, errors: formErrors(form.errors, `${name}-`) });
	}
	const { staffId, requestId } = actorOf(event);
	const act = { ...given, staffId, requestId, actId: given.id };
	return say(event, name, await run(getService(), act), given);
}

/** Their page again, or the list where the young person is not theirs to see any more. */
async function say(event: RequestEvent, name: string, done: PortalDone, given: object = {}) {
	if (!done.done && done.because !== 'gone') {
		const sentence = PORTAL_REFUSALS[done.because];
		return fail(409, { act: name, given, errors: [{ fieldId: `${name}-form`, sentence }] });
	}
	const { staffId, requestId } = actorOf(event);
	const isTheirs = await seesYoungPerson(getService(), staffId, requestId);
	const home = isTheirs ? event.url.pathname : '/staff/young-people';
	redirect(303, `${home}?did=${done.done ? name : 'gone'}`);
}

function wrongFile(sentence: string) {
	return fail(400, { act: 'mandate', given: {}, errors: [{ fieldId: 'mandate-file', sentence }] });
}
