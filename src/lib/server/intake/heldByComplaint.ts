import { BEGINNINGS, isAsideStep, isComplaintBegun } from '#lib/intake/questions.ts';
import type { StepId } from '#lib/intake/steps.ts';
import type { OpenForm } from '#lib/server/intake/openForm.ts';

/**
 * Whether a page of a thank-you or an idea would go into a form in which somebody has begun to
 * tell us what is wrong. Sending it would end that form, and with it what they had written, so
 * that it is finished or saved first. A saved one has its six words: the other begins anew.
 */
export function isHeldByComplaint(form: OpenForm, step: StepId): boolean {
	if (form.kind !== 'open' || !isAsideStep(step) || !isComplaintBegun(form.answers)) return false;
	return !form.hasCode || !BEGINNINGS.has(step);
}
