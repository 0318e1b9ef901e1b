import type { ReasonCode } from '#lib/domain/triage/codes.ts';
import type { FieldName } from '#lib/letters/fields.ts';
import type { Reader } from '#lib/letters/parties.ts';

/** One letter as the product brings it: both versions of its one source, and what it must say. */
export interface BuiltInLetter {
	/** What staff call it. */
	name: string;
	/** When it is written. */
	about: string;
	reader: Reader;
	/** The routes that it tells of (rules 2.5); none for a letter of the procedure's later steps. */
	codes: readonly ReasonCode[];
	/** Facts without which the letter does not do what the law or the guidance asks of it. */
	mustSay: readonly FieldName[];
	/** Refusals, answers and decisions are let go by a second person. */
	needsSecondPerson: boolean;
	/** The paragraph that asks for it. */
	source: string;
	adult: string;
	/** Null for a letter to somebody at work. */
	child: string | null;
}
