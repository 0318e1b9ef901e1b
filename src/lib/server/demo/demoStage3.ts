import { randomUUID } from 'node:crypto';
import type { DemoStrand } from '#lib/server/demo/demoCase.ts';
import type { DemoOffice, DemoStagePeople } from '#lib/server/demo/demoOffice.ts';
import { appointAll } from '#lib/server/demo/demoStage2.ts';
import { said } from '#lib/server/demo/demoWords.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';

/** Gives an order of Sam's about the strand, so many working days ago. */
function give(
	office: DemoOffice,
	{ complaintId }: DemoStrand,
	{ at, order, texts = [] }: { at: number; order: Order; texts?: readonly PushedText[] }
): Promise<void> {
	return office.give({ on: office.daysAgo(at), by: office.people.sam, complaintId, order, texts });
}

/** A panel is asked for, with what they still disagree with. */
export async function askForPanel(
	office: DemoOffice,
	strand: DemoStrand,
	{ at, points }: { at: number; points: string }
): Promise<void> {
	const words = said('stage3Points', points);
	await give(office, strand, {
		at,
		texts: words.texts,
		order: {
			type: 'requestStage3',
			strandId: strand.strandId,
			requestedOn: office.daysAgo(at),
			channel: 'letter',
			pointsTextId: words.textId
		}
	});
}

/** We say so, and the three of the panel are appointed on one day. */
export async function convene(
	office: DemoOffice,
	strand: DemoStrand,
	{ at, people: { peter, paula, parveen } }: { at: number; people: DemoStagePeople }
): Promise<void> {
	await give(office, strand, {
		at,
		order: {
			type: 'acknowledgeStage3',
			strandId: strand.strandId,
			acknowledgedOn: office.daysAgo(at)
		}
	});
	await appointAll(office, strand, [
		{ role: 'panelChair', personId: peter, at },
		{ role: 'panelMember', personId: paula, at },
		{ role: 'panelMember', personId: parveen, at }
	]);
}

/** The date of the panel is fixed; `meets` below 0 is so many working days ahead. */
export async function fixPanel(
	office: DemoOffice,
	strand: DemoStrand,
	{ at, meets }: { at: number; meets: number }
): Promise<void> {
	await give(office, strand, {
		at,
		order: {
			type: 'fixPanelDate',
			strandId: strand.strandId,
			panelOn: office.daysAgo(meets),
			atComplainantsWish: false,
			reasonTextId: null
		}
	});
}

/** The papers went, and the panel met with the child, an advocate and those of stage 2. */
export async function meetPanel(
	office: DemoOffice,
	strand: DemoStrand,
	{ papers, met }: { papers: number; met: number }
): Promise<void> {
	await give(office, strand, {
		at: papers,
		order: {
			type: 'sendPanelPapers',
			strandId: strand.strandId,
			sentOn: office.daysAgo(papers),
			tooLateReasonTextId: null
		}
	});
	await give(office, strand, {
		at: met,
		order: {
			type: 'holdPanel',
			strandId: strand.strandId,
			heldOn: office.daysAgo(met),
			attended: ['complainant', 'advocate', 'stage2IndependentPerson', 'investigatingOfficer']
		}
	});
}

/** The panel's report came, with what it recommends; gives the ids of that. */
export async function reportPanel(
	office: DemoOffice,
	strand: DemoStrand,
	{ at, recommends }: { at: number; recommends: readonly string[] }
): Promise<readonly string[]> {
	const report = said('report', 'The panel heard both sides for three hours.');
	const recommended = recommends.map((words) => ({
		recommendationId: randomUUID(),
		what: said('recommendation', words)
	}));
	await give(office, strand, {
		at,
		texts: [...report.texts, ...recommended.flatMap(({ what }) => what.texts)],
		order: {
			type: 'receivePanelReport',
			strandId: strand.strandId,
			receivedOn: office.daysAgo(at),
			documentId: null,
			textId: report.textId,
			recommendations: recommended.map(({ recommendationId, what }) => ({
				recommendationId,
				textId: what.textId
			})),
			delayReason: null
		}
	});
	return recommended.map(({ recommendationId }) => recommendationId);
}

/** The Director's response: the first is accepted, the rest are turned down with a reason. */
export async function respondToPanel(
	office: DemoOffice,
	strand: DemoStrand,
	answer: { at: number; recommendationIds: readonly string[]; people: DemoStagePeople }
): Promise<void> {
	const { at, recommendationIds, people } = answer;
	const on = office.daysAgo(at);
	await appointAll(office, strand, [{ role: 'stage3Director', personId: people.dora, at: at + 1 }]);
	const reason = said('reason', 'The court has the last word on this, and has it before it now.');
	await give(office, strand, {
		at,
		texts: recommendationIds.length > 1 ? reason.texts : [],
		order: {
			type: 'respondStage3',
			strandId: strand.strandId,
			sentOn: on,
			independentPersonTookPartOn: office.daysAgo(at + 1),
			decisions: recommendationIds.map((recommendationId, place) =>
				place === 0
					? {
							recommendationId,
							accepted: true,
							reasonTextId: null,
							ownerId: office.people.mo,
							dueOn: office.daysAgo(at - 20)
						}
					: {
							recommendationId,
							accepted: false,
							reasonTextId: reason.textId,
							ownerId: null,
							dueOn: null
						}
			),
			ombudsmanToldOn: on,
			delayReason: null,
			releasedByStaffId: null,
			sentOnPaper: true
		}
	});
}
