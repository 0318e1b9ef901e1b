import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { Ledger, LedgerWork } from '#lib/server/sync/protocol/answerItems.ts';
import { SERVER_DOORS, type ServerDoors } from './modelLine.ts';
import { SERVER_WAYS, type ServerWays } from './modelServer.ts';

/** Ways in which a server could lose, double or overwrite what a device sent, each by its name. */
export const SERVER_FAULTS: Readonly<Record<string, { doors?: ServerDoors; server?: ServerWays }>> =
	{
		'keeps no receipts': {
			doors: withLedger((at) => ({ ...at, findReceipt: async () => null }))
		},
		'takes the same words for the same order': { doors: sameWordsOnce() },
		'lets the last one win': { server: { ...SERVER_WAYS, isClash: () => false } },
		'goes by the version alone, which a restore gives again': {
			server: { ...SERVER_WAYS, isClash: ({ over }, now) => over.version !== now.version }
		},
		'takes a push of an epoch that is over': {
			doors: {
				...SERVER_DOORS,
				answerItems: async (ledger, push) => {
					if (push.epoch === null) return SERVER_DOORS.answerItems(ledger, push);
					const { epoch } = await ledger.readState();
					const reply = await SERVER_DOORS.answerItems(ledger, { ...push, epoch });
					return reply.kind === 'answered' ? { ...reply, epoch: push.epoch } : reply;
				}
			}
		},
		'counts its epochs from the backup': {
			server: { ...SERVER_WAYS, nextEpoch: () => 'epoch of the backup + 1' }
		},
		'answers before it has committed': {
			doors: {
				...SERVER_DOORS,
				answerItems: (ledger, push) => SERVER_DOORS.answerItems(answersEarly(ledger), push)
			}
		},
		'keeps the receipt apart from what it is for': {
			doors: {
				...SERVER_DOORS,
				answerItems: (ledger, push) => SERVER_DOORS.answerItems(receiptFirst(ledger), push)
			}
		},
		'hears of changes by position, past a slow writer': {
			server: { ...SERVER_WAYS, horizon: (_running, next) => next }
		},
		'lets later orders overtake one that it did not take': {
			doors: {
				...SERVER_DOORS,
				answerItems: async (ledger, push) => {
					const one = await SERVER_DOORS.answerItems(ledger, { ...push, items: [] });
					if (one.kind !== 'answered') return one;
					const answers = [];
					for (const item of push.items) {
						const reply = await SERVER_DOORS.answerItems(ledger, { ...push, items: [item] });
						if (reply.kind === 'answered') answers.push(...reply.answers);
					}
					return { ...one, answers };
				}
			}
		},
		'counts from what the clock of the device showed': {
			server: {
				...SERVER_WAYS,
				startsOn: ({ evidence }) => dateInEngland(evidence.deviceAt)
			}
		},
		'keeps nothing of what it refuses': {
			doors: withLedger((at) => ({
				...at,
				keepReceipt: async (item, receipt) =>
					receipt.outcome === 'applied' ? at.keepReceipt(item, receipt) : 1
			}))
		}
	};

function withLedger(change: (at: LedgerWork) => LedgerWork): ServerDoors {
	const changed = (ledger: Ledger): Ledger => ({
		...ledger,
		transact: (work) => ledger.transact((at) => work(change(at)))
	});
	return {
		...SERVER_DOORS,
		answerItems: (ledger, push) => SERVER_DOORS.answerItems(changed(ledger), push)
	};
}

/** Looks for the words instead of the id: what is said twice is taken for a second try. */
function sameWordsOnce(): ServerDoors {
	const seen = new Set<string>();
	return withLedger((at) => ({
		...at,
		carryOut: async (item) => {
			const saying = `${item.complaintId} ${item.sealed}`;
			if (seen.has(saying)) return { outcome: 'refused' };
			seen.add(saying);
			return at.carryOut(item);
		},
		keepReceipt: async (item, receipt) =>
			receipt.outcome === 'refused' ? 1 : at.keepReceipt(item, receipt)
	}));
}

function answersEarly(ledger: Ledger): Ledger {
	return {
		...ledger,
		transact: (work) =>
			new Promise((resolve) => {
				void ledger.transact(async (at) => {
					const result = await work(at);
					resolve(result);
					return result;
				});
			})
	};
}

function receiptFirst(ledger: Ledger): Ledger {
	return {
		...ledger,
		transact: (work) =>
			work({
				findReceipt: (item) => ledger.transact((at) => at.findReceipt(item)),
				carryOut: (item) => ledger.transact((at) => at.carryOut(item)),
				keepReceipt: (item, receipt) => ledger.transact((at) => at.keepReceipt(item, receipt))
			})
	};
}
