import { randomUUID } from 'node:crypto';
import { addDays, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { AppointmentRole } from '#lib/domain/roles/appointments.ts';
import type { StaffRole } from '#lib/domain/roles/roles.ts';
import { askForFullRelease } from '#lib/server/complaints/fullAnswers/askForFullRelease.ts';
import type { FullAnswerContent } from '#lib/server/complaints/fullAnswers/fullAnswerRows.ts';
import { readFullAnswer } from '#lib/server/complaints/fullAnswers/readFullAnswer.ts';
import { releaseFullAnswer } from '#lib/server/complaints/fullAnswers/releaseFullAnswer.ts';
import { appendEvents, findHistory } from '#lib/server/complaints/log.ts';
import { rebuildRows } from '#lib/server/complaints/rebuildRows.ts';
import { keepTexts, type NewText } from '#lib/server/complaints/texts.ts';
import { keepDocument } from '#lib/server/papers/documents.ts';
import type { Service } from '#lib/server/service.ts';
import { inTransaction } from '#lib/server/work.ts';
import { aPaper } from './paperFiles.ts';
import { addStaff } from './testService.ts';

interface OneStrand {
	complaintId: string;
	strandId: string;
}

/** Both reports in and every point decided, behind a running server. The first report is a file. */
export async function adjudicateAtPage(service: Service, at: OneStrand): Promise<void> {
	const { strandId } = at;
	const on = dateInEngland(service.now());
	const appointed = [
		await appointmentOf(service, at, { role: 'investigatingOfficer', name: 'Iris' }),
		await appointmentOf(service, at, { role: 'independentPerson', name: 'Noor' }),
		await appointmentOf(service, at, { role: 'adjudicatingOfficer', name: 'Ash' })
	];
	const documentId = await keepReport(service, at, appointed[0]?.personId ?? '');
	const report = newText('report', 'Iris asked the right people. It was done in a fair way.');
	const reason = newText('reason', 'The log shows it. No one told Jay before the move.');
	const rejected = newText('recommendation', 'Move back at once');
	const why = newText('reason', 'The new home is going well.');
	const accepted = newText('recommendation', 'Tell each child a week before a move');
	await append(service, at, {
		texts: [report, reason, rejected, why, accepted],
		events: (elementId) => [
			{ type: 'stage2Requested', strandId, requestedOn: on, channel: 'letter' },
			...appointed,
			{
				type: 'reportReceived',
				strandId,
				report: 'investigation',
				receivedOn: on,
				documentId,
				textId: null
			},
			{
				type: 'reportReceived',
				strandId,
				report: 'independentPerson',
				receivedOn: on,
				documentId: null,
				textId: report.textId
			},
			{
				type: 'adjudicated',
				strandId,
				decidedOn: on,
				points: [{ elementId, outcome: 'partiallyUpheld', reasonTextId: reason.textId }],
				recommendations: [
					{
						recommendationId: randomUUID(),
						textId: accepted.textId,
						accepted: true,
						reasonTextId: null,
						dueOn: addDays(on, 14)
					},
					{
						recommendationId: randomUUID(),
						textId: rejected.textId,
						accepted: false,
						reasonTextId: why.textId,
						dueOn: null
					}
				]
			}
		]
	});
}

/** A panel was asked for, met and reported, with one recommendation; the director is appointed. */
export async function reportOfPanel(service: Service, at: OneStrand): Promise<void> {
	const { strandId } = at;
	const on = dateInEngland(service.now());
	const report = newText('report', 'We met Jay and heard everyone. Jay should have been told.');
	const asked = newText('recommendation', 'Say sorry to Jay in person');
	const director = await appointmentOf(service, at, { role: 'stage3Director', name: 'Dora' });
	await append(service, at, {
		texts: [report, asked],
		events: () => [
			{
				type: 'stage3Requested',
				strandId,
				requestedOn: on,
				channel: 'letter',
				pointsTextId: null,
				isLate: false
			},
			director,
			{
				type: 'panelReportReceived',
				strandId,
				receivedOn: on,
				documentId: null,
				textId: report.textId,
				recommendations: [{ recommendationId: randomUUID(), textId: asked.textId }],
				delayReason: null
			}
		]
	});
}

/** Answers the case up to that stage, prepared by one person and released by a second. */
export async function answerInFull(service: Service, at: OneStrand, upTo: 2 | 3): Promise<void> {
	await adjudicateAtPage(service, at);
	await releaseAtPage(service, { ...at, stage: 2 });
	if (upTo === 2) return;
	await reportOfPanel(service, at);
	await releaseAtPage(service, { ...at, stage: 3 });
}

async function releaseAtPage(service: Service, of: OneStrand & { stage: 2 | 3 }): Promise<void> {
	const writer = await addStaff(service, `Wyn${randomUUID().slice(0, 8)}`, ['complaintsOfficer']);
	const second = await addStaff(service, `Bo${randomUUID().slice(0, 8)}`, ['complaintsManager']);
	const before = await readFullAnswer(service, writer, of);
	const on = dateInEngland(service.now());
	const asked = await askForFullRelease(service, writer, {
		...of,
		seenVersion: before?.version ?? 0,
		content: contentOf(before?.recommendations ?? [], { stage: of.stage, on }),
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
		throw new Error(`no full answer was sent: ${JSON.stringify([asked, released])}`);
	}
}

function contentOf(
	recommendations: readonly { recommendationId: string }[],
	{ stage, on }: { stage: 2 | 3; on: PlainDate }
): FullAnswerContent {
	return {
		inShort: 'You should have been told. We are sorry.',
		delayReason: null,
		stage3:
			stage === 2
				? null
				: {
						tookPartOn: on,
						decisions: recommendations.map(({ recommendationId }) => ({
							recommendationId,
							accepted: false,
							why: 'We said sorry in person last week.',
							ownerId: null,
							dueOn: null
						}))
					}
	};
}

async function appointmentOf(
	service: Service,
	{ strandId }: OneStrand,
	{ role, name }: { role: AppointmentRole; name: string }
): Promise<Extract<ComplaintEvent, { type: 'personAppointed' }>> {
	const staffRole: StaffRole = role === 'stage3Director' ? 'director' : (role as StaffRole);
	const personId = await addStaff(service, `${name}${randomUUID().slice(0, 8)}`, [staffRole]);
	await inTransaction(service, { kind: 'system' }, ({ trx }) =>
		trx.updateTable('staff').set({ display_name: name }).where('staff_id', '=', personId).execute()
	);
	const on = dateInEngland(service.now());
	return {
		type: 'personAppointed',
		strandId,
		appointmentId: randomUUID(),
		role,
		personId,
		appointedOn: on,
		declarationSignedOn: on,
		acceptedWarnings: [],
		reasonTextId: null
	};
}

function keepReport(
	service: Service,
	{ complaintId, strandId }: OneStrand,
	writerId: string
): Promise<string> {
	return inTransaction(service, { kind: 'system' }, (work) =>
		keepDocument(work, writerId, {
			complaintId,
			strandId,
			kind: 'investigationReport',
			state: 'handedIn',
			meantFor: [],
			words: '',
			file: aPaper('Jay.pdf', Buffer.from('%PDF-1.7 What was found')),
			draftId: null
		})
	);
}

function newText(kind: NewText['kind'], words: string): NewText {
	return { textId: randomUUID(), kind, words };
}

async function append(
	service: Service,
	{ complaintId }: OneStrand,
	more: {
		texts: readonly NewText[];
		events: (elementId: string) => ComplaintEvent[];
	}
): Promise<void> {
	await inTransaction(service, { kind: 'system' }, async (work) => {
		const history = await findHistory(work.trx, complaintId);
		const [elementId = ''] = history.flatMap(({ event }) =>
			event.type === 'triageDecided' ? event.elements.map((one) => one.elementId) : []
		);
		await keepTexts(work, complaintId, more.texts);
		await appendEvents(work, more.events(elementId), {
			complaintId,
			commandId: randomUUID(),
			givenAt: new Date(service.now()).toISOString(),
			seenVersion: history.length
		});
		await rebuildRows(work, complaintId);
	});
}
