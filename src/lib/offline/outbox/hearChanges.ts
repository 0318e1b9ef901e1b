import type { DeviceDisk } from '#lib/offline/outbox/disk.ts';
import { settleItem, type Outbox } from '#lib/offline/outbox/outbox.ts';
import { SENDING_RULES, type SendingRules } from '#lib/offline/outbox/sendWaiting.ts';
import type { HeldCase, PackPull, PullReply } from '#lib/wire/deviceSync.ts';

/** The way to ask the server. Rejects where no whole answer came. */
export interface PullLine<Case extends HeldCase> {
	pull(asked: PackPull): Promise<PullReply<Case>>;
}

/** How the hearing ended. */
export type HearingEnded =
	| { ended: 'upToDate' }
	| { ended: 'signedOut'; isOver: boolean }
	| { ended: 'removed'; isKnown: boolean }
	| { ended: 'busy'; retryAfterMs: number | null };

/**
 * Asks what has changed in the cases that this device keeps, until there is no more, and keeps each
 * answer. Where the server was restored meanwhile it tells everything anew; what is kept stays
 * readable until then.
 *
 * Rejects where the line or the disk does; what was kept until then stands.
 */
export async function hearChanges<Case extends HeldCase>(
	{ disk, line, deviceId }: { disk: DeviceDisk<Case>; line: PullLine<Case>; deviceId: string },
	rules: Pick<SendingRules, 'takeDurable' | 'takeEpoch'> = SENDING_RULES
): Promise<HearingEnded> {
	for (;;) {
		const outbox = await disk.readOutbox();
		const needing = needingIds(outbox);
		const reply = await line.pull({ ...(await disk.readPack()), deviceId, needing });
		switch (reply.kind) {
			case 'changes': {
				const { epoch, durable, settled, cases, forget } = reply;
				await disk.changeOutbox((now) =>
					rules.takeDurable(settled.reduce(settleItem, rules.takeEpoch(now, epoch)), epoch, durable)
				);
				await disk.changePack({ epoch, cases, forget });
				if (!reply.isMore) return { ended: 'upToDate' };
				break;
			}
			case 'signedOut':
				return { ended: 'signedOut', isOver: reply.isOver };
			case 'removed':
				return { ended: 'removed', isKnown: reply.isKnown };
			case 'busy':
				return { ended: 'busy', retryAfterMs: reply.retryAfterMs };
		}
	}
}

function needingIds({ items }: Outbox): readonly string[] {
	return items.filter(({ state }) => state.at === 'needsYou').map(({ commandId }) => commandId);
}
