import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { ChildSituation } from '#lib/domain/complaint/childSituation.ts';
import type { PlainFieldView } from '#lib/intake/questionView.ts';
import { openFor, sealFor, type SealedPlace } from '#lib/server/keys/sealing.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import { HOW_WE_DID, HOW_WE_DID_QUESTIONS } from '#lib/words/public/howWeDid.ts';

/** What somebody said of how we did; what is not here was left blank. */
export type HowWeDid = Partial<Record<(typeof HOW_WE_DID_QUESTIONS)[number]['column'], string>> & {
	words?: string;
};

/** Nothing is owed to them for now, or it is over: they have an answer, or what ended it. */
const ASKED_WHEN: ReadonlySet<ChildSituation> = new Set<ChildSituation>([
	'answered',
	'settled',
	'answeredAgain',
	'lastAnswer',
	'withOmbudsman',
	'tooLateToAsk',
	'closed'
]);

/** Whether they are asked how we did: after an answer, or after closing (T7). */
export function isAskedHowWeDid(situation: ChildSituation): boolean {
	return ASKED_WHEN.has(situation);
}

/** What they said before, to be shown to them and to nobody else; null where they said nothing. */
export function readHowWeDid(service: Service, complaintId: string): Promise<HowWeDid | null> {
	return inTransaction(service, { kind: 'system' }, async ({ trx, keys }) => {
		const row = await trx
			.selectFrom('how_we_did')
			.select(['overall', 'listened', 'quick_enough', 'again', 'sealed'])
			.where('complaint_id', '=', complaintId)
			.executeTakeFirst();
		if (!row) return null;
		const key = row.sealed && (await openFor(trx, keys, complaintId));
		const words = key ? key.open(placeOf(complaintId), row.sealed) : null;
		const said = HOW_WE_DID_QUESTIONS.flatMap(({ column }) =>
			row[column] ? [[column, row[column]] as const] : []
		);
		return { ...Object.fromEntries(said), ...(words ? { words } : {}) };
	});
}

/**
 * Keeps what they say now in place of what they said before. It goes into a table of its own and
 * never into the case, whose officers it may be about; a second press changes nothing. False
 * where all of it was left blank, which takes back what was said before.
 */
export async function keepHowWeDid(
	service: Service,
	complaintId: string,
	{ words = '', ...said }: HowWeDid
): Promise<boolean> {
	return inTransaction(service, { kind: 'system' }, async ({ trx, keys, now }) => {
		const blank = { overall: null, listened: null, quick_enough: null, again: null };
		const key =
			words.trim() === ''
				? null
				: await sealFor(trx, keys, { ownerId: complaintId, ownerKind: 'complaint' });
		const kept = { ...blank, ...said, sealed: key && key.seal(placeOf(complaintId), words) };
		if (Object.values(kept).every((one) => one === null)) {
			await trx.deleteFrom('how_we_did').where('complaint_id', '=', complaintId).execute();
			return false;
		}
		await trx
			.insertInto('how_we_did')
			.values({ complaint_id: complaintId, given_on: dateInEngland(now()), ...kept })
			.onConflict((conflict) => conflict.column('complaint_id').doUpdateSet(kept))
			.execute();
		return true;
	});
}

/** The answers that were offered; what is none of them is left out. */
export function howWeDidIn(fields: FormData): HowWeDid {
	return Object.fromEntries(
		HOW_WE_DID_QUESTIONS.flatMap(({ column, answers }) => {
			const code = fields.get(column);
			return typeof code === 'string' && Object.hasOwn(answers, code) ? [[column, code]] : [];
		})
	);
}

/** What the page asks, with what they said before. `error`: what is wrong with what they wrote. */
export function howWeDidFields(
	said: HowWeDid,
	error: string | null = null
): readonly PlainFieldView[] {
	const asked = HOW_WE_DID_QUESTIONS.map(({ column, words, answers }) => ({
		id: column,
		name: column,
		label: words,
		hint: null,
		error: null,
		kind: 'radios' as const,
		options: Object.entries(answers).map(([code, label]) => ({ code, label, hint: null })),
		isPair: false,
		chosen: said[column] ?? null
	}));
	const box = {
		id: 'words',
		name: 'words',
		label: HOW_WE_DID.words,
		hint: HOW_WE_DID.wordsHint,
		error,
		kind: 'textArea' as const,
		rows: 4,
		value: said.words ?? ''
	};
	return [...asked, box];
}

/** Where what they wrote is sealed. */
export function placeOf(complaintId: string): SealedPlace {
	return { table: 'how_we_did', column: 'sealed', rowId: complaintId };
}
