import { randomUUID } from 'node:crypto';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { askForFullRelease } from '#lib/server/complaints/fullAnswers/askForFullRelease.ts';
import { readFullAnswer } from '#lib/server/complaints/fullAnswers/readFullAnswer.ts';
import { releaseFullAnswer } from '#lib/server/complaints/fullAnswers/releaseFullAnswer.ts';
import { giveCommand } from '#lib/server/complaints/giveCommand.ts';
import type { Service } from '#lib/server/service.ts';
import { addStaff } from './testService.ts';

interface OneStrand {
	complaintId: string;
	strandId: string;
}

/** The last corporate stage was asked for today, behind a running server. */
export async function askCorporateStage2(
	service: Service,
	{ complaintId, strandId }: OneStrand
): Promise<void> {
	const by = await addStaff(service, `Wyn${randomUUID().slice(0, 8)}`, ['complaintsManager']);
	const given = await giveCommand(service, by, {
		commandId: randomUUID(),
		complaintId,
		basedOnVersion: 1,
		givenAt: new Date(service.now()).toISOString(),
		texts: [],
		order: {
			type: 'requestStage2',
			strandId,
			requestedOn: dateInEngland(service.now()),
			channel: 'telephone'
		}
	});
	if (!given.done) throw new Error(`stage 2 was refused: ${JSON.stringify(given)}`);
}

/** The same, and its answer was prepared by one person and released by a second. */
export async function answerCorporateStage2(service: Service, at: OneStrand): Promise<void> {
	await askCorporateStage2(service, at);
	const of = { complaintId: at.complaintId, strandId: at.strandId, stage: 2 as const };
	const writer = await addStaff(service, `Wyn${randomUUID().slice(0, 8)}`, ['complaintsOfficer']);
	const second = await addStaff(service, `Bo${randomUUID().slice(0, 8)}`, ['complaintsManager']);
	const before = await readFullAnswer(service, writer, of);
	const reason = 'We heard the call. You should have been spoken to in a kind way.';
	const asked = await askForFullRelease(service, writer, {
		...of,
		seenVersion: 0,
		content: {
			inShort: 'You were right. We are sorry.',
			delayReason: null,
			stage3: null,
			points: (before?.points ?? []).map(({ elementId }) => ({
				elementId,
				outcome: 'upheld',
				reason
			}))
		},
		secondPersonId: second
	});
	const read = await readFullAnswer(service, second, of);
	const released = await releaseFullAnswer(service, second, {
		...of,
		commandId: randomUUID(),
		seenVersion: read?.version ?? 0,
		seenCase: read?.caseVersion ?? 0,
		delayReason: null,
		confirmsLook: true
	});
	if (!asked.done || !released.done) {
		throw new Error(`no corporate answer was sent: ${JSON.stringify([asked, released])}`);
	}
}
