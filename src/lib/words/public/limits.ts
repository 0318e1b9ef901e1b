/** What is kept private and what cannot be, before anything is told (H12). */
export const PROMISE =
	'We keep what you say private. Only the people who help with it can see it. There is one big “but”. If someone may be getting hurt, we have to tell a person who can help. That means you or anyone else. We will try to tell you first.';

/** Nobody may make them pay for telling us (H18). */
export const NO_PAYBACK =
	'No one is allowed to treat you badly because you told us. No one is allowed to move you because you told us. If that happens, tell us here and we will act.';

/** We do not know yet, and we take it seriously (H17). */
export const TAKEN_SERIOUSLY =
	'We do not know yet what happened. We do know it matters to you. We will find out.';

/** The person it is about will not be in charge of it (H19). */
export const NOT_IN_CHARGE =
	'The person you told us about will not be in charge of this. We may need to ask them for their side. We will ask you before we show them your words. If you say no, we may find out less.';

/** Longer ago than a year (H9). `byDay` is already in words. */
export function longAgoWords(byDay: string): string {
	return `This was a long time ago. We may not be able to find out what happened. We will still read it with care. By ${byDay} we will say if we can look into it. We will say why.`;
}
