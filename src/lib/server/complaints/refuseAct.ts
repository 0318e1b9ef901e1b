import type { Carried } from '#lib/server/complaints/receipts.ts';
import type { ActRefusal } from '#lib/wire/sync.ts';

/** Does not carry a plain act out. */
export function refuseAct(refusal: ActRefusal): Extract<Carried, { done: false }> {
	return { done: false, refusal };
}
