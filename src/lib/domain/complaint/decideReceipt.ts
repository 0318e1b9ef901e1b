import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import { findBadDate } from '#lib/domain/complaint/dateGuards.ts';
import { accept, refuse, type Decision } from '#lib/domain/complaint/refusals.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';

/**
 * A complaint was received, by any means and by any officer. Day 0 is that day, not the day the
 * complaints team wrote it down.
 *
 * Source: Getting the Best from Complaints 3; rules 4.1.
 */
export function decideReceipt(
	command: CommandOf<'receiveComplaint'>,
	context: RuleContext
): Decision {
	const { receivedOn, channel, madeOrally, madeBy, late } = command;
	// Nobody is turned away today because the council's list of bank holidays has ended.
	const bad = receivedOn === context.today ? null : findBadDate(receivedOn, context);
	if (bad) return refuse(bad);
	const received = { receivedOn, channel, madeOrally, madeBy, ...(late ? { late } : {}) };
	return accept({ type: 'complaintReceived', ...received });
}

/** The complainant was told that somebody has read it; once only. */
export function decideAcknowledgement(
	{ acknowledgedOn, receivedOn }: Complaint,
	command: CommandOf<'acknowledgeComplaint'>,
	context: RuleContext
): Decision {
	if (acknowledgedOn !== null) return refuse({ code: 'alreadyAcknowledged', acknowledgedOn });
	const bad = findBadDate(command.acknowledgedOn, context, {
		date: receivedOn,
		because: 'received'
	});
	if (bad) return refuse(bad);
	return accept({ type: 'complaintAcknowledged', acknowledgedOn: command.acknowledgedOn });
}
