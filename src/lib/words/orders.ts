import type { CommandType } from '#lib/domain/complaint/commands.ts';
import { BESIDE_ORDER_WORDS } from '#lib/words/besideOrders.ts';

/** What an order does, to stand after "may" or "to": "give more time at stage 1". */
export const ORDER_WORDS = {
	receiveComplaint: 'record a complaint',
	acknowledgeComplaint: 'record that we said we have it',
	correctReceiptDate: 'correct the day it was received',
	withdrawComplaint: 'record that it was taken back',
	reinstateComplaint: 'take it up again',
	decideTriage: 'decide the route',
	askForAdvocate: 'ask for an advocate',
	recordAdvocateAppointed: 'record who the advocate is',
	recordAdvocateDeclined: 'record that there will be no advocate',
	importHistory: 'bring over an old record',
	extendStage1: 'give more time at stage 1',
	tellRightToStage2: 'tell of the right to stage 2',
	agreeToWait: 'record that they agreed to wait',
	requestStage2: 'record that stage 2 was asked for',
	correctStage2RequestDate: 'correct the day stage 2 was asked for',
	respondStage1: 'send the stage 1 answer',
	correctResponseDate: 'correct the day the answer was sent',
	correctOutcome: 'correct what was found',
	resolveStage1: 'settle it at stage 1',
	withdrawStrand: 'record that a part was taken back',
	reinstateStrand: 'take a part up again',
	closeStrand: 'close it',
	...BESIDE_ORDER_WORDS
} as const satisfies Record<CommandType, string>;
