import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { isLetterId, letterOf } from '#lib/letters/catalogue.ts';
import { templateFaultWords } from '#lib/letters/faultWords.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { findChanges, readTemplate, saveTemplate } from '#lib/server/letters/templates.ts';
import { getService } from '#lib/server/running.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Actions, PageServerLoad } from './$types';

const version = z.string().max(20_000).default('');
const templateForm = z.object({
	seenVersion: z.coerce.number().int().min(0),
	adult: version,
	child: version
});

export const load: PageServerLoad = ({ params }) => {
	const { kind } = params;
	if (!isLetterId(kind)) error(404, 'There is no such letter');
	const { name, about, reader, mustSay, source } = letterOf(kind);
	return asActor(getService().db, 'system', async (trx) => ({
		letter: { name, about, reader, mustSay, source },
		template: await readTemplate(trx, kind),
		changes: await findChanges(trx, kind)
	}));
};

export const actions: Actions = {
	keep: (event) => save(event, false),
	builtIn: (event) => save(event, true)
};

async function save({ params, request, locals }: RequestEvent, toBuiltIn: boolean) {
	const kind = params.kind ?? '';
	const read = templateForm.safeParse(Object.fromEntries(await request.formData()));
	if (!isLetterId(kind) || !locals.staff) error(404, 'There is no such letter');
	if (!read.success) return fail(400, { errors: [{ fieldId: 'adult', sentence: TOO_LONG }] });
	const adult = clean(read.data.adult);
	const child = clean(read.data.child);
	const saved = await inTransaction(
		getService(),
		{ kind: 'staff', staffId: locals.staff.staffId },
		(work) =>
			saveTemplate(work, {
				letterKind: kind,
				seenVersion: read.data.seenVersion,
				adult: toBuiltIn ? null : adult,
				child: toBuiltIn ? null : child
			})
	);
	if (saved.saved) return { kept: toBuiltIn ? 'It is as it came' : 'Kept' };
	if ('clash' in saved) {
		return fail(409, { adult, child, errors: [{ fieldId: 'adult', sentence: CLASH }] });
	}
	const errors = saved.faults.map((fault) => ({
		fieldId: fault.audience,
		sentence: `${fault.audience === 'adult' ? 'Adult' : 'Child'} version. ${templateFaultWords(fault)}`
	}));
	return fail(400, { adult, child, errors });
}

const TOO_LONG = 'Keep each version under 20,000 characters';
const CLASH = 'Somebody changed this letter while you did. Look at what stands there now';

function clean(text: string): string {
	return text.replace(/\r\n?/g, '\n').trim();
}
