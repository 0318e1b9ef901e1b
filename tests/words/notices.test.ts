import { expect, it } from 'vitest';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { addDays } from '#lib/domain/calendar/plainDate.ts';
import { NOTICES_PREPARED_ON, STATEMENT_PREPARED_ON } from '#lib/words/public/notices.ts';

// The one test that looks at the real date: a statement nobody has read for a year is no statement.
it.each([
	['the accessibility statement (SI 2018/952 reg 8)', '/accessibility', STATEMENT_PREPARED_ON],
	['the notices on privacy and the cookie page', '/privacy, /cookies', NOTICES_PREPARED_ON]
] as const)('%s was gone through within the last 365 days', (_what, pages, preparedOn) => {
	const today = dateInEngland(Date.now());
	expect(
		addDays(preparedOn, 365) >= today,
		`Go through ${pages} beside the site, put right what is no longer so, and then set the date in words/public/notices.ts`
	).toBe(true);
	expect(preparedOn <= today, 'it is dated in the future').toBe(true);
});
