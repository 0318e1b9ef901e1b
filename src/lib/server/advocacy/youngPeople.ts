import { providerById } from '#lib/domain/advocacy/providers.ts';
import { standingOfRequest, type AdvocateStanding } from '#lib/domain/advocacy/request.ts';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import { findAway, type ProviderAway } from '#lib/server/advocacy/providerAway.ts';
import {
	findAdvocatesOf,
	findOwnProvider,
	findSeenRequest,
	findSeenRequests,
	hasSigned,
	type Colleague,
	type SeenRequest
} from '#lib/server/advocacy/seenRequests.ts';
import { findWaysToReach, type WayToReach } from '#lib/server/advocacy/waysToReach.ts';
import { recordView } from '#lib/server/audit/views.ts';
import { findMessages } from '#lib/server/complaints/messages.ts';
import { findTexts } from '#lib/server/complaints/texts.ts';
import { findCover } from '#lib/server/cover/cover.ts';
import { findAttachedFiles, openAttachedFile } from '#lib/server/files/attachedFiles.ts';
import type { KeptFile } from '#lib/server/files/sendFile.ts';
import { findCalledName, findPeople } from '#lib/server/people/people.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { inTransaction, type Work } from '#lib/server/work.ts';
import type { PulledCover } from '#lib/wire/caseload.ts';
import type { PulledFile } from '#lib/wire/sync.ts';

/** One young person in the lists. */
export interface YoungPersonRow extends Omit<SeenRequest, 'complaintId'>, AdvocateStanding {
	/** The name they go by; null where they gave none. */
	name: string | null;
	/** Whose they are, by name; null where nobody's who can sign in. */
	advocate: string | null;
}

/** What an advocate sees when they come in. */
export interface YoungPeople {
	today: PlainDate;
	provider: string;
	/** False: nothing is shown until they have. */
	hasSigned: boolean;
	rows: readonly YoungPersonRow[];
	/** Others of the same provider who may sign in. */
	colleagues: readonly Pick<Colleague, 'staffId' | 'name'>[];
	/** Cover for their own absence, or by them for another's, from today on. */
	cover: readonly PulledCover[];
	/** When nobody of the provider is there, from today on. */
	closed: readonly ProviderAway[];
}

/** Words of a young person, or about them. */
export interface SaidWords {
	id: string;
	words: string | null;
	at: string;
}

/** One young person, as far as they let their advocate know today. */
export interface YoungPerson extends YoungPersonRow {
	/** Since which day they share so much. */
	sharedSinceOn: PlainDate;
	ways: readonly WayToReach[];
	/** What they told us, by its kind; empty unless they share it. */
	story: readonly (SaidWords & { kind: string })[];
	/** What they recorded or drew, likewise; the papers they signed always. */
	files: readonly Pick<PulledFile, 'fileId' | 'part' | 'sort' | 'seconds' | 'scan' | 'addedAt'>[];
	/** What they wrote to the team, likewise. */
	wrote: readonly SaidWords[];
	/** What the advocate and the complaints team wrote to each other. */
	thread: readonly (SaidWords & { isOurs: boolean; from: string })[];
	colleagues: readonly Pick<Colleague, 'staffId' | 'name'>[];
	today: PlainDate;
}

/** The young people an advocate sees today; null for whoever is none. */
export function readYoungPeople(service: Service, staffId: string): Promise<YoungPeople | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const providerId = await findOwnProvider(work);
		if (providerId === null) return null;
		const { advocacy } = await readCouncil(work.trx);
		const today = dateInEngland(work.now());
		const colleagues = await findAdvocatesOf(work, providerId);
		const cover = await findCover(work, today);
		return {
			today,
			provider: providerById(advocacy.providers, providerId).name,
			hasSigned: await hasSigned(work),
			rows: await rowsOf(work, await findSeenRequests(work), colleagues),
			colleagues: colleagues.map(named),
			closed: await findAway(work.trx, providerId, today),
			cover: cover.filter((one) => one.absentId === staffId || one.coveringId === staffId)
		};
	});
}

/** One young person; null where the advocate does not see them today. That they looked is kept. */
export function readYoungPerson(
	service: Service,
	staffId: string,
	requestId: string
): Promise<YoungPerson | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const request = await findSeenRequest(work, requestId);
		if (!request) return null;
		const { complaintId } = request;
		await recordView(work, complaintId, 'advocate');
		const colleagues = await findAdvocatesOf(work, request.providerId);
		const [row] = await rowsOf(work, [request], colleagues);
		if (!row) return null;
		return {
			...row,
			sharedSinceOn: await findSharedSince(work, request),
			ways: await findWaysToReach(work, complaintId),
			...(await findWords(work, request)),
			colleagues: colleagues.map(named),
			today: dateInEngland(work.now())
		};
	});
}

/** Whether the advocate sees the young person now, with nothing of them opened. */
export function seesYoungPerson(
	service: Service,
	staffId: string,
	requestId: string
): Promise<boolean> {
	return inTransaction(
		service,
		{ kind: 'staff', staffId },
		async (work) => (await findSeenRequest(work, requestId)) !== null
	);
}

/** A file they share, or a paper they signed; null where it is not theirs to see. */
export function takeSharedFile(
	service: Service,
	staffId: string,
	{ requestId, fileId }: { requestId: string; fileId: string }
): Promise<KeptFile | null> {
	return inTransaction(service, { kind: 'staff', staffId }, async (work) => {
		const request = await findSeenRequest(work, requestId);
		if (!request) return null;
		const { complaintId } = request;
		const file = await openAttachedFile(work, { ownerId: complaintId, fileId });
		if (file) await recordView(work, complaintId, 'advocateFile');
		return file;
	});
}

async function rowsOf(
	{ trx, keys, now }: Work,
	requests: readonly SeenRequest[],
	colleagues: readonly Colleague[]
): Promise<YoungPersonRow[]> {
	const ids = requests.map(({ complaintId }) => complaintId);
	const people = await findPeople(trx, keys, ids);
	const counting = { today: dateInEngland(now()), holidays: await readHolidays(trx) };
	return requests.map(({ complaintId, ...request }) => ({
		...request,
		...standingOfRequest(request, counting),
		name: findCalledName(people.get(complaintId) ?? []),
		advocate: colleagues.find(({ staffId }) => staffId === request.assignedTo)?.name ?? null
	}));
}

async function findSharedSince(
	{ trx }: Work,
	{ requestId, askedOn }: SeenRequest
): Promise<PlainDate> {
	const last = await trx
		.selectFrom('advocate_consent')
		.select('told_on')
		.where('request_id', '=', requestId)
		.orderBy('position', 'desc')
		.executeTakeFirst();
	return (last?.told_on ?? askedOn) as PlainDate;
}

/** Every word here comes through the advocate's own eyes: the database leaves out what is not shared. */
async function findWords({ trx, keys }: Work, { complaintId }: SeenRequest) {
	const ids = [complaintId];
	const texts = (await findTexts(trx, keys, ids)).get(complaintId) ?? [];
	const messages = (await findMessages(trx, keys, ids)).get(complaintId) ?? [];
	const files = (await findAttachedFiles(trx, ids)).get(complaintId) ?? [];
	const names = await findNames(
		trx,
		messages.flatMap(({ authorId }) => authorId ?? [])
	);
	return {
		story: texts.map(({ textId, kind, words, writtenAt }) => ({
			id: textId,
			kind,
			words,
			at: writtenAt
		})),
		files: files.map(({ fileId, part, sort, seconds, scan, addedAt }) => ({
			...{ fileId, part, sort, seconds, scan, addedAt }
		})),
		wrote: messages
			.filter(({ party }) => party !== 'advocate')
			.map(({ messageId, words, sentAt }) => ({ id: messageId, words, at: sentAt })),
		thread: messages
			.filter(({ party }) => party === 'advocate')
			.map(({ messageId, words, sentAt, direction, authorId }) => ({
				id: messageId,
				words,
				at: sentAt,
				isOurs: direction === 'fromComplainant',
				from: names.get(authorId ?? '') ?? ''
			}))
	};
}

async function findNames(
	trx: Work['trx'],
	staffIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	if (staffIds.length === 0) return new Map();
	const rows = await trx
		.selectFrom('staff')
		.select(['staff_id', 'display_name'])
		.where('staff_id', 'in', staffIds)
		.execute();
	return new Map(rows.map(({ staff_id, display_name }) => [staff_id, display_name]));
}

function named({ staffId, name }: Colleague): Pick<Colleague, 'staffId' | 'name'> {
	return { staffId, name };
}
