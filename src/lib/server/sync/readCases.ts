import { findAdvocateRequests } from '#lib/server/advocacy/pulledRequests.ts';
import { countViewers, findViews } from '#lib/server/audit/views.ts';
import { findPulledAnswers } from '#lib/server/complaints/answers/pulledAnswers.ts';
import { findPromises } from '#lib/server/complaints/answers/promises.ts';
import { findPulledFullAnswers } from '#lib/server/complaints/fullAnswers/pulledFullAnswers.ts';
import { findHistories } from '#lib/server/complaints/log.ts';
import { findMessages } from '#lib/server/complaints/messages.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { findAttachedFiles } from '#lib/server/files/attachedFiles.ts';
import { findCalledName, findPeople } from '#lib/server/people/people.ts';
import { findSafeContacts } from '#lib/server/people/safeContacts.ts';
import { findAnswersWanted, findFacts } from '#lib/server/sync/caseParts.ts';
import { findOthers } from '#lib/server/sync/otherCases.ts';
import type { Work } from '#lib/server/work.ts';
import type { PulledCase } from '#lib/wire/sync.ts';

/** How much of a case is read: `list` holds no words but the name they chose. */
export type HowMuch = 'list' | 'whole';

/**
 * These cases, as far as the actor may see them, in the order of their receipt. The version is
 * the number of events that come with the case.
 */
export async function readCases(
	work: Work,
	complaintIds: readonly string[],
	howMuch: HowMuch
): Promise<PulledCase[]> {
	if (complaintIds.length === 0) return [];
	const rows = await work.trx
		.selectFrom('complaint')
		.select(['complaint_id', 'reference', 'officer_id', 'responder_id', 'team_id'])
		.where('complaint_id', 'in', complaintIds)
		.orderBy('received_on')
		.orderBy('reference')
		.execute();
	const ids = rows.map(({ complaint_id }) => complaint_id);
	const listed = await readListed(work, ids, howMuch);
	const whole = howMuch === 'whole' ? await readWhole(work, ids) : null;
	return rows.map((row): PulledCase => {
		const id = row.complaint_id;
		const events = listed.histories.get(id) ?? [];
		const people = listed.people.get(id) ?? [];
		const answerWanted = listed.answersWanted.get(id);
		return {
			isWhole: whole !== null,
			complaintId: id,
			reference: row.reference,
			version: events.length,
			officerId: row.officer_id,
			responderId: row.responder_id,
			teamId: row.team_id,
			events,
			calledName: findCalledName(people),
			people: whole ? people : [],
			texts: whole?.texts.get(id) ?? [],
			messages: listed.messages.get(id) ?? [],
			files: whole?.files.get(id) ?? [],
			facts: whole?.facts.get(id) ?? null,
			safeContact: whole?.safeContacts.get(id) ?? [],
			advocateRequests: listed.requests.get(id) ?? [],
			answers: listed.answers.get(id) ?? [],
			fullAnswers: listed.fullAnswers.get(id) ?? [],
			promises: listed.promises.get(id) ?? [],
			...(answerWanted ? { answerWanted } : {}),
			others: whole?.others.get(id) ?? [],
			views: whole?.views.get(id) ?? [],
			seenByCount: listed.viewers.get(id)?.people ?? 0,
			seenByAdvocates: listed.viewers.get(id)?.advocates ?? 0
		};
	});
}

async function readListed({ trx, keys }: Work, ids: readonly string[], howMuch: HowMuch) {
	const keysForWords = howMuch === 'whole' ? keys : null;
	return {
		histories: await findHistories(trx, ids),
		people: await findPeople(trx, keys, ids),
		messages: await findMessages(trx, keysForWords, ids),
		promises: await findPromises(trx, keysForWords, ids),
		answers: await findPulledAnswers(trx, ids),
		fullAnswers: await findPulledFullAnswers(trx, ids),
		requests: await findAdvocateRequests(trx, ids),
		answersWanted: await findAnswersWanted(trx, ids),
		viewers: await countViewers(trx, ids)
	};
}

async function readWhole({ trx, keys }: Work, ids: readonly string[]) {
	return {
		others: await findOthers(trx, ids),
		texts: await findTexts(trx, keys, ids),
		files: await findAttachedFiles(trx, ids),
		facts: await findFacts(trx, ids),
		safeContacts: await findSafeContacts(trx, ids),
		views: await findViews(trx, ids)
	};
}
