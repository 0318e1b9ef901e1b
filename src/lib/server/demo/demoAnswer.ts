import { randomUUID } from 'node:crypto';
import type { Outcome } from '#lib/domain/complaint/codes.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { releaseAnswer } from '#lib/server/complaints/answers/releaseAnswer.ts';
import { askForRelease, saveAnswer } from '#lib/server/complaints/answers/writeAnswer.ts';
import { DemoRefused, type DemoOffice } from '#lib/server/demo/demoOffice.ts';
import type { DemoStrand } from '#lib/server/demo/demoCase.ts';
import type { AnsweredElement } from '#lib/wire/stage1Answer.ts';

/** What is answered to one point. */
export interface DemoFinding {
	outcome: Outcome;
	found: string;
	told: string;
	sorry: string;
	action?: { what: string; who: string; byOn: PlainDate };
}

/** Mo writes the answer to a strand; nobody has released it yet. */
export async function draftAnswer(
	office: DemoOffice,
	strand: DemoStrand,
	{ findings, on }: { findings: readonly DemoFinding[]; on: PlainDate }
): Promise<void> {
	const parts = strand.elementIds.map((elementId, place): AnsweredElement => {
		const finding = findings[place];
		if (!finding) throw new DemoRefused('a point without a finding');
		return {
			elementId,
			found: finding.found,
			told: finding.told,
			outcome: finding.outcome,
			sorry: finding.sorry,
			actions: finding.action
				? [{ actionId: randomUUID(), ownerId: office.people.mo, ...finding.action }]
				: [],
			spokenFirst: 'yes'
		};
	});
	const saved = await saveAnswer(office.serviceOn(on), office.people.mo, {
		...strand,
		seenVersion: 0,
		content: { parts, delayReason: null }
	});
	if (!saved.done) throw new DemoRefused(`saveAnswer: ${JSON.stringify(saved)}`);
}

/** Mo writes the answer, Priya lets it go, on one day. */
export async function sendAnswer(
	office: DemoOffice,
	strand: DemoStrand,
	answer: { findings: readonly DemoFinding[]; on: PlainDate }
): Promise<void> {
	await draftAnswer(office, strand, answer);
	const service = office.serviceOn(answer.on);
	const about = { complaintId: strand.complaintId, strandId: strand.strandId };
	const asked = await askForRelease(service, office.people.mo, {
		...about,
		seenVersion: 1,
		secondPersonId: office.people.priya
	});
	if (!asked.done) throw new DemoRefused(`askForRelease: ${JSON.stringify(asked)}`);
	const released = await releaseAnswer(service, office.people.priya, {
		...about,
		commandId: randomUUID(),
		seenVersion: asked.version,
		delayReason: null,
		confirmsAddresses: false
	});
	if (!released.done) throw new DemoRefused(`releaseAnswer: ${JSON.stringify(released.refusal)}`);
}

/** An answer to one point, so many working days ago: we agree, and promise a worker. */
export const AGREED = (
	office: DemoOffice,
	on: number
): { on: PlainDate; findings: readonly DemoFinding[] } => ({
	on: office.daysAgo(on),
	findings: [
		{
			outcome: 'upheld' as const,
			found: 'The record shows three visits missed since August.',
			told: 'You were right. Three visits did not happen.',
			sorry: 'You waited each time and no one came. We are sorry.',
			action: {
				what: 'A new worker will visit you every week',
				who: 'Joan',
				byOn: office.daysAgo(-3)
			}
		}
	]
});
