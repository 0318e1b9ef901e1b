import type { HelpKind, HelpOutcome } from '#lib/domain/advocacy/outsideHelp.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { findOwnProvider } from '#lib/server/advocacy/seenRequests.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction, instantOf, type Work } from '#lib/server/work.ts';

/** Help an advocate gave outside the procedure. No child is named, and none can be. */
export interface OutsideHelp {
	/** Made with the page, so that a double press counts once. */
	helpId: string;
	helpedOn: PlainDate;
	kind: HelpKind;
	outcome: HelpOutcome;
}

/** Counts it; false for whoever is no advocate. */
export function countOutsideHelp(
	service: Service,
	staffId: string,
	help: OutsideHelp
): Promise<boolean> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const providerId = await findOwnProvider(work);
		if (providerId === null) return false;
		await work.trx
			.insertInto('advocate_help')
			.values({
				help_id: help.helpId,
				provider_id: providerId,
				staff_id: staffId,
				helped_on: help.helpedOn,
				kind: help.kind,
				outcome: help.outcome,
				recorded_at: instantOf(work)
			})
			.onConflict((conflict) => conflict.column('help_id').doNothing())
			.execute();
		return true;
	});
}

/** How often help was given outside the procedure, and how often it was sorted out, in these days. */
export async function countHelp(
	{ trx }: Pick<Work, 'trx'>,
	{ from, to }: { from: PlainDate; to: PlainDate }
): Promise<{ helped: number; sortedOut: number }> {
	const row = await trx
		.selectFrom('advocate_help')
		.select(({ fn }) => [
			fn.countAll<number>().as('helped'),
			fn.countAll<number>().filterWhere('outcome', '=', 'sortedOut').as('sortedOut')
		])
		.where('helped_on', '>=', from)
		.where('helped_on', '<=', to)
		.executeTakeFirstOrThrow();
	return { helped: Number(row.helped), sortedOut: Number(row.sortedOut) };
}
