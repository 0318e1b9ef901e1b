import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';

/**
 * The day somebody last went through the accessibility statement and the site beside it. It is
 * kept under review (SI 2018/952 reg 8(5)): a test fails once this is a year old.
 */
export const STATEMENT_PREPARED_ON: PlainDate = '2026-11-25';

/**
 * The day somebody last went through "Who sees this", the privacy notice for adults and the cookie
 * page, beside what is kept and sent (UK GDPR articles 13 and 14). A test fails after a year.
 */
export const NOTICES_PREPARED_ON: PlainDate = '2026-11-26';
