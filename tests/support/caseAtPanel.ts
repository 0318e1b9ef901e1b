import { randomUUID } from 'node:crypto';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { STAGE2_DOCUMENTS } from '#lib/domain/complaint/codes.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { appendEvents, findHistory, lockComplaint } from '#lib/server/complaints/log.ts';
import { rebuildRows } from '#lib/server/complaints/rebuildRows.ts';
import { inTransaction } from '#lib/server/work.ts';
import type { Service } from '#lib/server/service.ts';
import type { LayoutOffice } from './layoutOffice.ts';
import { addStaff } from './testService.ts';

/** A case at stage 3 behind a running server, with everybody of its panel. */
export interface CaseAtPanel {
	complaintId: string;
	strandId: string;
}

/** Imogen’s case: stage 2 answered 12 working days ago, a panel of three since four, asked for six ago. */
export async function openCaseAtPanel(
	service: Service,
	office: LayoutOffice,
	name: string
): Promise<CaseAtPanel> {
	const { complaintId, strandId } = await office.open(name, 70);
	const hire = (who: string, role: 'panelMember' | 'independentPerson' | 'investigatingOfficer') =>
		addStaff(service, who, [role]);
	const jo = await hire('Idris', 'investigatingOfficer');
	const femi = await hire('Femi', 'independentPerson');
	const panel = [
		await hire('Noor', 'panelMember'),
		await hire('Ewan', 'panelMember'),
		await hire('Ida', 'panelMember')
	];
	await inTransaction(service, { kind: 'system' }, async (work) => {
		// The server itself tells of day 20 in a case as old as this.
		await lockComplaint(work, complaintId);
		const history = await findHistory(work.trx, complaintId);
		const elementId = history.flatMap(({ event }) =>
			event.type === 'triageDecided' ? event.elements.map((one) => one.elementId) : []
		)[0];
		const events = eventsOf({ strandId, elementId: elementId ?? '', day: office.daysAgo }, [
			['investigatingOfficer', jo, 50],
			['independentPerson', femi, 50],
			['panelChair', panel[0] ?? '', 4],
			['panelMember', panel[1] ?? '', 4],
			['panelMember', panel[2] ?? '', 4]
		]);
		await appendEvents(work, events, {
			complaintId,
			commandId: randomUUID(),
			givenAt: new Date(service.now()).toISOString(),
			seenVersion: history.length
		});
		await rebuildRows(work, complaintId);
	});
	return { complaintId, strandId };
}

type Part = readonly [Extract<ComplaintEvent, { type: 'personAppointed' }>['role'], string, number];

function eventsOf(
	{
		strandId,
		elementId,
		day
	}: { strandId: string; elementId: string; day: (ago: number) => PlainDate },
	parts: readonly Part[]
): ComplaintEvent[] {
	const text = randomUUID();
	const appointed = parts.map(([role, personId, ago]) => ({
		type: 'personAppointed' as const,
		strandId,
		appointmentId: randomUUID(),
		role,
		personId,
		appointedOn: day(ago),
		declarationSignedOn: day(ago),
		acceptedWarnings: [],
		reasonTextId: null
	}));
	return [
		{
			type: 'stage1Responded',
			strandId,
			sentOn: day(61),
			outcomes: [{ elementId, outcome: 'notUpheld' }],
			delayReason: null,
			releasedByStaffId: null,
			sentOnPaper: true
		},
		{ type: 'stage2Requested', strandId, requestedOn: day(55), channel: 'letter' },
		...appointed.slice(0, 2),
		{
			type: 'adjudicated',
			strandId,
			decidedOn: day(13),
			points: [{ elementId, outcome: 'partiallyUpheld', reasonTextId: text }],
			recommendations: []
		},
		{
			type: 'stage2Responded',
			strandId,
			sentOn: day(12),
			documents: STAGE2_DOCUMENTS,
			delayReason: 'serviceDelay',
			releasedByStaffId: null,
			sentOnPaper: true
		},
		{
			type: 'stage3Requested',
			strandId,
			requestedOn: day(6),
			channel: 'letter',
			pointsTextId: null,
			isLate: false
		},
		...appointed.slice(2)
	];
}
