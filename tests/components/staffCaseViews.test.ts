import { describe, expect, it, test } from 'vitest';
import {
	alertPanel,
	sayNotDone,
	type OpenedAlert
} from '#lib/components/staff/views/alertPanel.ts';
import { momentWords, openAlerts, stepWords } from '#lib/components/staff/views/alerts.ts';
import {
	advocateCard,
	clockCard,
	consentCard,
	headTags,
	partStates
} from '#lib/components/staff/views/caseHead.ts';
import type { Phrase, Words } from '#lib/components/staff/Sentence.svelte';
import { ALL_CASES, caseRows } from '#lib/components/staff/views/caseRows.ts';
import { noteKind, noteText, SPOKE_TO_THEM } from '#lib/components/staff/views/note.ts';
import { pageOf } from '#lib/components/staff/views/pageOf.ts';
import { safeContactView, safeLine } from '#lib/components/staff/views/safeContact.ts';
import { happeningsOf } from '#lib/components/staff/views/timeline.ts';
import type { ComplaintEvent } from '#lib/domain/complaint/events.ts';
import type { PulledAlert, PulledSafeContact } from '#lib/wire/sync.ts';
import {
	advocateAppointed,
	advocateAsked,
	extended,
	received,
	responded,
	STRAND,
	TEXT,
	told,
	triaged,
	waitAgreed
} from '../support/complaintHistory.ts';
import { factsOn, MO, plain, pull, pulledCase } from '../support/pulledCase.ts';

const open: ComplaintEvent[] = [received(), ...triaged()];
const text = (textId: string, kind: string, words: string | null) => ({
	textId,
	kind,
	words,
	authorKind: 'staff' as const,
	authorId: MO,
	writtenAt: '2026-06-03T15:05:00Z'
});

const saidOf = (word: Phrase) =>
	typeof word === 'string' ? word : 'strong' in word ? word.strong : word.text;

/** A sentence whole, whatever in it is strong or a link. */
const saidIn = (words: Words | undefined) =>
	plain(typeof words === 'string' ? words : (words ?? []).map((word) => saidOf(word)).join(''));

describe('the head of a case', () => {
	it('says where it stands and who complains; a child who is not safe stands out', () => {
		const facts = {
			pickedSubjects: [],
			wishes: [],
			toldHow: 'type',
			safetyAnswer: 'no',
			wantsAdvocate: null,
			changesComing: []
		};
		const tags = headTags(factsOn('2026-06-04', open, { facts }));
		expect(tags.map(({ words }) => words)).toEqual([
			'Stage 1',
			'Child we look after',
			expect.stringMatching(/safe/i)
		]);
		expect(tags[2]?.tone).toBe('clay');
	});

	it('says which interpreter to call with, and names a language that was typed', () => {
		const said = (language: string, words: string | null = null) =>
			headTags(
				factsOn('2026-06-04', open, {
					facts: {
						pickedSubjects: [],
						wishes: [],
						toldHow: 'language',
						safetyAnswer: null,
						wantsAdvocate: null,
						changesComing: [],
						further: { language }
					},
					texts: words === null ? [] : [text('text-1', 'languageNamed', words)]
				})
			).at(-1)?.words;
		expect(said('ti')).toBe('Speaks Tigrinya: call with an interpreter');
		expect(said('bsl')).toBe('Uses British Sign Language: video call with an interpreter');
		expect(said('other', 'Somali')).toBe(
			'Speaks another language (Somali): call with an interpreter'
		);
		expect(said('other')).toBe('Speaks another language: ask which, then call with an interpreter');
	});

	it('counts the days, and says what more time would mean', () => {
		const card = clockCard(factsOn('2026-06-10', open));
		expect(plain(card.line)).toBe('Mon 15 Jun, day 7 of 10');
		expect(card.next).toEqual([
			'Extend in writing by Mon\u00a015\u00a0Jun and it can run to ',
			{ strong: 'Mon\u00a029\u00a0Jun' },
			'.'
		]);
	});

	it('says no more of more time once it was taken', () => {
		const card = clockCard(factsOn('2026-06-16', [...open, extended()]));
		expect(plain(card.line)).toBe('Mon 29 Jun, day 11 of 20');
		expect(card.next).toBeUndefined();
	});

	it('counts the days left to the date shown while they agreed to wait', () => {
		const waiting = [...open, extended(), told(), waitAgreed('2026-07-08')];
		const facts = factsOn('2026-07-02', waiting);
		const card = clockCard(facts);
		expect(plain(card.line)).toBe('Wed 8 Jul');
		expect(card).toMatchObject({ due: { words: '4 days left' }, days: { day: 23, limit: 27 } });
		expect(saidIn(card.next)).toBe(
			'Waits until Wed 8 Jul, because they agreed to wait. The limit is still Mon 29 Jun.'
		);
		expect(headTags(facts)[0]?.words).toBe('Stage 1, waiting as agreed');

		const past = factsOn('2026-07-09', waiting);
		expect(clockCard(past)).toMatchObject({ due: { words: '1 day late' } });
		expect(clockCard(past).next).toBeUndefined();
		expect(headTags(past)[0]?.words).toBe('Stage 1, overdue');
	});

	it('says that it waits for talks, and counts the days left to the date shown', () => {
		const talks: ComplaintEvent = {
			type: 'adrStarted',
			strandId: STRAND,
			adrId: 'talks-1',
			kind: 'mediation',
			agreedOn: '2026-06-05',
			pausesUntilOn: '2026-06-19'
		};
		const card = clockCard(factsOn('2026-06-10', [...open, talks]));
		// Ten working days of talks: day 10 moves from Mon 15 Jun to Mon 29 Jun.
		expect(plain(card.line)).toBe('Mon 29 Jun');
		expect(card).toMatchObject({ due: { words: '13 days left' }, days: { day: 7, limit: 20 } });
		expect(saidIn(card.next)).toBe(
			'Waits until Fri 19 Jun, because they agreed in writing to talk first.'
		);
		const after = clockCard(factsOn('2026-06-22', [...open, talks]));
		expect(plain(after.line)).toBe('Mon 29 Jun, day 5 of 10');
		expect(after.due?.words).toBe('5 days left');
	});

	it('says once that it is late', () => {
		const card = clockCard(factsOn('2026-06-17', open));
		expect(card.heading).toBe('Stage 1 clock');
		expect(plain(card.line)).toBe('Mon 15 Jun');
		expect(card.due?.words).toBe('2 days late');
	});

	it('says that it waits for an advocate, and goes on once there is one', () => {
		const asked = [...open, advocateAsked('2026-06-08')];
		expect(clockCard(factsOn('2026-06-10', asked)).line).toBe('Paused: waiting for an advocate');
		const card = advocateCard(factsOn('2026-06-10', asked));
		expect(plain(card.line)).toBe('Asked for Mon 8 Jun');
		expect(card).toMatchObject({
			sentences: ['No answer from NYAS is written down yet.', 'Stage 1 waits until there is one.']
		});
		const found = [...asked, advocateAppointed('2026-06-11')];
		expect(plain(advocateCard(factsOn('2026-06-12', found)).line)).toBe('Has one since Thu 11 Jun');
		expect(plain(clockCard(factsOn('2026-06-12', found)).line)).toMatch(/day \d+ of 10$/);
	});

	it('asks what the child agrees to, where somebody else told us', () => {
		const byHelper = [received({ madeBy: 'helper' }), ...triaged()];
		expect(consentCard(factsOn('2026-06-04', byHelper))).toMatchObject({
			line: 'Told by a helper',
			sentences: ['Ask the child what they agree to, and record it.']
		});
		expect(consentCard(factsOn('2026-06-04', open)).line).toBe('They told us themselves');
	});

	it('shows each part with its answer, in the words that the child reads', () => {
		const texts = [text(TEXT, 'elementTitle', 'Moved without being told')];
		expect(partStates(factsOn('2026-06-04', open, { texts }))).toMatchObject({
			count: '0 of 1 answered',
			parts: [{ number: 1, title: 'Moved without being told', state: 'Stage 1', done: false }]
		});
		expect(partStates(factsOn('2026-06-16', [...open, responded()], { texts }))).toMatchObject({
			count: '1 of 1 answered',
			parts: [{ state: 'Answered: we do not agree', done: true }]
		});
	});
});

describe('how to reach somebody safely', () => {
	const way = (more: Partial<PulledSafeContact>): PulledSafeContact => ({
		channel: 'code',
		isAllowed: true,
		whoCanSee: null,
		voicemailAllowed: null,
		goodTimes: [],
		checkedOn: null,
		...more
	});

	it('says the way first, then everything never to do', () => {
		const view = safeContactView([
			way({}),
			way({
				channel: 'telephone',
				whoCanSee: 'others',
				voicemailAllowed: false,
				goodTimes: ['evening']
			})
		]);
		expect(view.ways).toEqual([
			{ by: 'Phone call, in the evening.', mind: 'Others can see the phone. Leave no voicemail.' }
		]);
		expect(view.doNots).toEqual(['Do not text.', 'Do not e-mail.', 'Do not write letters.']);
	});

	it('says of each way by itself what to mind in it', () => {
		const view = safeContactView([
			way({ channel: 'textMessage', whoCanSee: 'others', goodTimes: ['evening'] }),
			way({ channel: 'email', whoCanSee: 'notSure' }),
			way({ channel: 'telephone', whoCanSee: 'justMe', voicemailAllowed: true }),
			way({ channel: 'trustedPerson' })
		]);
		expect(view.ways).toEqual([
			{ by: 'Text message, in the evening.', mind: 'Others can see the phone.' },
			{ by: 'E-mail.', mind: 'Others may see the e-mails.' },
			{ by: 'Phone call.', mind: '' },
			{ by: 'Through a person they trust.', mind: '' }
		]);
		expect(safeLine(view)).toBe(
			'Text message, in the evening. Others can see the phone. E-mail. Others may see the e-mails. Phone call. Through a person they trust.'
		);
	});

	it('counts what nobody asked about as not allowed', () => {
		expect(safeContactView([way({})])).toMatchObject({
			ways: [{ by: 'Messages here, read with the six words.' }],
			doNots: ['Do not text.', 'Do not ring.', 'Do not e-mail.', 'Do not write letters.']
		});
	});

	it('promises no six words to somebody who only spoke to us', () => {
		expect(safeContactView([]).ways).toEqual([
			{ by: 'No safe way known yet. Ask before you write or ring.', mind: '' }
		]);
	});

	it('says whether anybody asked, and when it was checked', () => {
		const ring = way({ channel: 'telephone' });
		expect(safeContactView([]).checked).toBe('Nobody has asked yet.');
		expect(safeContactView([way({})]).checked).toBe(
			'They gave no other way. Ask when you write or speak.'
		);
		expect(safeContactView([ring]).checked).toBe('As they told us. Check it when you speak.');
		const checked = safeContactView([{ ...ring, checkedOn: '2026-06-08' }]).checked;
		expect(plain(checked)).toBe('Checked with them Mon 8 Jun');
	});
});

describe('the timeline', () => {
	it('has the newest first, and stands on the day it happened', () => {
		const shown = happeningsOf(
			factsOn('2026-06-16', [...open, extended()], {
				texts: [text('note-1', 'spokenTo', 'Jay is glad to wait.')]
			})
		);
		expect(shown.map(({ title }) => plain(title))).toEqual([
			'More time at stage 1, told Fri 12 Jun 2026. The complaint is complex. Their view: agrees',
			'Spoken to: Jay is glad to wait.',
			'Route decided for one part',
			'Day 0. Received Mon 1 Jun 2026: website'
		]);
		expect(shown.map(({ byline }) => byline)).toEqual([
			'Sam.',
			'Mo',
			'Sam. Spoken to: yes.',
			'Jay.'
		]);
	});

	it('says that words were erased, and that a message waits', () => {
		const shown = happeningsOf(
			factsOn('2026-06-16', open, {
				texts: [text('note-1', 'note', null)],
				messages: [
					{
						messageId: 'message-1',
						direction: 'toComplainant',
						state: 'waitingForSecondPerson',
						words: 'Ring Joan',
						authorId: MO,
						sentAt: '2026-06-10T09:00:00Z',
						readAt: null,
						replyByOn: null,
						notUnderstoodAt: null
					}
				]
			})
		);
		const titles = shown.map(({ title }) => title);
		expect(titles).toContain('Note: erased');
		expect(titles).toContain('A message that waits for a second person');
	});
});

describe('a safety alert', () => {
	const alert: PulledAlert = {
		alertId: 'alert-1',
		complaintId: 'case-jay',
		answer: 'no',
		raisedAt: '2026-06-09T08:05:00Z',
		takenBy: null,
		takenAt: null,
		closedAt: null,
		hasNumber: true,
		steps: []
	};

	it('says what the child said, and that no one is on it', () => {
		const office = pull('2026-06-10', { alerts: [alert] });
		expect(openAlerts(office, [pulledCase(open)])).toMatchObject([
			{
				said: 'Jay said “No” to “Are you safe right now?”',
				state: expect.stringContaining('No one is on it yet.')
			}
		]);
	});

	it('says who took it and on which day, where that was not today', () => {
		const taken = { ...alert, takenBy: MO, takenAt: '2026-06-09T08:10:00Z' };
		const [shown] = openAlerts(pull('2026-06-10', { alerts: [taken] }), []);
		expect(plain(shown?.state)).toContain('Mo took it Tue 9 Jun, 9.10am.');
		const [sameDay] = openAlerts(pull('2026-06-09', { alerts: [taken] }), []);
		expect(plain(sameDay?.state)).toContain('Mo took it at 9.10am today.');
	});

	it('offers the number, and whether a message may be left', () => {
		const opened = {
			...alert,
			about: null,
			toldTo: null,
			contact: { telephone: '07700 900 982', goodTime: 'now', mayLeaveMessage: false },
			steps: []
		};
		const panel = alertPanel(opened, pull('2026-06-09'), []);
		expect(panel).toMatchObject({ callHref: 'tel:07700900982', free: true });
		expect(panel.reach.map(({ text }) => plain(text))).toEqual([
			'07700 900 982',
			'Now',
			'Leave no message'
		]);
	});

	const about = {
		reference: '26-0203',
		officerId: MO,
		mayOpen: false,
		teamTelephone: '01632 960 001'
	};
	const panelOf = (more: Partial<NonNullable<OpenedAlert['about']>> | null) =>
		alertPanel(
			{ ...alert, about: more && { ...about, ...more }, toldTo: null, contact: null, steps: [] },
			pull('2026-06-09'),
			[pulledCase(open)]
		);

	it('leads whoever may open the case to it, and tells others whom to ring', () => {
		expect(panelOf({ mayOpen: true })).toMatchObject({
			caseLink: { href: '/staff/case/case-jay', words: 'Open the case of Jay, 26-0203' }
		});
		const { ask, caseLink } = panelOf({});
		expect(caseLink).toBeUndefined();
		expect(saidIn(ask)).toBe(
			'Case 26-0203. You cannot open it. Mo has it. Ring Mo or the complaints team: 01632 960 001.'
		);
		expect(saidIn(panelOf({ officerId: null, teamTelephone: '' }).ask)).toBe(
			'Case 26-0203. You cannot open it. Nobody has it yet. Ask somebody in the complaints team.'
		);
		expect(saidIn(panelOf(null).ask)).toBe(
			'They have not sent anything yet, so there is no case to look in.'
		);
	});

	it('says who was told by name, and duty only where nobody is named', () => {
		const at = '2026-06-09T08:05:00Z';
		const office = pull('2026-06-09');
		expect(stepWords({ what: 'told', staffId: MO }, office)).toBe('Mo was told');
		expect(stepWords({ what: 'told', staffId: null }, office)).toBe('Duty was told');
		expect(momentWords(at, office)).toBe('9.05am today');
	});

	it('says who was first', () => {
		expect(sayNotDone({ because: 'alreadyTaken', takenBy: MO }, pull('2026-06-09'))).toBe(
			'Mo took it before you. Ask them, or note a call.'
		);
		expect(sayNotDone(null, null)).toContain('ring the duty team');
	});
});

describe('lists of cases', () => {
	const cases = [
		pulledCase(open, { complaintId: 'a', reference: '26-0001', calledName: 'Ash' }),
		pulledCase([received()], { complaintId: 'b', reference: '26-0002', officerId: null })
	];
	const found = (more: Partial<typeof ALL_CASES>) =>
		caseRows({ pull: pull('2026-06-04'), cases }, { ...ALL_CASES, ...more }).map(({ id }) => id);

	test.each([
		['a name, in any case', { words: 'ASH' }, ['a']],
		['a number', { words: '0002' }, ['b']],
		['a name and a number of two cases', { words: 'ash 0002' }, []],
		['whose nobody has', { who: 'nobody' as const }, ['b']],
		['mine', { who: 'mine' as const }, ['a']],
		['new', { standing: 'new' as const }, ['b']],
		['open', { standing: 'open' as const }, ['a']],
		['ended', { standing: 'ended' as const }, []]
	])('are narrowed to %s', (_what, filter, ids) => {
		expect(found(filter)).toEqual(ids);
	});

	it('are read 25 a page, and an address past the end gives the last', () => {
		const many = Array.from({ length: 26 }, (_, place) =>
			pulledCase(open, { complaintId: `case-${place}` })
		);
		const rows = caseRows({ pull: pull('2026-06-04'), cases: many }, ALL_CASES);
		const page = (search: string) => pageOf(rows, new URL(`http://localhost/staff/cases${search}`));
		expect(page('')).toMatchObject({ count: '1 to 25 of 26', next: '/staff/cases?page=2' });
		expect(page('?page=9')).toMatchObject({ count: '26 to 26 of 26', next: undefined });
		expect(page('?page=none').count).toBe('1 to 25 of 26');
	});
});

describe('a note', () => {
	it('keeps the day it is about, and whom somebody spoke to', () => {
		const note = { text: ' Joan rang. ', happenedOn: '2026-06-08' };
		expect(plain(noteText({ ...note, kind: 'Spoke to somebody' }))).toBe(
			'Spoke to somebody, Monday 8 June 2026. Joan rang.'
		);
		expect(plain(noteText({ ...note, kind: SPOKE_TO_THEM }))).toBe(
			'Monday 8 June 2026. Joan rang.'
		);
		expect(noteKind({ ...note, kind: SPOKE_TO_THEM })).toBe('spokenTo');
		expect(noteKind({ ...note, kind: 'Note' })).toBe('note');
	});
});
