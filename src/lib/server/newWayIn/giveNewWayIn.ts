import { mayAct } from '#lib/domain/roles/acts.ts';
import { refuseNewWayIn } from '#lib/domain/complaint/newWayIn.ts';
import { noteAct } from '#lib/server/audit/auditEntries.ts';
import { findVersion, lockComplaint } from '#lib/server/complaints/log.ts';
import { giveOnce, type Carried } from '#lib/server/complaints/receipts.ts';
import { refuseAct } from '#lib/server/complaints/refuseAct.ts';
import { findHeldRoles } from '#lib/server/complaints/roles.ts';
import { keepTexts } from '#lib/server/complaints/texts.ts';
import { makeNewCode, replaceCode, type NewCode } from '#lib/server/intake/replaceCode.ts';
import { SOMEBODY_ELSE, type NewWayInForm } from '#lib/server/newWayIn/newWayInForm.ts';
import {
	canTextNow,
	findSubjects,
	findVouchers,
	isSafeToText,
	type KnownVoucher
} from '#lib/server/newWayIn/readWaysIn.ts';
import { findSafePhones } from '#lib/server/people/safeContacts.ts';
import { textWords } from '#lib/server/newWayIn/textWords.ts';
import type { Service } from '#lib/server/service.ts';
import type { Work } from '#lib/server/work.ts';
import { newWayInNote } from '#lib/words/newWayIn.ts';

/** What came of it. The words are told once, to whoever passes them on, and kept nowhere. */
export type NewWayInGiven =
	| { done: true; words: readonly string[] }
	/** They went straight to the phone; nobody here sees them. */
	| { done: true; words: null; texted: 'sent' | 'failed' }
	/** The same press again: the words were told before and cannot be told again. */
	| { done: true; words: null; texted: null }
	| { done: false; refusal: Extract<Carried, { done: false }>['refusal'] };

/**
 * Gives somebody who lost their six words new ones. The ones before open nothing from then on,
 * and every visit they had opened ends. A lost code is never looked up: there is nothing to look.
 *
 * Written down: who gave them, what satisfied them, and how the words go. One transaction; the
 * text, where it goes by text, is handed over after it, so that no text holds words that do not
 * work.
 */
export async function giveNewWayIn(
	service: Service,
	staffId: string,
	{ complaintId, form }: { complaintId: string; form: NewWayInForm }
): Promise<NewWayInGiven> {
	const code = await makeNewCode(service.keys);
	let isFirst = false;
	const { actId, ...payload } = form;
	const carried = await giveOnce(
		service,
		{ kind: 'staff', staffId },
		{
			commandId: actId,
			complaintId,
			type: 'giveNewWayIn',
			payload,
			act: async (work) => {
				const given = await give(work, service, { complaintId, form, code });
				isFirst = given.done;
				return given;
			}
		}
	);
	if (!carried.done) return carried;
	if (!isFirst) return { done: true, words: null, texted: null };
	if (form.wordsGo !== 'text') return { done: true, words: code.words };
	return { done: true, words: null, texted: await textWords(service, complaintId, code.words) };
}

async function give(
	work: Work,
	service: Service,
	{ complaintId, form, code }: { complaintId: string; form: NewWayInForm; code: NewCode }
): Promise<Carried> {
	if (!mayAct(await findHeldRoles(work), 'giveNewWayIn')) {
		return refuseAct({ code: 'mayNotAct', act: 'giveNewWayIn' });
	}
	if (!(await lockComplaint(work, complaintId))) return refuseAct({ code: 'notYours' });
	const voucher = voucherOf(form, await findVouchers(work, complaintId));
	const numbers = await findSafePhones(work, complaintId);
	const refusal = refuseNewWayIn({
		...form,
		voucher,
		subjects: await findSubjects(work, complaintId),
		called: numbers.find(({ id }) => id === form.calledId) ?? null,
		canText: numbers.some(isSafeToText) && canTextNow(service)
	});
	if (refusal) return refuseAct({ code: 'newWayInRefused', why: refusal });
	await replaceCode(work, complaintId, code);
	await writeDown(work, complaintId, { form, voucher });
	return { done: true, version: await findVersion(work, complaintId) };
}

function voucherOf(
	{ satisfiedBy, voucherId, voucherName }: NewWayInForm,
	known: readonly KnownVoucher[]
): { name: string; isKnown: boolean } | null {
	if (satisfiedBy !== 'vouched') return null;
	if (voucherId === SOMEBODY_ELSE) return { name: voucherName, isKnown: false };
	const found = known.find(({ id }) => id === voucherId);
	return found ? { name: found.name, isKnown: true } : null;
}

/** Ids and codes for the audit; in the case, sealed, what a colleague needs to know. */
async function writeDown(
	work: Work,
	complaintId: string,
	{ form, voucher }: { form: NewWayInForm; voucher: { name: string; isKnown: boolean } | null }
): Promise<void> {
	const textId = crypto.randomUUID();
	const { satisfiedBy, checks, howChecked, wordsGo } = form;
	const words = newWayInNote({
		satisfiedBy,
		checks,
		voucherName: voucher?.name ?? null,
		howChecked,
		wordsGo
	});
	await keepTexts(work, complaintId, [{ textId, kind: 'note', words }]);
	await noteAct(work, {
		action: 'newWayInGiven',
		complaintId,
		data: {
			satisfiedBy,
			checks: checks.join(','),
			voucherId: voucher?.isKnown ? form.voucherId : null,
			calledId: satisfiedBy === 'safeNumber' ? form.calledId : null,
			wordsGo,
			textId
		}
	});
}
