import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { findHolder, wasHeld } from '#lib/domain/complaint/stage2State.ts';
import type { Strand } from '#lib/domain/complaint/state.ts';

/** Somebody who is appointed now, and since when. */
export interface Appointed {
	personId: string;
	appointedOn: PlainDate;
}

/** The three of a review panel, as far as they are appointed now. */
export interface PanelPeople {
	chair: Appointed | null;
	members: readonly Appointed[];
	/** The day the first chair was appointed, also where another sits now. */
	firstChairOn: PlainDate | null;
}

/** A panel is three independent persons, of whom one chairs (SI 2006/1738 reg 19(1)-(2)). */
export const PANEL_SIZE = 3;

/** Who is on the panel of this strand now. */
export function panelOf({ appointments }: Pick<Strand, 'appointments'>): PanelPeople {
	const chairs = appointments.filter((one) => one.role === 'panelChair' && wasHeld(one));
	const first = chairs.map(({ appointedOn }) => appointedOn).sort()[0] ?? null;
	return {
		chair: findHolder(appointments, 'panelChair'),
		members: appointments.filter(({ role, endedOn }) => role === 'panelMember' && endedOn === null),
		firstChairOn: first
	};
}

/** The chair and the members, the chair first. */
export function sitting({ chair, members }: PanelPeople): readonly Appointed[] {
	return chair ? [chair, ...members] : members;
}

/** The independent person of stage 2, who has to take part in the response (reg 20(3)). */
export function stage2IndependentPersonOf({
	appointments
}: Pick<Strand, 'appointments'>): Appointed | null {
	return appointments.findLast((one) => one.role === 'independentPerson' && wasHeld(one)) ?? null;
}

/** Who answers for the Director of Children’s Services at stage 3. */
export function stage3DirectorOf({ appointments }: Pick<Strand, 'appointments'>): Appointed | null {
	return findHolder(appointments, 'stage3Director');
}
