import type { OfflineOrderType } from '#lib/domain/offline/offlineOrders.ts';

/** What each thing that may be done with no signal is called in a list of what waits. */
export const ORDER_TITLES = {
	recordConcern: 'Concern told at a review',
	addNote: 'Note',
	logContact: 'Contact',
	completePromise: 'Promise kept',
	decideTriage: 'Route decided',
	extendStage1: 'More time at stage 1',
	extendStage2: 'More time at stage 2',
	requestStage2: 'Stage 2 asked for',
	requestStage3: 'Panel asked for',
	holdPanel: 'Panel met',
	respondStage1: 'Stage 1 answered on paper',
	sendStage2Response: 'Stage 2 answered on paper',
	respondCorporateStage2: 'Corporate stage 2 answered on paper',
	respondStage3: 'Panel answered on paper'
} as const satisfies Record<OfflineOrderType, string>;

/** The same of an order as it was kept; one that cannot be read here is only called a thing. */
export function orderTitle(type: string | null): string {
	return type !== null && type in ORDER_TITLES
		? ORDER_TITLES[type as OfflineOrderType]
		: 'Something written here';
}
