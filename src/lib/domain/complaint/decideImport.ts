import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';

/**
 * Brings over an old record, one event a strand. What today's rules would have refused is kept
 * as it was, so no date is checked here; only an id may not come twice.
 */
export function decideImport({ strands }: CommandOf<'importHistory'>): Decision {
	if (strands.length === 0) return refuse({ code: 'noElements' });
	const ids = strands.flatMap(({ strandId, elements }) => [
		strandId,
		...elements.map(({ elementId }) => elementId)
	]);
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice !== undefined) return refuse({ code: 'sameIdTwice', id: twice });
	return accept(...strands.map((strand) => ({ ...strand, type: 'historyImported' as const })));
}
