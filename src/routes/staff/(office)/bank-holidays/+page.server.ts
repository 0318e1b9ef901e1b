import { error, fail } from '@sveltejs/kit';
import { superValidate } from 'sveltekit-superforms';
import { zod4 } from 'sveltekit-superforms/adapters';
import { isPlainDate } from '#lib/domain/calendar/plainDate.ts';
import { asActor } from '#lib/server/database/connect.ts';
import { formErrors, type FormError } from '#lib/server/http/formErrors.ts';
import { getService } from '#lib/server/running.ts';
import { findMoved } from '#lib/server/settings/findMoved.ts';
import { correctHolidays, type HolidayChange } from '#lib/server/settings/correctHolidays.ts';
import { addHolidayForm, addYearForm } from '#lib/server/settings/holidayForms.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { sayClockRefusal } from '#lib/words/clockRefusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const service = getService();
	const staffId = locals.staff?.staffId ?? '';
	const { list, corrections } = await asActor(service.db, 'system', async (trx) => ({
		corrections: await trx
			.selectFrom('bank_holiday_correction')
			.select(['day', 'name', 'is_holiday'])
			.orderBy('day', 'desc')
			.execute(),
		list: await readHolidays(trx)
	}));
	return {
		list,
		corrections,
		moved: await findMoved(service, staffId),
		mayChange: locals.staff?.roles.includes('administrator') ?? false
	};
};

export const actions: Actions = {
	add: async ({ request, locals }) => {
		refuseOthers(locals);
		const form = await superValidate(request, zod4(addHolidayForm));
		if (!form.valid) return refuse('add', formErrors(form.errors, 'add-'));
		const { day, name, insteadOf } = form.data;
		return save('add', locals.staff?.staffId ?? '', {
			added: [{ day, name }],
			removed: insteadOf ? [insteadOf] : [],
			undone: []
		});
	},
	year: async ({ request, locals }) => {
		refuseOthers(locals);
		const form = await superValidate(request, zod4(addYearForm));
		if (!form.valid) return refuse('year', formErrors(form.errors, 'year-'));
		const added = form.data.lines;
		return save('year', locals.staff?.staffId ?? '', { added, removed: [], undone: [] });
	},
	undo: async ({ request, locals }) => {
		refuseOthers(locals);
		const day = String((await request.formData()).get('day') ?? '');
		const undone = isPlainDate(day) ? [day] : [];
		return save('undo', locals.staff?.staffId ?? '', { added: [], removed: [], undone });
	}
};

/** A complaints manager reads what moved; the days are the administrator's. */
function refuseOthers({ staff }: App.Locals): void {
	if (!staff?.roles.includes('administrator')) error(404, 'There is no such page');
}

function refuse(act: 'add' | 'year' | 'undo', errors: FormError[]) {
	return fail(400, { act, errors });
}

async function save(act: 'add' | 'year' | 'undo', staffId: string, change: HolidayChange) {
	const result = await correctHolidays(getService(), staffId, change);
	if (result.corrected) return { act, casesMoved: result.casesMoved };
	const fieldId = act === 'year' ? 'year-lines' : 'add-day';
	return refuse(act, [{ fieldId, sentence: sayClockRefusal(result.refusal) }]);
}
