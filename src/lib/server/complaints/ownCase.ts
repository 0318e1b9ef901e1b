import { findAdvocateRequests } from '#lib/server/advocacy/pulledRequests.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { RuleContext } from '#lib/domain/complaint/ruleContext.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import { findOwnAnswers, type OwnAnswer } from '#lib/server/complaints/answers/ownAnswers.ts';
import {
	findOwnFullAnswers,
	type OwnFullAnswer
} from '#lib/server/complaints/fullAnswers/ownFullAnswers.ts';
import { findPromises } from '#lib/server/complaints/answers/promises.ts';
import { readRules } from '#lib/server/complaints/carryOut.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { findMessages } from '#lib/server/complaints/messages.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { findAttachedFiles } from '#lib/server/files/attachedFiles.ts';
import { findNameOf, findPeople } from '#lib/server/people/people.ts';
import { findSafeContacts } from '#lib/server/people/safeContacts.ts';
import type { Service } from '#lib/server/service.ts';
import { findFacts } from '#lib/server/sync/caseParts.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import { firstName } from '#lib/words/advocates.ts';
import type {
	PulledCase,
	PulledFacts,
	PulledFile,
	PulledMessage,
	PulledPerson,
	PulledPromise,
	PulledSafeContact,
	PulledText
} from '#lib/wire/sync.ts';

/** What a complainant sees of their own case: never a note, a draft, or who else is in it. */
export interface OwnCase {
	complaintId: string;
	reference: string;
	/** What has happened, and what the rules count with: `childPath` and the clocks take both. */
	complaint: Complaint;
	rules: Omit<RuleContext, 'role'>;
	/** What they call themselves, and the child where that is somebody else; null where not said. */
	ownName: string | null;
	childName: string | null;
	/** Who told us for them; null where nobody did, or gave no name. */
	helperName: string | null;
	/** Who looks into it, by the name they go by: the responder, else the officer. */
	handledBy: string | null;
	/** Their own words, and the titles of the points and terms that staff wrote for them. */
	texts: readonly PulledText[];
	messages: readonly OwnMessage[];
	/** What they recorded or drew, in the order they sent it. */
	files: readonly PulledFile[];
	/** The answers that were sent. One sent on paper is only in `complaint`. */
	answers: readonly OwnAnswer[];
	/** The same at stages 2 and 3. */
	fullAnswers: readonly OwnFullAnswer[];
	promises: readonly PulledPromise[];
	advocateRequests: PulledCase['advocateRequests'];
	/** The first name of the advocate they have; null where nobody signs in as theirs. */
	advocateName: string | null;
	safeContact: readonly PulledSafeContact[];
	facts: PulledFacts | null;
}

/** A message, with the name of who wrote it; that staff have read theirs is not told. */
export interface OwnMessage extends Omit<PulledMessage, 'readAt' | 'authorId' | 'state'> {
	authorName: string | null;
}

/**
 * Everything the complainant's own pages show, with the messages of one `party`; null where there is no such case.
 */
export async function readOwnCase(
	service: Service,
	complaintId: string,
	party: 'complainant' | 'helper' = 'complainant'
): Promise<OwnCase | null> {
	return inTransaction(service, { kind: 'complainant', complaintId }, async (work) => {
		const row = await work.trx
			.selectFrom('complaint')
			.select(['reference', 'officer_id', 'responder_id'])
			.where('complaint_id', '=', complaintId)
			.executeTakeFirst();
		if (!row) return null;
		const { trx, keys } = work;
		const ids = [complaintId];
		const history = await findHistory(trx, complaintId);
		const names = await findStaffNames(work);
		const people = (await findPeople(trx, keys, ids)).get(complaintId) ?? [];
		const handler = row.responder_id ?? row.officer_id;
		const messages = await findOwnMessages(work, complaintId, { names, party });
		const files = (await findAttachedFiles(trx, ids)).get(complaintId) ?? [];
		const requests = (await findAdvocateRequests(trx, ids)).get(complaintId) ?? [];
		return {
			complaintId,
			reference: row.reference,
			complaint: rebuild(history.map(({ event }) => event)),
			rules: await readRules(work),
			ownName: findNameOf(people, 'complainant'),
			childName: findNameOf(people, 'child'),
			helperName: findNameOf(people, 'helper'),
			handledBy: handler === null ? null : (names.get(handler) ?? null),
			texts: (await findTexts(trx, keys, ids)).get(complaintId) ?? [],
			messages,
			// What the child recorded or drew is theirs, and what came with a helper's message the helper's.
			files: files.filter((file) =>
				file.part === 'message' ? isWith(messages, file) : party === 'complainant'
			),
			answers: await findOwnAnswers(work, complaintId),
			fullAnswers: await findOwnFullAnswers(work, complaintId),
			promises: (await findPromises(trx, keys, ids)).get(complaintId) ?? [],
			advocateRequests: requests,
			advocateName: advocateOf(requests, { names, people }),
			safeContact: ((await findSafeContacts(trx, ids)).get(complaintId) ?? []).filter(
				({ whose }) => whose !== 'helper'
			),
			facts: (await findFacts(trx, ids)).get(complaintId) ?? null
		};
	});
}

/** Whether a file came with one of these messages. */
function isWith(messages: readonly OwnMessage[], { partId }: PulledFile): boolean {
	return messages.some(({ messageId }) => messageId === partId);
}

/** The first name of whoever is their advocate now: who signs in, or whom staff wrote down. */
function advocateOf(
	requests: OwnCase['advocateRequests'],
	{ names, people }: { names: ReadonlyMap<string, string>; people: readonly PulledPerson[] }
): string | null {
	const now = requests.filter(({ loop }) => loop?.endedOn === null).at(-1);
	const signsIn = names.get(now?.loop?.assignedTo ?? '');
	const writtenDown = now?.answer === 'accepted' ? findNameOf(people, 'advocate') : null;
	const name = signsIn ?? writtenDown;
	return name === null ? null : firstName(name);
}

async function findStaffNames({ trx }: Work): Promise<ReadonlyMap<string, string>> {
	const rows = await trx.selectFrom('staff').select(['staff_id', 'display_name']).execute();
	return new Map(rows.map(({ staff_id, display_name }) => [staff_id, display_name]));
}

async function findOwnMessages(
	{ trx, keys }: Work,
	complaintId: string,
	{ names, party: wanted }: { names: ReadonlyMap<string, string>; party: 'complainant' | 'helper' }
): Promise<OwnMessage[]> {
	const messages = (await findMessages(trx, keys, [complaintId])).get(complaintId) ?? [];
	return messages
		.filter(({ state, party }) => state === 'sent' && (party ?? 'complainant') === wanted)
		.map(({ messageId, direction, words, authorId, sentAt, replyByOn, notUnderstoodAt }) => ({
			messageId,
			direction,
			words,
			authorName: authorId === null ? null : (names.get(authorId) ?? null),
			sentAt,
			replyByOn,
			notUnderstoodAt
		}));
}
