import type { CommandOf } from '#lib/domain/complaint/commands.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { judgeOffline, type GivenOffline } from '#lib/domain/offline/judgeOffline.ts';
import {
	element,
	OTHER_ELEMENT,
	OTHER_STRAND,
	outcome,
	responded,
	STRAND,
	strand,
	TEXT,
	triaged
} from './complaintHistory.ts';

export type OfflineOrder = GivenOffline['order'];
type History = readonly (ComplaintEvent | readonly ComplaintEvent[])[];

/** What happened until the person saw the case; then the order, and what happened meanwhile. */
export function seen(...before: History) {
	return {
		meanwhile: (...since: History) => ({
			judge: (order: OfflineOrder, facts: Partial<GivenOffline> = {}) => {
				const history = [...before.flat(), ...since.flat()] as ComplaintEvent[];
				return judgeOffline({
					order,
					basedOnVersion: before.flat().length,
					history: history.map((event, place) => ({ version: place + 1, event })),
					...facts
				});
			}
		})
	};
}

export const APPLY = { verdict: 'apply', endedMeanwhile: false };
export const PROPOSE = { verdict: 'propose', why: 'dateWithLegalEffect', endedMeanwhile: false };
export const clash = (field: string, ...theirs: number[]) => ({ verdict: 'clash', field, theirs });
export const already = (...theirs: number[]) => ({ verdict: 'alreadyThere', theirs });

export const note: OfflineOrder = { type: 'addNote' };
export const contact: OfflineOrder = { type: 'logContact' };
export const triage: CommandOf<'decideTriage'> = {
	type: 'decideTriage',
	decidedOn: '2026-06-02',
	spokenTo: 'yes',
	elements: [element()],
	strands: [strand()]
};
export const toldOfMoreTime: CommandOf<'extendStage1'> = {
	type: 'extendStage1',
	strandId: STRAND,
	reason: 'complex',
	toldOn: '2026-06-12',
	complainantsView: 'agrees'
};
export const askedStage2: CommandOf<'requestStage2'> = {
	type: 'requestStage2',
	strandId: STRAND,
	requestedOn: '2026-07-01',
	channel: 'telephone'
};
export const posted = { delayReason: null, releasedByStaffId: null, sentOnPaper: true } as const;
export const answered: CommandOf<'respondStage1'> = {
	type: 'respondStage1',
	strandId: STRAND,
	sentOn: '2026-06-12',
	outcomes: [outcome('notUpheld')],
	...posted
};
export const answeredOnPaper = responded({ sentOnPaper: true, releasedByStaffId: null });
export const closed: ComplaintEvent = {
	type: 'strandClosed',
	strandId: STRAND,
	closedOn: '2026-07-13',
	reason: 'answeredNoReply'
};
export const reopened: ComplaintEvent = {
	type: 'strandReopened',
	strandId: STRAND,
	reopenedOn: '2026-07-14',
	reasonTextId: TEXT
};

/** Two strands, so that what happens in one is seen not to touch the other. */
export const inTwo = triaged({
	elements: [element(), element({ elementId: OTHER_ELEMENT, strandId: OTHER_STRAND })],
	strands: [strand(), strand({ strandId: OTHER_STRAND })]
});
