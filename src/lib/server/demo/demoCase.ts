import { randomUUID } from 'node:crypto';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { PersonCode, ReasonCode, SubjectCode } from '#lib/domain/triage/codes.ts';
import type { Answers } from '#lib/intake/answers.ts';
import { receiveFromIntake } from '#lib/server/complaints/receiveFromIntake.ts';
import type { DemoOffice } from '#lib/server/demo/demoOffice.ts';
import { intakeOf } from '#lib/server/intake/intakeOf.ts';
import { inTransaction } from '#lib/server/work.ts';

/** What an invented young person sent on the site. */
export interface DemoStory {
	name: string;
	words: string;
	wish: string;
	picked: readonly string[];
	safety?: 'yes' | 'no' | 'notSure';
	advocate?: 'nameOnly' | 'story';
	textOnly?: boolean;
}

/** One point of a demonstration case, with the route decided for it. */
export interface DemoPoint {
	title: string;
	person: PersonCode;
	subject: SubjectCode;
	category: string;
	route: ReasonCode;
}

/** A point about how a child is looked after, but for its title. */
export const CARE: Omit<DemoPoint, 'title'> = {
	person: 'P1',
	subject: 'S2',
	category: 'quality',
	route: 'STAT_S1'
};

/** The ids that triage of a demonstration case made. */
export interface DemoStrand {
	complaintId: string;
	strandId: string;
	elementIds: readonly string[];
}

/** Sends a story through the site on a day, and gives the complaint's id. */
export async function sendStory(
	office: DemoOffice,
	story: DemoStory,
	on: PlainDate
): Promise<string> {
	const complaintId = randomUUID();
	const contact = {
		whoCanSee: 'justMe' as const,
		voicemailAllowed: false,
		goodTimes: ['afterSchool']
	};
	await inTransaction(office.serviceOn(on), { kind: 'public' }, (work) =>
		receiveFromIntake(work, {
			complaintId,
			draftId: null,
			receivedOn: on,
			channel: 'website',
			madeBy: 'childOrYoungPerson',
			madeOrally: false,
			texts: [
				{ textId: randomUUID(), kind: 'whatHappened', words: story.words },
				{ textId: randomUUID(), kind: 'whatWouldHelp', words: story.wish }
			],
			people: [{ personId: randomUUID(), part: 'complainant', name: story.name, relation: '' }],
			safeContacts: [
				{
					...contact,
					safeContactId: randomUUID(),
					channel: 'code',
					isAllowed: true,
					details: null
				},
				...(story.textOnly
					? [
							{
								...contact,
								safeContactId: randomUUID(),
								channel: 'textMessage' as const,
								isAllowed: true,
								details: { to: '07700 900 982', name: null }
							}
						]
					: [])
			],
			facts: {
				pickedSubjects: story.picked,
				wishes: [],
				toldHow: 'type',
				safetyAnswer: story.safety ?? 'yes',
				wantsAdvocate: story.advocate ? 'yes' : 'notNow',
				advocateMayKnow: story.advocate ?? null,
				changesComing: [],
				promiseVersion: '2026-11',
				further: {}
			},
			advocate: story.advocate ? { mayKnow: story.advocate } : null
		})
	);
	return complaintId;
}

/** Sends what somebody answered on the site, on a day, and gives the complaint's id. */
export async function sendAnswers(
	office: DemoOffice,
	answers: Omit<Answers, 'seen'>,
	on: PlainDate
): Promise<string> {
	const service = office.serviceOn(on);
	const intake = intakeOf(
		{ ...answers, seen: [] },
		{ draftId: randomUUID(), nowMs: service.now() }
	);
	await inTransaction(service, { kind: 'public' }, (work) =>
		receiveFromIntake(work, { ...intake, draftId: null })
	);
	return intake.complaintId;
}

/** Says we have it, decides the route of each point and gives the case to Mo's team, on one day. */
export async function decideRoute(
	office: DemoOffice,
	{ complaintId, points, on }: { complaintId: string; points: readonly DemoPoint[]; on: PlainDate }
): Promise<DemoStrand> {
	const { sam, mo } = office.people;
	const strandId = randomUUID();
	const corporateId = randomUUID();
	const given = { on, by: sam, complaintId };
	const elements = points.map((point) => ({
		elementId: randomUUID(),
		titleTextId: randomUUID(),
		person: point.person,
		subject: point.subject,
		category: point.category,
		routes: [point.route],
		strandId:
			point.route === 'STAT_S1' ? strandId : point.route === 'CORPORATE' ? corporateId : null,
		reasonTextId: null
	}));
	const isCorporateToo = points.some(({ route }) => route === 'CORPORATE');
	await office.give({ ...given, order: { type: 'acknowledgeComplaint', acknowledgedOn: on } });
	await office.give({
		...given,
		texts: elements.map(({ titleTextId }, place) => ({
			textId: titleTextId,
			kind: 'elementTitle',
			words: points[place]?.title ?? ''
		})),
		order: {
			type: 'decideTriage',
			decidedOn: on,
			spokenTo: 'yes',
			elements,
			strands: [
				{ strandId, procedure: 'statutory' as const, opensAt: 'stage1' as const },
				{ strandId: corporateId, procedure: 'corporate' as const, opensAt: 'stage1' as const }
			].slice(0, isCorporateToo ? 2 : 1)
		}
	});
	await office.give({
		...given,
		order: { type: 'assignCase', officerId: sam, responderId: mo, teamId: 'fostering' }
	});
	const mine = elements.filter((element) => element.strandId === strandId);
	return { complaintId, strandId, elementIds: mine.map(({ elementId }) => elementId) };
}
