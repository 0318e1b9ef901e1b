import { z } from 'zod';
import { CODE_CHECKS, SATISFIED_BY, WORDS_GO } from '#lib/domain/complaint/newWayIn.ts';
import { chosenFrom } from '#lib/server/http/chosenFrom.ts';

const AGAIN = 'Open the page again and start from there';
const text = (longest: number) => z.string().trim().max(longest, 'Write less than that');

const isVouched = ({ satisfiedBy }: { satisfiedBy: string }) => satisfiedBy === 'vouched';
const at = (field: string, error: string) => ({ path: [field], error });

/** Chosen where somebody vouches who is not in the case yet. */
export const SOMEBODY_ELSE = 'somebodyElse';

/** The form that gives a new way in. */
export const newWayInForm = z
	.object({
		actId: z.uuid(AGAIN),
		satisfiedBy: chosenFrom(SATISFIED_BY, 'Choose how you know that it is them'),
		checks: z.array(z.enum(CODE_CHECKS)),
		voucherId: text(40),
		voucherName: text(200),
		calledId: text(40),
		howChecked: text(2000),
		someoneElse: chosenFrom(
			['no', 'yes', 'notSure'],
			'Say whether somebody else may be asking, or have their phone'
		),
		wordsGo: chosenFrom(WORDS_GO, 'Choose how the words go to them')
	})
	.refine(
		(form) => !isVouched(form) || form.voucherId !== '',
		at('voucherId', 'Choose who vouches for them')
	)
	.refine(
		(form) => form.voucherId !== SOMEBODY_ELSE || form.voucherName !== '',
		at('voucherName', 'Write the name of who vouches')
	)
	.refine(
		(form) => !isVouched(form) || form.howChecked !== '',
		at('howChecked', 'Write how you know who that is')
	)
	.refine(
		(form) => form.satisfiedBy !== 'safeNumber' || form.calledId !== '',
		at('calledId', 'Choose which number you called')
	);

/** What the form says, read. */
export type NewWayInForm = z.output<typeof newWayInForm>;
