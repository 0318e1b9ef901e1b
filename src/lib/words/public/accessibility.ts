import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';

/**
 * The day somebody last went through the accessibility statement and the site beside it. It is
 * kept under review (SI 2018/952 reg 8(5)): a test fails once this is a year old.
 */
export const STATEMENT_PREPARED_ON: PlainDate = '2026-11-25';
