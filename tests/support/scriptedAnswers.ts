import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { DelayReason, Outcome } from '#lib/domain/complaint/codes.ts';
import type { Order, PushedText } from '#lib/wire/sync.ts';
import type { ScriptedCase } from './scriptedCase.ts';

/** Words with an id of their own, to name in an order and to bring along with it. */
export function theWords(
	kind: PushedText['kind'],
	words: string
): { textId: string; texts: readonly PushedText[] } {
	const textId = crypto.randomUUID();
	return { textId, texts: [{ textId, kind, words }] };
}

/** The stage 1 answer sent on paper that day, with one outcome for every point. */
export async function answerOnPaper(
	scripted: ScriptedCase,
	sentOn: PlainDate,
	more: { outcome?: Outcome; delayReason?: DelayReason } = {}
): Promise<Order> {
	const elements = await scripted.elements();
	return {
		type: 'respondStage1',
		strandId: await scripted.strand(),
		sentOn,
		outcomes: elements.map((elementId) => ({ elementId, outcome: more.outcome ?? 'upheld' })),
		delayReason: more.delayReason ?? null,
		releasedByStaffId: null,
		sentOnPaper: true
	};
}
