import type { RunningClock } from '#lib/domain/complaint/runningClocks.ts';
import type { Stage3 } from '#lib/domain/complaint/stage3State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';
import { staffName, type CaseFacts } from './caseFacts.ts';

/** One review of a case. */
export interface PanelAbout {
	facts: CaseFacts;
	strand: Strand;
	stage3: Stage3;
}

/** A member of staff, or a person of the case, by name. */
export function panelName({ pull, pulled }: CaseFacts, personId: string): string {
	const person = pulled.people.find((one) => one.personId === personId);
	return person ? person.name || 'The complainant' : staffName(pull, personId);
}

/** The clock of that name of the review. */
export function panelClock(
	{ facts, strand }: PanelAbout,
	clock: RunningClock['clock']
): RunningClock | undefined {
	return facts.clocks.find((one) => one.strandId === strand.strandId && one.clock === clock);
}
