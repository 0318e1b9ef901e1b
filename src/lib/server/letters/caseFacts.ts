import { NO_PROVIDER, providerToAsk } from '#lib/domain/advocacy/providers.ts';
import type { Selectable } from 'kysely';
import { dateInEngland } from '#lib/domain/calendar/england.ts';
import { isPlainDate, type PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import type { OthersDetail } from '#lib/letters/checkLetter.ts';
import { LETTER_FIELDS, type FieldName, type LetterFacts } from '#lib/letters/fields.ts';
import type { Party, Reader } from '#lib/letters/parties.ts';
import type { Database } from '#lib/server/database/tables.ts';
import { findPeople } from '#lib/server/people/people.ts';
import { findSafeAddresses, type Whose } from '#lib/server/people/safeContacts.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import type { Council } from '#lib/server/settings/councilSchema.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { asOurselves, type Work } from '#lib/server/work.ts';
import type { PulledPerson } from '#lib/wire/sync.ts';
import { audienceOf } from '#lib/words/audience.ts';
import { dayWords } from '#lib/words/dates.ts';
import type { Audience } from '#lib/words/swapList.ts';

/** What a case knows for one letter, and of whom the letter must not speak. */
export interface CaseForLetter {
	/** Only what the reader may have; a day is 'YYYY-MM-DD'. */
	facts: LetterFacts;
	others: readonly OthersDetail[];
	ourNumbers: readonly string[];
	/** A child or young person complained, or somebody for them. */
	audience: Audience;
	/** The person who complained is the child. */
	isChilds: boolean;
}

/** Reads what a letter to `reader` about a case, or one strand of it, is merged with. */
export async function readCaseForLetter(
	work: Work,
	about: { complaintId: string; strandId: string | null },
	reader: Reader
): Promise<CaseForLetter> {
	const { complaintId } = about;
	const council = await readCouncil(work.trx);
	const people = (await findPeople(work.trx, work.keys, [complaintId])).get(complaintId) ?? [];
	const complaint = await work.trx
		.selectFrom('complaint')
		.select(['reference', 'received_on', 'made_by', 'responder_id', 'officer_id'])
		.where('complaint_id', '=', complaintId)
		.executeTakeFirstOrThrow();
	const audience = audienceOf(complaint.made_by as Complaint['madeBy']);
	const isChilds = audience === 'child';
	const named = namesOf(people, complaint.made_by as Complaint['madeBy']);
	return {
		facts: known({
			name: named.reader[reader],
			complainantName: reader === 'complainant' ? named.complainant : '',
			childName: reader === 'complainant' ? '' : named.child,
			reference: complaint.reference,
			receivedOn: complaint.received_on,
			officerName: await nameOfStaff(work, complaint.officer_id ?? staffIdOf(work)),
			answererName: await nameOfStaff(work, complaint.responder_id),
			...councilFacts(council, complaint.made_by === 'adult' ? null : dateInEngland(work.now())),
			...(await strandFacts(work, about))
		}),
		others: await othersOf(work, { complaintId, people, named, reader, isChilds }),
		ourNumbers: numbersOfOurs(council),
		audience,
		isChilds
	};
}

/** The facts as a letter says them: a day in words, with its year where that is another. */
export function wordFacts(facts: LetterFacts, { now }: Pick<Work, 'now'>): LetterFacts {
	const today = dateInEngland(now());
	return Object.fromEntries(
		Object.entries(facts).map(([name, value]) => [
			name,
			LETTER_FIELDS[name as FieldName]?.kind === 'day' && isPlainDate(value)
				? dayWords(value, today)
				: value
		])
	);
}

interface Names {
	complainant: string;
	child: string;
	reader: Record<Reader, string>;
}

/**
 * Where somebody spoke for a child, what goes to "the complainant" goes to the child, by the
 * child's own safe ways, and so in the child's name.
 */
function namesOf(people: readonly PulledPerson[], madeBy: Complaint['madeBy']): Names {
	const nameOf = (part: PulledPerson['part']) =>
		people.find((person) => person.part === part && person.name !== '')?.name ?? '';
	const complainant = nameOf(madeBy === 'helper' ? 'child' : 'complainant');
	const child = nameOf('child') || (madeBy === 'childOrYoungPerson' ? complainant : '');
	const reader = {
		complainant,
		child,
		reviewingOfficer: '',
		advocate: nameOf('advocate')
	};
	return { complainant, child, reader };
}

/** `advocateOn`: the day on which they may have an advocate; null for whoever may not. */
function councilFacts(
	{ council, contact, advocacy, outside }: Council,
	advocateOn: PlainDate | null
) {
	const provider = advocateOn ? providerToAsk(advocacy.providers, advocateOn) : NO_PROVIDER;
	return {
		councilName: council.councilName,
		councilTelephone: contact.telephone,
		advocacyName: provider === NO_PROVIDER ? '' : provider.name,
		advocacyTelephone: provider.telephone,
		...outside
	} satisfies LetterFacts;
}

/** The dates of the strand, or of the first where the letter names none. */
async function strandFacts(
	{ trx, now }: Work,
	{ complaintId, strandId }: { complaintId: string; strandId: string | null }
): Promise<LetterFacts> {
	const strand = await trx
		.selectFrom('strand')
		.selectAll()
		.where('complaint_id', '=', complaintId)
		.$if(strandId !== null, (query) => query.where('strand_id', '=', strandId ?? ''))
		.orderBy('position')
		.executeTakeFirst();
	if (!strand) return {};
	const isCorporate = strand.procedure === 'corporate';
	const holidays = await readHolidays(trx);
	const after = (day: string | null, workingDays: number) => {
		const due = day && addWorkingDays(day as PlainDate, workingDays, holidays);
		return due && due.known ? due.value : null;
	};
	return known({
		dueOn: strand.stage1_due_on,
		day20On: isCorporate ? null : strand.stage1_limit_on,
		corporateDueOn: isCorporate ? strand.stage1_due_on : null,
		newDueOn: newDueOn(strand, dateInEngland(now())),
		answeredOn: strand.responded_on ?? strand.resolved_on,
		stage2AskByOn: after(strand.responded_on, 20),
		stage2AskedOn: strand.stage2_requested_on,
		stage2DueOn: strand.stage2_due_on,
		stage2LimitOn: strand.stage2_limit_on,
		stage3AskByOn: after(strand.stage2_received_on, 20),
		stage3AskedOn: strand.stage3_requested_on,
		chairByOn: after(strand.stage3_requested_on, 10),
		panelByOn: strand.stage3_due_on,
		panelOn: strand.panel_on,
		reviewOn: strand.suspension_review_on,
		resubmitByOn: strand.resubmit_by_on,
		withdrawnOn: strand.withdrawn_on,
		...(await appointedFacts(trx, strand.strand_id))
	});
}

/** The new date of stage 1, as long as it is still to come and stage 1 still to be answered. */
function newDueOn(
	strand: Pick<
		Selectable<Database['strand']>,
		'is_extended' | 'stage1_due_on' | 'stage2_requested_on'
	>,
	today: PlainDate
): string | null {
	const { is_extended, stage1_due_on, stage2_requested_on } = strand;
	const isToCome = stage1_due_on !== null && stage1_due_on > today;
	return is_extended && isToCome && stage2_requested_on === null ? stage1_due_on : null;
}

/** Who investigates, is independent, decides and sits on the panel, by name, the chair first. */
async function appointedFacts(trx: Work['trx'], strandId: string): Promise<LetterFacts> {
	const rows = await trx
		.selectFrom('appointment')
		.innerJoin('staff', 'staff.staff_id', 'appointment.person_id')
		.select(['role', 'display_name'])
		.where('strand_id', '=', strandId)
		.where('ended_on', 'is', null)
		.orderBy('position')
		.execute();
	const namesOfRole = (role: string) =>
		rows.filter((row) => row.role === role).map((row) => row.display_name);
	const panel = [...namesOfRole('panelChair'), ...namesOfRole('panelMember')];
	const last = panel.at(-1) ?? '';
	return {
		investigatorName: namesOfRole('investigatingOfficer')[0] ?? '',
		independentPersonName: namesOfRole('independentPerson')[0] ?? '',
		adjudicatorName: namesOfRole('adjudicatingOfficer')[0] ?? '',
		panelNames: panel.length < 2 ? last : `${panel.slice(0, -1).join(', ')} and ${last}`
	};
}

/**
 * The names, and where they are reached, of everyone in the case but the reader. A letter to the
 * person who complained may say their own number; a letter to anyone else may not.
 */
async function othersOf(
	work: Work,
	about: {
		complaintId: string;
		people: readonly PulledPerson[];
		named: Names;
		reader: Reader;
		isChilds: boolean;
	}
): Promise<readonly OthersDetail[]> {
	const { complaintId, people, named, reader, isChilds } = about;
	const own = new Set([named.reader[reader], ...(reader === 'complainant' ? [] : [named.child])]);
	const ownerOf = (part: PulledPerson['part']): Party | null => {
		switch (part) {
			case 'complainant':
				return reader === 'complainant' || (isChilds && reader !== 'advocate')
					? null
					: 'complainant';
			case 'child':
				return 'child';
			case 'helper':
				return 'helper';
			case 'subjectOfComplaint':
				return 'staffMember';
			case 'other':
				return 'otherParent';
			case 'advocate':
				return null;
		}
	};
	const names = people.flatMap(({ part, name }): OthersDetail[] => {
		const owner = ownerOf(part);
		return owner === null || name === '' || own.has(name) ? [] : [{ owner, words: name }];
	});
	const addressesOf = async (whose: Whose): Promise<OthersDetail[]> => {
		const addresses = await asOurselves(work, (ours) =>
			findSafeAddresses(ours, complaintId, ['textMessage', 'email', 'letter'], whose)
		);
		return addresses.map(({ to }) => ({ owner: whose, words: to }));
	};
	const complainants = reader === 'complainant' ? [] : await addressesOf('complainant');
	return [...names, ...complainants, ...(await addressesOf('helper'))];
}

/** The numbers of the council's settings, which any letter may print. */
function numbersOfOurs({ contact, advocacy, duty, outside }: Council): readonly string[] {
	return [
		contact.telephone,
		...advocacy.providers.map((provider) => provider.telephone),
		duty.emergencyTelephone,
		outside.ombudsmanTelephone,
		outside.ofstedTelephone,
		outside.commissionerTelephone,
		...(outside.specialNeedsAdvice.match(/0[\d ]{9,14}/g) ?? [])
	].filter((number) => number.trim() !== '');
}

async function nameOfStaff({ trx }: Work, staffId: string | null): Promise<string> {
	if (staffId === null) return '';
	const staff = await trx
		.selectFrom('staff')
		.select('display_name')
		.where('staff_id', '=', staffId)
		.executeTakeFirst();
	return staff?.display_name ?? '';
}

function staffIdOf({ actor }: Work): string | null {
	return actor.kind === 'staff' ? actor.staffId : null;
}

function known(facts: Partial<Record<FieldName, string | null>>): LetterFacts {
	return Object.fromEntries(
		Object.entries(facts).filter((entry): entry is [FieldName, string] => Boolean(entry[1]))
	);
}
