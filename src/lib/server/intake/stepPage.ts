import { providerToAsk } from '#lib/domain/advocacy/providers.ts';
import { pathForChild } from '#lib/domain/complaint/childPath.ts';
import { rebuild } from '#lib/domain/complaint/evolve.ts';
import type { Complaint } from '#lib/domain/complaint/state.ts';
import { addWorkingDays } from '#lib/domain/calendar/workingDays.ts';
import type { Answers } from '#lib/intake/answers.ts';
import { adultsNext, type AdultsNext } from '#lib/intake/adultsNext.ts';
import { besideRows, type BesideRow } from '#lib/intake/besideSent.ts';
import { checkRows, type CheckRow } from '#lib/intake/checkRows.ts';
import { promiseCall } from '#lib/intake/promisedCall.ts';
import { backFrom } from '#lib/intake/questions.ts';
import { sayCall, TOLD_TEAM } from '#lib/intake/sayCall.ts';
import { inOrderOn } from '#lib/server/advocacy/providerAway.ts';
import { readRules } from '#lib/server/complaints/carryOut.ts';
import { findHistory } from '#lib/server/complaints/log.ts';
import { ADVOCATE_DAYS } from '#lib/server/intake/my/advocatePage.ts';
import { asideKindOf, promiseAside } from '#lib/server/intake/promisedContact.ts';
import { promiseInterpreter } from '#lib/server/intake/promisedInterpreter.ts';
import { promiseTalk } from '#lib/server/intake/promisedTalk.ts';
import type { SentForm } from '#lib/server/intake/openForm.ts';
import { mayTextWords } from '#lib/server/intake/textSentWords.ts';
import type { RaisedAlert } from '#lib/server/intake/safetyAlert.ts';
import { findNameOf, findPeople } from '#lib/server/people/people.ts';
import { findSafeContacts, isReachable } from '#lib/server/people/safeContacts.ts';
import type { Service } from '#lib/server/service.ts';
import { readCouncil } from '#lib/server/settings/council.ts';
import { readHolidays } from '#lib/server/settings/readHolidays.ts';
import { findFacts } from '#lib/server/sync/caseParts.ts';
import { inTransaction } from '#lib/server/work.ts';
import { dayWords } from '#lib/words/dates.ts';
import { pathWords, type PathReader, type PathStepWords } from '#lib/words/public/path.ts';
import { ASKING_CHILD } from '#lib/words/public/helping.ts';
import { besideWords } from '#lib/words/public/beside.ts';
import { checkStatus } from '#lib/words/public/safety.ts';
import { advocateAsked, NAMELESS } from '#lib/words/public/sent.ts';

/** What may be said of the alert that a form raised. */
export interface AlertWords {
	/** A sentence a line. */
	told: readonly string[];
	/** Somebody is told now, and calls; false where nobody would see it yet. */
	isSomeoneThere: boolean;
}

/** What the pages say about the alert this form raised; nothing where it raised none. */
export function sayAlert(
	service: Service,
	alert: RaisedAlert | null,
	answers: Answers
): Promise<AlertWords> {
	return inTransaction(service, { kind: 'public' }, async ({ trx, now }) => {
		if (!alert) return { told: [], isSomeoneThere: false };
		const { hours, duty } = await readCouncil(trx);
		const holidays = await readHolidays(trx);
		const { callBack } = answers;
		const promise = promiseCall(
			callBack?.askedAt ?? alert.raisedAt,
			{ hours, duty, holidays },
			callBack?.time ?? null
		);
		const told = sayCall(
			{
				raisedAt: alert.raisedAt,
				wantsCall: callBack !== undefined,
				promise,
				nightTeam: { name: duty.emergencyName, telephone: duty.emergencyTelephone }
			},
			now()
		);
		return { told, isSomeoneThere: promise.kind === 'call' };
	});
}

/** The check page. */
export interface CheckPage {
	rows: readonly CheckRow[];
	/** A thank-you or an idea begun in the same form, which is sent too. */
	beside: readonly BesideRow[];
	status: string;
	back: string;
	/** An adult with a complaint of their own: they are told who helps them. */
	isAdult: boolean;
}

/** Everything that was said, and that it has not been sent. */
export async function checkPage(
	service: Service,
	alert: RaisedAlert | null,
	answers: Answers
): Promise<CheckPage> {
	const back = backFrom('11', answers);
	const { isSomeoneThere } = await sayAlert(service, alert, answers);
	return {
		rows: checkRows(answers),
		beside: besideRows(answers),
		status: checkStatus(
			alert ? TOLD_TEAM : null,
			isSomeoneThere,
			answers.who === 'helper' ? 'someone' : 'you'
		),
		back: `/s/${back ?? '1'}`,
		isAdult: answers.who === 'adult'
	};
}

/** What happens next, for the last page. */
export interface SentPage {
	words: readonly string[] | null;
	/** Whether the words can be texted to them. */
	canText: boolean;
	steps: readonly PathStepWords[];
	/** The first promised day, for the sentence under the path; null where none can be promised. */
	hearBy: string | null;
	advocate: string | null;
	/** Who talks with them in their own language, and by when; empty where English will do. */
	interpreter: readonly string[];
	/** By when we call or plan to meet, where they asked for that; empty for anybody else. */
	talk: readonly string[];
	/** What it means that they gave no name; null where they gave one. */
	nameless: string | null;
	/** What an adult with a complaint of their own is told beside. */
	adult: AdultsNext | null;
	/** What somebody who speaks for a child is told, with the child's own code. */
	helper: { childsWords: readonly string[] | null; lines: readonly string[] } | null;
	/** What a thank-you, an idea or a question is promised, in place of the path. */
	aside: readonly string[] | null;
	/** That a thank-you or an idea begun in the same form was sent too; empty where none was. */
	beside: readonly string[];
}

/** The last page: the words, and the path with its dates. */
export function sentPage(
	service: Service,
	{ complaintId, words, childsWords }: SentForm
): Promise<SentPage> {
	return inTransaction(service, { kind: 'complainant', complaintId }, async (work) => {
		const history = await findHistory(work.trx, complaintId);
		const complaint = rebuild(history.map(({ event }) => event));
		const rules = await readRules(work);
		const { advocacy, contact, timeLimits } = await readCouncil(work.trx);
		const providers = await inOrderOn(work.trx, advocacy.providers, rules.today);
		const provider = providerToAsk(providers, rules.today);
		const path = pathForChild(complaint, rules);
		const readBy = path.steps.find(({ step }) => step === 'weReadIt')?.dueOn ?? null;
		const askedOn = complaint.advocate.askedOn;
		const contactBy = askedOn && addWorkingDays(askedOn, ADVOCATE_DAYS, rules.holidays);
		const people = await findPeople(work.trx, work.keys, [complaintId]);
		const facts = (await findFacts(work.trx, [complaintId])).get(complaintId);
		const contacts = await findSafeContacts(work.trx, [complaintId]);
		const reached = {
			contacts: contacts.get(complaintId) ?? [],
			whose: complaint.madeBy === 'helper' ? ('helper' as const) : ('complainant' as const),
			byOn: readBy,
			isHere: false,
			telephone: contact.telephone,
			today: rules.today
		};
		return {
			words,
			beside: besideWords(facts?.further?.['sentBeside']),
			canText:
				words !== null &&
				(await mayTextWords(service, work, { complaintId, madeBy: complaint.madeBy })),
			steps: pathWords(path, { name: null, today: rules.today, reads: readsOf(complaint) }),
			hearBy: readBy && dayWords(readBy, rules.today),
			advocate: contactBy
				? advocateAsked({
						provider: provider.name,
						byOn: contactBy.known ? contactBy.value : null,
						telephone: provider.telephone,
						canReach: isReachable(contacts.get(complaintId) ?? []),
						today: rules.today
					})
				: null,
			interpreter: promiseInterpreter(facts, reached),
			talk: promiseTalk(facts, reached),
			nameless:
				complaint.madeBy !== 'helper' &&
				findNameOf(people.get(complaintId) ?? [], 'complainant') === null
					? NAMELESS.after
					: null,
			aside:
				facts && asideKindOf(facts)
					? promiseAside(facts, {
							receivedOn: complaint.receivedOn ?? rules.today,
							today: rules.today,
							holidays: rules.holidays,
							limits: timeLimits,
							dealtWith: complaint.dealtWith
						})
					: null,
			helper: complaint.madeBy === 'helper' ? { childsWords, lines: ASKING_CHILD } : null,
			adult: complaint.madeBy === 'adult' ? adultsNext(facts?.further?.['aboutWhom']) : null
		};
	});
}

/** Adults read the names of the stages. */
function readsOf({ madeBy }: Complaint): NonNullable<PathReader['reads']> {
	return madeBy === 'adult' || madeBy === 'helper' ? madeBy : 'child';
}
