import { createHmac } from 'node:crypto';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import { EQUALITY_QUESTIONS, type EqualityColumn } from '#lib/words/equality.ts';

/** What somebody said of themselves; what is not here was left blank. */
export type EqualityAnswers = Partial<Record<EqualityColumn, string>> & { age?: number };

/** What they said before, to be shown to them and to nobody else. */
export function readEquality(service: Service, complaintId: string): Promise<EqualityAnswers> {
	return inTransaction(service, { kind: 'system' }, async ({ trx }) => {
		const row = await trx
			.selectFrom('equality_answer')
			.selectAll()
			.where('about_hash', '=', aboutOf(service, complaintId))
			.executeTakeFirst();
		const said = EQUALITY_QUESTIONS.flatMap(({ column }) =>
			row?.[column] ? [[column, row[column]] as const] : []
		);
		return {
			...Object.fromEntries(said),
			...(row?.age === null || row?.age === undefined ? {} : { age: row.age })
		};
	});
}

/** Keeps what they say now in place of what they said before. A second press changes nothing. */
export async function keepEquality(
	service: Service,
	complaintId: string,
	answers: EqualityAnswers
): Promise<void> {
	if (Object.keys(answers).length === 0) return;
	await inTransaction(service, { kind: 'system' }, ({ trx, now }) =>
		trx
			.insertInto('equality_answer')
			.values({
				about_hash: aboutOf(service, complaintId),
				given_on: dateInEngland(now()),
				...answers
			})
			.onConflict((conflict) => conflict.column('about_hash').doUpdateSet(answers))
			.execute()
	);
}

function aboutOf({ keys }: Pick<Service, 'keys'>, complaintId: string): Buffer {
	return createHmac('sha256', keys.pepper).update(`equality\n${complaintId}`).digest();
}
