import { expect, it } from 'vitest';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { addDays } from '#lib/domain/calendar/plainDate.ts';
import { STATEMENT_PREPARED_ON } from '#lib/words/public/accessibility.ts';

// The one test that looks at the real date: a statement nobody has read for a year is no statement.
it('the accessibility statement was gone through within the last 365 days (SI 2018/952 reg 8)', () => {
	const today = dateInEngland(Date.now());
	expect(
		addDays(STATEMENT_PREPARED_ON, 365) >= today,
		'Go through /accessibility beside the site, put right what is no longer so, and then set the date in words/public/accessibility.ts'
	).toBe(true);
	expect(STATEMENT_PREPARED_ON <= today, 'it is dated in the future').toBe(true);
});
