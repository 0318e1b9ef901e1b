import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { legalDayOf } from '#lib/domain/offline/legalDay.ts';
import { mayGiveOffline } from '#lib/domain/offline/offlineOrders.ts';
import { choicesFor, UNDO_MINUTES } from '#lib/domain/offline/whoDecides.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { findCalledName, findPeople } from '#lib/server/people/people.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { findNotKept } from '#lib/server/sync/files/notKept.ts';
import { judgeSent } from '#lib/server/sync/judgeSent.ts';
import { findLooker, findWaiting, type Waiting } from '#lib/server/sync/waitingOrders.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import type { Named, NeedsYouCard, TheirChange } from '#lib/wire/needsYou.ts';

/**
 * What of orders from devices waits for this person, the oldest first: what they decide on, what of
 * their own others decide on, and what they decided a short while ago and may take back.
 */
export async function readNeedsYou(work: Work, staffId: string): Promise<NeedsYouCard[]> {
	const today = dateInEngland(work.now());
	const looker = await findLooker(work, staffId);
	const waiting = await findWaiting(work, looker, {
		today,
		holidays: await readHolidays(work.trx)
	});
	const ids = [...new Set(waiting.flatMap(({ complaint }) => complaint?.complaint_id ?? []))];
	const people = await findPeople(work.trx, work.keys, ids);
	const names = await findNames(work);
	const cards: NeedsYouCard[] = [];
	for (const one of waiting) {
		const called = findCalledName(people.get(one.row.complaint_id) ?? []);
		cards.push(await cardOf(work, one, { names, called, staffId }));
	}
	return cards;
}

/**
 * How many things wait for this person: what they decide on, and files of theirs that were not kept. What
 * others decide on, and what can still be taken back, are none of these.
 */
export async function countNeedsYou(work: Work, staffId: string): Promise<number> {
	const waiting = await findWaiting(work, await findLooker(work, staffId), {
		today: dateInEngland(work.now()),
		holidays: await readHolidays(work.trx)
	});
	const theirs = waiting.filter(({ part, row }) => part === 'decides' && row.settled_at === null);
	return theirs.length + (await findNotKept(work, staffId)).length;
}

interface Around {
	names: ReadonlyMap<string, string>;
	called: string | null;
	staffId: string;
}

async function cardOf(work: Work, one: Waiting, around: Around): Promise<NeedsYouCard> {
	const { row, sent, complaint, part, seesCase } = one;
	const { names, staffId } = around;
	const order = sent && mayGiveOffline(sent.command.order) ? sent.command.order : null;
	const opened = { isRead: sent !== null, seesCase, hasCase: complaint !== null };
	const clash = seesCase && complaint ? await findTheirs(work, one, names) : NO_CLASH;
	return {
		setAsideId: row.set_aside_id,
		because: row.because,
		complaintId: row.complaint_id,
		reference: complaint?.reference ?? null,
		calledName: complaint ? around.called : null,
		author: namedBy(names, row.author_id),
		isOwn: row.author_id === staffId,
		givenAt: sent?.command.givenAt ?? null,
		receivedAt: row.received_at,
		order: sent?.command.order ?? null,
		texts: sent?.command.texts ?? [],
		legalDay: order ? legalDayOf(order) : null,
		refusal: row.refusal as NeedsYouCard['refusal'],
		...clash,
		choices: part === 'decides' && row.settled_at === null ? choicesFor(row.because, opened) : [],
		isOverdue: one.isOverdue,
		settled: settledOf(one)
	};
}

const NO_CLASH = { field: null, theirs: [] } as const;

/** What moved the same since, as it stands now: judged anew, since it may have gone on. */
export async function findTheirs(
	work: Work,
	{ row, sent }: Waiting,
	names: ReadonlyMap<string, string>
): Promise<Pick<NeedsYouCard, 'field' | 'theirs'>> {
	if (!sent || !mayGiveOffline(sent.command.order)) return NO_CLASH;
	const { order } = sent.command;
	const from = { staffId: row.author_id, deviceId: row.device_id };
	const verdict = await judgeSent(work, { sent, order, ...from });
	if (verdict.verdict !== 'clash') return NO_CLASH;
	const history = await findHistory(work.trx, row.complaint_id);
	const texts = (await findTexts(work.trx, work.keys, [row.complaint_id])).get(row.complaint_id);
	const theirs = history
		.filter(({ version }) => verdict.theirs.includes(version))
		.map(({ version, event, givenAt, recordedAt, actorKind, actorId }): TheirChange => {
			const isStaff = actorKind === 'staff' && actorId !== null;
			const said = JSON.stringify(event);
			return {
				...{ version, event, givenAt, recordedAt },
				by: isStaff ? namedBy(names, actorId) : null,
				texts: (texts ?? []).filter(({ textId }) => said.includes(textId))
			};
		});
	return { field: verdict.field, theirs };
}

function settledOf({ row }: Waiting): NeedsYouCard['settled'] {
	if (row.settled_at === null || row.choice === null) return null;
	return { choice: row.choice, undoUntil: undoUntil(row.settled_at) };
}

/** Until when a choice made at that moment can be taken back. */
export function undoUntil(settledAt: string): string {
	return new Date(Date.parse(settledAt) + UNDO_MINUTES * 60_000).toISOString();
}

/** What everybody of the staff is called. */
export function findNames(work: Work): Promise<ReadonlyMap<string, string>> {
	return asOurselves(work, async ({ trx }) => {
		const rows = await trx.selectFrom('staff').select(['staff_id', 'display_name']).execute();
		return new Map(rows.map((row) => [row.staff_id, row.display_name]));
	});
}

function namedBy(names: ReadonlyMap<string, string>, staffId: string): Named {
	return { staffId, displayName: names.get(staffId) ?? '' };
}
