import { giveCommand } from '#lib/server/complaints/giveCommand.ts';
import type { Service } from '#lib/server/service.ts';
import { pushedCommandSchema } from '#lib/wire/pushSchema.ts';
import type { PushAnswer, PushResult } from '#lib/wire/sync.ts';

/**
 * Carries out what a device sent, in its order, each in a transaction of its own: one that is
 * refused, or was written wrongly, holds up none of the others.
 */
export async function answerPush(
	service: Service,
	staffId: string,
	commands: readonly { commandId: string }[]
): Promise<PushAnswer> {
	const results: PushResult[] = [];
	for (const command of commands) results.push(await answerOne(service, staffId, command));
	return { results };
}

async function answerOne(
	service: Service,
	staffId: string,
	command: { commandId: string }
): Promise<PushResult> {
	const read = pushedCommandSchema.safeParse(command);
	if (read.success) return giveCommand(service, staffId, read.data);
	const [issue] = read.error.issues;
	return {
		commandId: command.commandId,
		done: false,
		refusal: {
			code: 'badForm',
			path: issue?.path.join('.') ?? '',
			message: issue?.message ?? 'This could not be read'
		}
	};
}
