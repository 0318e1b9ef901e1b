import type { Answers } from '#lib/intake/answers.ts';
import type { Teller } from '#lib/intake/codes.ts';
import { hasAccount } from '#lib/intake/questions/account.ts';
import { hasHappened } from '#lib/intake/questions/happened.ts';
import { toldLanguage } from '#lib/intake/questions/language.ts';
import type { StepId } from '#lib/intake/steps.ts';

type Said = (answers: Answers) => boolean;

const saysAbout: Said = ({ about }) => (about ?? []).length > 0;
const wishes: Said = ({ wishes, wishesMore }) =>
	(wishes ?? []).length > 0 || (wishesMore ?? '').trim() !== '';
const changes: Said = ({ wishes, changes, changesWhen }) =>
	(wishes ?? []).includes('stop') &&
	((changes ?? []).length > 0 || (changesWhen ?? '').trim() !== '');

const usesLanguage: Said = (answers) => toldLanguage(answers) !== undefined;

/** The pages on which each of them tells us, and whether something was said there. */
const TELLING = {
	child: {
		'4b': usesLanguage,
		'5': saysAbout,
		'6': hasHappened,
		'7': wishes,
		'7b': changes,
		'8': ({ advocate }) => advocate !== undefined,
		'8b': ({ advocate, advocateMayKnow }) => advocate === 'yes' && advocateMayKnow !== undefined
	},
	helper: { '26c': usesLanguage, '27': hasAccount, '28': wishes, '28b': changes },
	adult: { '34c': usesLanguage, '35': saysAbout, '36': hasAccount, '37': wishes, '37b': changes }
} as const satisfies Record<Teller, Partial<Record<StepId, Said>>>;

/**
 * The pages on which something was said, whether or not they are still on the way: whoever then
 * asks for a call has not taken back what they told, ticked, or asked for. Only pages they have
 * been on: a child and an adult who tell us in one browser share the names of some answers.
 */
export function saidBefore(answers: Answers): readonly StepId[] {
	const telling: Partial<Record<StepId, Said>> = TELLING[answers.who ?? 'child'];
	const { seen } = answers;
	return (Object.keys(telling) as StepId[]).filter(
		(step) => seen.includes(step) && telling[step]?.(answers)
	);
}
