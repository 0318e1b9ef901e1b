import type { Command } from '#lib/domain/complaint/commands.ts';
import type { Refusal } from '#lib/domain/complaint/refusals.ts';
import type { Work } from '#lib/server/work.ts';

/**
 * Why another complaint that an order names cannot be linked, or stand for this one: it is the
 * same, it cannot be seen, or a duplicate would be counted with a duplicate. Null where it can,
 * and for orders that name none. The rules see one complaint only, so this is asked here.
 */
export async function findOtherFault(
	{ trx }: Work,
	complaintId: string,
	command: Command
): Promise<Refusal | null> {
	if (command.type !== 'linkComplaint' && command.type !== 'markDuplicate') return null;
	const isLink = command.type === 'linkComplaint';
	const otherId = isLink ? command.otherComplaintId : command.ofComplaintId;
	if (otherId === complaintId) return { code: 'sameComplaint' };
	const other = await trx
		.selectFrom('complaint')
		.select(['duplicate_of', 'linked_with'])
		.where('complaint_id', '=', otherId)
		.executeTakeFirst();
	if (!other) return { code: 'otherComplaintUnknown' };
	// The other case has the same link written down, and shows it on both.
	if (isLink) return other.linked_with.includes(complaintId) ? { code: 'linkedAlready' } : null;
	if (other.duplicate_of !== null) return { code: 'otherIsDuplicate' };
	const counted = await trx
		.selectFrom('complaint')
		.select('complaint_id')
		.where('duplicate_of', '=', complaintId)
		.executeTakeFirst();
	return counted ? { code: 'hasDuplicates' } : null;
}
