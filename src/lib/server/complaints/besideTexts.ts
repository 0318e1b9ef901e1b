import type { BesideCommand } from '#lib/domain/beside/besideCommands.ts';

/** The ids of all words an order beside the stages speaks of: what, why, and how it is known. */
export function besideTextIds(
	order: Exclude<BesideCommand, { type: 'redecideElement' }>
): string[] {
	const own = Object.entries(order)
		.filter(([key]) => key === 'textId' || key.endsWith('TextId'))
		.map(([, value]) => value as string | null);
	const recommended =
		order.type === 'recordOmbudsmanDecision'
			? order.recommendations.map(({ textId }) => textId)
			: [];
	return [...own, ...recommended].filter((textId) => textId !== null);
}
