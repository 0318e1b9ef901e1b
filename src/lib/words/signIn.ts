import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { fullDate } from '#lib/words/dates.ts';

/** Why a name and a password open nothing, in a sentence. */
export function whyNotSignedIn(
	refused:
		| { because: 'wrong' }
		| { because: 'over'; validUntil: PlainDate }
		| { because: 'wait'; waitSeconds: number }
): string {
	switch (refused.because) {
		case 'wait':
			return `Too many wrong tries. Wait ${refused.waitSeconds} seconds, then try again`;
		case 'over':
			return `Your sign-in ended after ${fullDate(refused.validUntil)}. If you still need the papers, ask the complaints team`;
		case 'wrong':
			return 'That name and password do not match. Check both, then try again';
	}
}
