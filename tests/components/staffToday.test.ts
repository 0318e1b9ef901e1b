import { describe, expect, it, test } from 'vitest';
import { factsOf } from '#lib/components/staff/views/caseFacts.ts';
import { listedRows } from '#lib/components/staff/views/listedRows.ts';
import { promisesOf } from '#lib/components/staff/views/promises.ts';
import { tasksOf } from '#lib/components/staff/views/tasks.ts';
import { todayView } from '#lib/components/staff/views/today.ts';
import type { WayDealtWith } from '#lib/domain/complaint/codes.ts';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import { reminderRows } from '#lib/components/staff/views/reminders.ts';
import type { ListedCase, PulledReminder } from '#lib/wire/caseload.ts';
import type { Pull, PulledCase, PulledFullAnswer, PulledMessage } from '#lib/wire/sync.ts';
import {
	advocateAsked,
	element,
	extended,
	received,
	responded,
	stage2Requested,
	told,
	triaged,
	waitAgreed
} from '../support/complaintHistory.ts';
import { factsOn, MO, plain, PRIYA, pull, pullAs, pulledCase, SAM } from '../support/pulledCase.ts';

const open: ComplaintEvent[] = [
	received(),
	{ type: 'complaintAcknowledged', acknowledgedOn: '2026-06-02' },
	...triaged()
];

const PROMISE = {
	promiseId: 'promise-visit',
	elementId: null,
	what: 'Visit Jay',
	who: 'Mo',
	ownerId: MO,
	dueOn: '2026-06-18' as PlainDate,
	doneOn: null
};

const tasksOn = (today: PlainDate, events: readonly ComplaintEvent[], more?: Partial<PulledCase>) =>
	tasksOf(factsOn(today, events, more)).map(({ row }) => row);

describe('what a case asks of an officer', () => {
	it('is the route first, and saying that we have it goes with it', () => {
		const [row, ...more] = tasksOn('2026-06-02', [received()]);
		expect(row).toMatchObject({
			task: 'Decide the route, and say we have it',
			href: '/staff/new/case-jay',
			name: 'Jay'
		});
		expect(more).toEqual([]);
	});

	it('is the route again once a child made their idea a complaint, counted from its receipt', () => {
		const idea = triaged({
			elements: [element({ strandId: null, routes: ['REPRESENTATION'] })],
			strands: []
		}).slice(0, 1);
		const before = [received(), ...idea];
		expect(tasksOn('2026-06-09', before)).toEqual([]);
		const turned: ComplaintEvent = { type: 'turnedIntoComplaint', turnedOn: '2026-06-09' };
		const cases = [pulledCase([...before, turned], { officerId: null })];
		const { groups } = todayView({ pull: pull('2026-06-09', { cases }), cases }, false);
		expect(groups.flatMap(({ rows }) => rows)).toMatchObject([
			{
				task: 'Decide the route: their idea is a complaint now',
				href: '/staff/new/case-jay',
				due: { on: '2026-06-10' },
				clock: { kind: 'counted', rest: 'of 10, 4 left' }
			}
		]);
	});

	it('is a talk with an interpreter first, where they tell us in another language', () => {
		const facts = (language: string) => ({
			pickedSubjects: [],
			wishes: [],
			toldHow: 'language',
			safetyAnswer: 'yes',
			wantsAdvocate: null,
			changesComing: [],
			further: { language }
		});
		const rows = (language: string) =>
			tasksOn('2026-06-02', [received()], { facts: facts(language) });
		expect(rows('ti').map(({ task }) => task)).toEqual([
			'Decide the route, and say we have it',
			'Call them with an interpreter: Tigrinya'
		]);
		expect(rows('ti')[1]?.due.on).toBe('2026-06-03');
		expect(rows('bsl').at(-1)?.task).toBe(
			'Video call them with an interpreter: British Sign Language'
		);
		// The route asks whether they were spoken to.
		const decided = tasksOn('2026-06-02', open, { facts: facts('ti') });
		expect(decided.filter(({ task }) => task.includes('interpreter'))).toEqual([]);
	});

	it('is the call or the meeting they asked for, by the day their page names, until the route', () => {
		const facts = (toldHow: string) => ({
			pickedSubjects: [],
			wishes: [],
			toldHow,
			safetyAnswer: 'yes',
			wantsAdvocate: null,
			changesComing: [],
			further: {}
		});
		const rows = (toldHow: string) =>
			tasksOn('2026-06-02', [received()], { facts: facts(toldHow) });
		expect(rows('call').at(-1)).toMatchObject({
			task: 'Call them: they asked to tell us that way',
			due: { on: '2026-06-03' }
		});
		expect(rows('meet').at(-1)?.task).toBe('Plan to meet them: they asked for it');
		expect(rows('type')).toHaveLength(1);
		const decided = tasksOn('2026-06-02', open, { facts: facts('call') });
		expect(decided.filter(({ task }) => task.startsWith('Call them'))).toEqual([]);
	});

	it('is the answer promised to an idea, by its day, until somebody has written to them', () => {
		const idea = triaged({
			elements: [element({ strandId: null, routes: ['REPRESENTATION'] })],
			strands: []
		}).slice(0, 1);
		const wanted = { answerWanted: 'idea' } as const;
		const council = { ...pull('2026-06-09').council, answerIdeaWorkingDays: 10 };
		const tasks = (more: Partial<PulledCase>) =>
			tasksOf(
				factsOf(pulledCase([received(), ...idea], more), pull('2026-06-09', { council }))
			).map(({ row }) => row);
		expect(tasks(wanted)).toMatchObject([
			{ task: 'Answer their idea or question', due: { on: '2026-06-15' } }
		]);
		const message = {
			messageId: 'message-1',
			direction: 'toComplainant',
			state: 'sent',
			words: null,
			authorId: SAM,
			sentAt: '2026-06-09T10:00:00Z',
			readAt: null,
			replyByOn: null,
			notUnderstoodAt: null
		} as const;
		expect(tasks({ ...wanted, messages: [message] })).toEqual([]);
		expect(tasks({})).toEqual([]);
		// That we have it, what the clock writes, and what went before the route was decided.
		const noAnswer: Partial<PulledMessage>[] = [
			{ isLetter: true },
			{ authorId: null },
			{ sentAt: '2026-06-01T10:00:00Z' },
			{ party: 'helper' }
		];
		for (const one of noAnswer) {
			expect(tasks({ ...wanted, messages: [{ ...message, ...one }] })).toHaveLength(1);
		}
	});

	/** Read as an idea or a thank-you, in no procedure; and what was done about it since. */
	const readAs = (route: 'REPRESENTATION' | 'COMPLIMENT', ...done: WayDealtWith[]) => [
		received(),
		...triaged({
			elements: [element({ strandId: null, routes: [route] })],
			strands: []
		}).slice(0, 1),
		...done.map((how): ComplaintEvent => ({
			type: 'contactDealtWith',
			dealtWithOn: '2026-06-03',
			how
		}))
	];

	it('is done for an idea that was answered by letter, telephone or in person', () => {
		const wanted = { answerWanted: 'idea' } as const;
		const tasks = (...done: WayDealtWith[]) =>
			tasksOn('2026-06-09', readAs('REPRESENTATION', ...done), wanted).map(({ task }) => task);
		expect(tasks()).toEqual(['Answer their idea or question']);
		expect(tasks('passedOn')).toEqual(['Answer their idea or question']);
		for (const how of ['answeredByLetter', 'answeredByPhone', 'answeredInPerson'] as const) {
			expect(tasks(how)).toEqual([]);
		}
	});

	it('is to pass on a thank-you, by the day that was promised, whether or not they want a reply', () => {
		const council = { ...pull('2026-06-09').council, passOnThanksWorkingDays: 5 };
		const tasks = (done: WayDealtWith[], more: Partial<PulledCase> = {}) =>
			tasksOf(
				factsOf(pulledCase(readAs('COMPLIMENT', ...done), more), pull('2026-06-09', { council }))
			).map(({ row }) => row);
		expect(tasks([])).toMatchObject([
			{
				task: 'Pass on their thank-you',
				due: { on: '2026-06-08' },
				href: '/staff/case/case-jay/act/dealtWith'
			}
		]);
		expect(tasks(['passedOn'])).toEqual([]);
		const replied = tasks(['passedOn'], { answerWanted: 'thanks' });
		expect(replied.map(({ task }) => task)).toEqual(['Reply to their thank-you']);
	});

	const OR_EXTEND = 'Send the answer, or take more time in writing';
	test.each<[PlainDate, string, string, string]>([
		['2026-06-04', '7 days left', 'of 10, 7 left', OR_EXTEND],
		// The Monday after a Friday is one working day off, but not tomorrow.
		['2026-06-12', '1 day left', 'of 10, 1 left', OR_EXTEND],
		['2026-06-15', 'Due today', 'of 10, last day', OR_EXTEND],
		['2026-06-17', '2 days late', 'of 10', 'Send the answer']
	])('is the answer by Monday 15 June, which on %s is "%s"', (today, due, count, task) => {
		const [row] = tasksOn(today, open);
		expect(row).toMatchObject({
			task,
			due: { words: due, on: '2026-06-15' },
			clock: { kind: 'counted', rest: count }
		});
		expect(plain(row?.due.date)).toBe('Mon 15 Jun');
	});

	it('is to ask the provider while the clock waits for an advocate', () => {
		const rows = tasksOn('2026-06-10', [...open, advocateAsked('2026-06-08')]);
		expect(rows.map(({ task }) => task)).toContain('Ask the provider who the advocate is');
		expect(rows.some(({ clock }) => clock?.kind === 'counted')).toBe(false);
	});

	it('is to see that a promise is kept, once the answer went', () => {
		const rows = tasksOn('2026-06-16', [...open, responded()], { promises: [PROMISE] });
		expect(rows.find(({ id }) => id === 'promise-visit')).toMatchObject({
			task: 'See that the promise is kept',
			due: { words: '2 days left' },
			clock: { kind: 'words' }
		});
	});

	it('is to read what they wrote, where nothing else is to do', () => {
		const message = {
			messageId: 'message-1',
			direction: 'fromComplainant' as const,
			state: 'sent' as const,
			words: 'Thank you',
			authorId: null,
			sentAt: '2026-06-16T15:00:00Z',
			readAt: null,
			replyByOn: null,
			notUnderstoodAt: null
		};
		const ended: ComplaintEvent[] = [
			...open,
			responded(),
			{
				type: 'strandClosed',
				strandId: 'strand-care',
				closedOn: '2026-06-16',
				reason: 'answeredAndContent'
			}
		];
		expect(tasksOn('2026-06-17', ended, { messages: [message] })).toMatchObject([
			{ task: 'Read what Jay wrote', unread: 1, due: { words: 'Due today' } }
		]);
		expect(tasksOn('2026-06-17', ended)).toEqual([]);
	});

	it('is not the route for a team manager, who answers only', () => {
		const asMo = (events: readonly ComplaintEvent[]) =>
			tasksOf(factsOf(pulledCase(events), pullAs('teamManager', '2026-06-04')));
		expect(asMo([received()])).toEqual([]);
		expect(asMo(open).map(({ row }) => row.task)).toEqual([
			'Send the answer, or take more time in writing'
		]);
	});

	it('is to read an answer that waits, but never one they wrote themselves', () => {
		const waits = (writers: readonly string[], secondPersonId: string | null) => ({
			strandId: 'strand-care',
			state: 'waitingForRelease' as const,
			version: 1,
			writtenBy: MO,
			writers,
			savedAt: '2026-06-10T09:00:00Z',
			secondPersonId,
			releaseAskedAt: '2026-06-10T09:00:00Z',
			releasedBy: null,
			sentAt: null,
			openedAt: null,
			notUnderstoodAt: null,
			reply: null
		});
		const read = 'Read the answer, and let it go or send it back';
		const tasks = (writers: readonly string[], asked: string | null) =>
			tasksOn('2026-06-10', open, { answers: [waits(writers, asked)] }).map(({ task }) => task);
		expect(tasks([MO], SAM)).toContain(read);
		expect(tasks([MO], null)).toContain(read);
		expect(tasks([MO], PRIYA)).not.toContain(read);
		expect(tasks([MO, SAM], SAM)).not.toContain(read);
	});
});

describe('a case past day 20 whose complainant agreed to wait', () => {
	const waiting = [...open, extended(), told(), waitAgreed('2026-07-08')];
	const rowOn = (today: PlainDate) => {
		const cases = [pulledCase(waiting)];
		const { groups } = todayView({ pull: pull(today, { cases }), cases }, false);
		return groups.map(({ id, rows }) => [
			id,
			rows.map(({ stage, clock, due }) => [stage, clock?.kind, due.state])
		]);
	};

	it('is not late until that day is over, and is overdue from the working day after', () => {
		expect(rowOn('2026-07-02')).toEqual([
			['later', [['Stage 1, waiting as agreed', 'words', 'later']]]
		]);
		expect(rowOn('2026-07-09')).toEqual([['late', [['Stage 1, overdue', 'counted', 'late']]]]);
	});

	it('is said to wait in the list of cases as well, and closed only where there was a procedure', () => {
		const listed: ListedCase = {
			complaintId: 'case-jay',
			reference: '26-0203',
			calledName: 'Jay',
			receivedOn: '2026-06-01',
			phase: 'triaged',
			standing: 'open',
			stage: 'stage1Overdue',
			nextDueOn: '2026-07-08',
			endedOn: null,
			officerId: SAM,
			responderId: null,
			teamId: null
		};
		const waits = { waitsUntilOn: '2026-07-08' } as const;
		const stageOn = (today: PlainDate, more: Partial<ListedCase> = waits) => {
			const cases = [{ ...listed, ...more }];
			const page = { cases, count: 1, hasMoreThanCounted: false, before: null, after: null };
			return listedRows(page, pull(today))[0]?.stage;
		};
		expect(stageOn('2026-07-08')).toBe('Stage 1, waiting as agreed');
		expect(stageOn('2026-07-09')).toBe('Stage 1, overdue');
		expect(stageOn('2026-07-02', {})).toBe('Stage 1, overdue');
		const passedOn = { standing: 'ended', stage: null, nextDueOn: null } as const;
		const page = { count: 1, hasMoreThanCounted: false, before: null, after: null };
		const cases = [{ ...listed, ...passedOn, endedOn: '2026-06-02' } as const];
		expect(listedRows({ ...page, cases }, pull('2026-07-02'))).toMatchObject([
			{ stage: 'Passed on, no procedure of ours', standing: 'No date runs' }
		]);
	});
});

describe('a full answer that waits for a second person', () => {
	const strandId = 'strand-care';
	const waits = (facts: Partial<PulledFullAnswer> = {}): PulledFullAnswer => ({
		strandId,
		stage: 2,
		state: 'waitingForRelease',
		writtenBy: MO,
		writers: [MO],
		secondPersonId: SAM,
		...facts
	});
	const READ = 'Read the stage 2 answer, and let it go or send it back';
	/** What Sam, a complaints manager, has on Today of a case that Priya has. */
	const todayOf = (fullAnswer: PulledFullAnswer, more: Partial<Pull> = {}) => {
		const mine = { ...pullAs('complaintsManager', '2026-09-15'), ...more };
		const pulled = pulledCase([...open, responded(), stage2Requested()], {
			officerId: PRIYA,
			fullAnswers: [fullAnswer]
		});
		return todayView({ pull: mine, cases: [pulled] }, false)
			.groups.flatMap(({ rows }) => rows)
			.map(({ task, href }) => [task, href]);
	};

	it('stands on the Today of whoever was asked, whoever has the case, and nothing else of it', () => {
		expect(todayOf(waits())).toEqual([[READ, '/staff/case/case-jay/full-answer/2/strand-care']]);
		expect(todayOf(waits({ stage: 3 }))).toEqual([
			[
				'Read the stage 3 response, and let it go or send it back',
				'/staff/case/case-jay/full-answer/3/strand-care'
			]
		]);
	});

	it('never on that of one who prepared any of it, or who was not asked', () => {
		expect(todayOf(waits({ writers: [MO, SAM] }))).toEqual([]);
		expect(todayOf(waits({ secondPersonId: PRIYA }))).toEqual([]);
		expect(todayOf(waits({ state: 'sent' }))).toEqual([]);
	});

	it('only on that of one who may release it', () => {
		const officer = pullAs('complaintsOfficer', '2026-09-15').me;
		expect(todayOf(waits(), { me: officer })).toEqual([]);
	});

	it('goes to whoever covers for the one who was asked', () => {
		const cover = {
			coverId: 'cover',
			absentId: PRIYA,
			coveringId: SAM,
			fromOn: '2026-09-14' as PlainDate,
			toOn: '2026-09-18' as PlainDate
		};
		const tasks = todayOf(waits({ secondPersonId: PRIYA }), { cover: [cover] });
		expect(tasks.map(([task]) => task)).toContain(READ);
	});

	it('stands with its writer again once it was sent back', () => {
		const back = waits({ state: 'sentBack', writtenBy: SAM, writers: [SAM], secondPersonId: null });
		expect(todayOf(back).map(([task]) => task)).toEqual([
			'Put the stage 2 answer right: it was sent back'
		]);
	});
});

describe('what somebody promised to do', () => {
	it('stands on their Today, whoever has the case', () => {
		const promises = [
			{ ...PROMISE, ownerId: SAM },
			{ ...PROMISE, promiseId: 'elses', ownerId: PRIYA }
		];
		const pulled = pulledCase([...open, responded()], { officerId: PRIYA, promises });
		const view = todayView({ pull: pull('2026-06-16'), cases: [pulled] }, false);
		expect(view.groups.flatMap(({ rows }) => rows).map(({ id }) => id)).toEqual(['promise-visit']);
	});
});

describe('the reminders on Today', () => {
	const reminder = (facts: Partial<PulledReminder>): PulledReminder => ({
		complaintId: 'case-jay',
		aboutId: 'promise-visit',
		clock: 'action',
		kind: 'nearlyDue',
		dueOn: '2026-06-18',
		sentAt: '2026-06-16T07:00:00Z',
		...facts
	});
	const rows = (promises: PulledCase['promises']) =>
		reminderRows({
			pull: pull('2026-06-16', { reminders: [reminder({}), reminder({ aboutId: 'elses' })] }),
			cases: [pulledCase([...open, responded()], { promises })]
		});

	it('show a promise until it is kept, with the way to it', () => {
		expect(rows([PROMISE])).toMatchObject([{ href: '/staff/case/case-jay/promises' }]);
		expect(plain(rows([PROMISE])[0]?.what)).toContain('near its end, Thu 18 Jun');
		expect(rows([{ ...PROMISE, doneOn: '2026-06-16' }])).toEqual([]);
	});
});

describe('Today', () => {
	const cases = [
		pulledCase(open, { complaintId: 'late', calledName: 'Ash' }),
		pulledCase([received({ receivedOn: '2026-06-16' })], {
			complaintId: 'new',
			calledName: 'Bo',
			officerId: null
		}),
		pulledCase(open, { complaintId: 'hers', calledName: 'Cy', officerId: PRIYA })
	];

	it('has what is late first, then what is due today, each under its heading', () => {
		const view = todayView({ pull: pull('2026-06-17'), cases }, false);
		expect(view.groups.map(({ title, rows }) => [title, rows.map(({ name }) => name)])).toEqual([
			['Late', ['Ash']],
			['Today', ['Bo']]
		]);
	});

	it('leaves out what others have, unless one asks for it', () => {
		const names = (everyones: boolean) =>
			todayView({ pull: pull('2026-06-17'), cases }, everyones)
				.groups.flatMap(({ rows }) => rows)
				.map(({ name }) => name);
		expect(names(false)).not.toContain('Cy');
		expect(names(true)).toContain('Cy');
	});

	it('shows 25 rows at most, and counts the rest', () => {
		const many = Array.from({ length: 30 }, (_, place) =>
			pulledCase(open, { complaintId: `case-${place}` })
		);
		const view = todayView({ pull: pull('2026-06-10'), cases: many }, false);
		expect(view).toMatchObject({ count: 30, left: 5 });
		expect(view.groups.flatMap(({ rows }) => rows)).toHaveLength(25);
	});

	it('keeps what was told of stage 2 late: the answer is still owed', () => {
		const rows = tasksOn('2026-06-30', [...open, told()]);
		expect(rows.map(({ task }) => task)).toContain('Send the answer');
	});
});

describe('promises', () => {
	it('stand open ones first, then those that were done, with the day', () => {
		const done = { ...PROMISE, promiseId: 'done', doneOn: '2026-06-14' as PlainDate };
		const later = {
			...PROMISE,
			promiseId: 'later',
			dueOn: '2026-07-01' as PlainDate,
			what: null
		};
		const shown = promisesOf(
			factsOn('2026-06-16', [...open, responded()], { promises: [done, later, PROMISE] })
		);
		expect(shown.map(({ id, what }) => [id, what])).toEqual([
			['promise-visit', 'Visit Jay'],
			['later', 'Erased'],
			['done', 'Visit Jay']
		]);
		expect(plain(shown[2]?.done)).toBe('Done Sun 14 Jun');
	});
});
