import type { Answers } from '#lib/intake/answers.ts';

/** What is said where neither words nor a file tell us anything. */
export const ACCOUNT_MISSING = 'Tell us what happened, or call us to say it';

/** Whether an adult has told us something: words or a file are enough. */
export function hasAccount({ account, accountFiles }: Answers): boolean {
	return (account ?? '').trim() !== '' || (accountFiles ?? []).length > 0;
}
