import type { Complaint } from '#lib/domain/complaint/state.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import type { Council } from '#lib/server/settings/councilSchema.ts';
import type { Work } from '#lib/server/work.ts';
import { audienceOf } from '#lib/words/audience.ts';
import { checkWords } from '#lib/words/checks.ts';
import type { WordCheckName } from '#lib/wire/sync.ts';

/**
 * The checks that words to a complainant fail, each named once. `address` only asks for a
 * second person; the others stop the words (journeys D10, D11). The staff app shows the same
 * checks as they type; these here are the ones that count.
 */
export async function findFailedChecks(
	{ trx }: Work,
	complaintId: string,
	texts: readonly string[],
	to: 'complainant' | 'helper' = 'complainant'
): Promise<readonly WordCheckName[]> {
	const { made_by: madeBy } = await trx
		.selectFrom('complaint')
		.select('made_by')
		.where('complaint_id', '=', complaintId)
		.executeTakeFirstOrThrow();
	const audience = audienceOf(madeBy as Complaint['madeBy'], to);
	const ourNumbers = numbersOf(await readCouncil(trx));
	const failed = new Set<WordCheckName>();
	for (const text of texts) {
		const checked = checkWords(text, audience, ourNumbers);
		if (checked.grade !== null && checked.grade > checked.gradeLimit) failed.add('grade');
		if (checked.longestSentence.words > checked.sentenceLimit) failed.add('longSentence');
		if (checked.banned.length > 0) failed.add('bannedWords');
		if (checked.addresses.length > 0) failed.add('address');
	}
	return [...failed];
}

/** The telephone numbers that the council prints itself. */
export function numbersOf({ contact, advocacy, duty }: Council): string[] {
	const providers = advocacy.providers.map(({ telephone }) => telephone);
	return [contact.telephone, ...providers, duty.emergencyTelephone].filter(
		(number) => number !== ''
	);
}
