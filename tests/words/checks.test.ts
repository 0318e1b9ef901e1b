import { describe, expect, it, test } from 'vitest';
import { checkWords } from '#lib/words/checks.ts';
import { findAddresses } from '#lib/words/addressGuard.ts';
import { findSwaps } from '#lib/words/findSwaps.ts';
import { SWAPS } from '#lib/words/swapList.ts';

const PLAIN =
	'You were right. You should have been told before you moved. We are sorry. Mo will meet you and say what happened.';

describe('words that are not sent to a child', () => {
	test.each([
		['You will not be asked to change placement again.', 'placement', 'home'],
		['Your Placement broke down.', 'Placement', 'home'],
		['You asked about contact with your mum.', 'contact with', 'time with your family'],
		['Contact\nwith Dad is on Saturday.', 'Contact\nwith', 'time with your family'],
		['Your contact is on Saturday.', 'Your contact', 'time with your family'],
		['It was a supervised contact.', 'supervised contact', 'time with your family'],
		['You and your siblings', 'siblings', 'brothers and sisters'],
		['Respite with Joan', 'Respite', 'a short stay with'],
		['As a care leaver, you can', 'care leaver', 'care experienced'],
		['Your birth mother said', 'birth mother', 'Mum'],
		['Your complaint was upheld.', 'upheld', 'we agree'],
		['The allegation about Joan', 'allegation', 'what you told us'],
		['The complainant said', 'complainant', '(their name)'],
		['This is our procedure.', 'procedure', 'steps'],
		['We can signpost you.', 'signpost', 'tell you who can help'],
		['The timescale is ten days.', 'timescale', 'date'],
		['You can escalate this.', 'escalate', 'ask someone new'],
		['At the end of the journey', 'the journey', 'your time in care'],
		['The local authority decided', 'local authority', 'the council'],
		['It is a residential-unit.', 'residential-unit', 'where you live']
	])('%j: "%s" goes, say "%s"', (text, found, say) => {
		const [first, ...more] = findSwaps(text, 'child');
		expect(first?.found).toBe(found);
		expect(first?.say).toContain(say);
		expect(text.slice(first?.start, first?.end)).toBe(found);
		expect(more).toEqual([]);
	});

	test.each([
		['You can ask them to contact me.', 'the verb'],
		['We will contact you by Friday.', 'the verb'],
		['How can we contact you?', 'the verb'],
		['The bus journey to school takes an hour.', 'a trip'],
		['Your gran told us about this.', 'a person'],
		['The place where you live', 'place is not placement'],
		['She has a replacement bag.', 'a part of another word'],
		['You and lac insects', 'letters not in capitals'],
		['We had mash and peas.', 'letters not in capitals'],
		['A pep talk', 'letters not in capitals'],
		['Your complaint is not lost.', 'complaint is a plain word'],
		['Amy is from the child protection team.', 'the name of a team'],
		['You can ask someone new to look (stage 2).', 'the stage'],
		['That was holding you up, held up by rain.', 'held up']
	])('%j stays: %s', (text) => {
		expect(findSwaps(text, 'child')).toEqual([]);
	});

	it('takes the longest of two that overlap', () => {
		expect(findSwaps('This was not upheld. That was partially upheld.', 'child')).toEqual([
			{
				found: 'not upheld',
				start: 9,
				end: 19,
				say: 'we do not agree',
				swapWith: 'we do not agree'
			},
			{
				found: 'partially upheld',
				start: 30,
				end: 46,
				say: 'we agree with some of it',
				swapWith: 'we agree with some of it'
			}
		]);
	});

	it('finds each of several, in order', () => {
		const text = 'Unfortunately your placement and your siblings';
		expect(findSwaps(text, 'child').map(({ found }) => found)).toEqual([
			'Unfortunately',
			'placement',
			'siblings'
		]);
	});

	it('offers to put in words only where they fit as they stand', () => {
		const swaps = findSwaps('Unfortunately the complainant left the placement.', 'child');
		expect(swaps.map(({ swapWith }) => swapWith)).toEqual(['', null, 'home']);
	});

	it('reads curly apostrophes and spaces that do not break', () => {
		expect(findSwaps('Don’t hesitate to call.', 'child')[0]?.found).toBe('Don’t hesitate');
		expect(findSwaps('contact\u00a0with Mum', 'child')[0]?.found).toBe('contact\u00a0with');
	});
});

describe('words that are not sent to an adult', () => {
	test.each([
		['The kids were moved.', 'kids'],
		['He absconded twice.', 'absconded'],
		['This LAC review', 'LAC'],
		['her challenging behaviour', 'challenging behaviour'],
		['Unfortunately we cannot.', 'Unfortunately'],
		['We will write in due course.', 'in due course'],
		['We are sorry you feel that way.', 'sorry you feel'],
		['She refused to engage.', 'refused to engage']
	])('%j: "%s" goes', (text, found) => {
		expect(findSwaps(text, 'adult').map((swap) => swap.found)).toEqual([found]);
	});

	it('leaves an adult the terms of the procedure', () => {
		const text =
			'The complainant’s point about the placement was not upheld; the procedure allows stage 2.';
		expect(findSwaps(text, 'adult')).toEqual([]);
	});
});

describe('the swap list', () => {
	it('holds the whole of the starter list', () => {
		const starter =
			'placement|contact with|siblings|LAC|CLA|UASC|respite|abscond|challenging behaviour|care leaver|birth parents|upheld|not upheld|partially upheld|allegation|complainant|procedure|signpost|timescale|escalate|in due course|unfortunately|please be advised|at this time|the journey|alleged|kids|your placement';
		for (const phrase of starter.split('|')) {
			expect(findSwaps(phrase, 'child'), phrase).not.toEqual([]);
		}
	});

	it('says every phrase once, and in small letters unless it is letters', () => {
		const all = SWAPS.flatMap((swap) => swap.phrases);
		expect(new Set(all).size).toBe(all.length);
		const capitals = SWAPS.filter((swap) => !swap.isExact).flatMap(({ phrases }) =>
			phrases.filter((phrase) => phrase !== phrase.toLowerCase())
		);
		expect(capitals).toEqual([]);
	});

	it('never suggests what it bans', () => {
		const suggested = SWAPS.map(({ say }) => say ?? '').filter((say) => !say.startsWith('care '));
		expect(suggested.flatMap((say) => findSwaps(say, 'child'))).toEqual([]);
	});
});

describe('the address guard (D11)', () => {
	test.each([
		['Come to BS1 5TR at noon.', 'BS1 5TR', 'postcode'],
		['bs15tr', 'bs15tr', 'postcode'],
		['LE3\u00a00RD', 'LE3\u00a00RD', 'postcode'],
		['It is EC1A 1BB.', 'EC1A 1BB', 'postcode'],
		['W1A 0AX', 'W1A 0AX', 'postcode'],
		['M1  1AE', 'M1  1AE', 'postcode'],
		['You live at 14 Mill Lane now.', '14 Mill Lane', 'street'],
		['you live at 14 mill lane now', '14 mill lane', 'street'],
		['She moved to 12a St John’s Road.', '12a St John’s Road', 'street'],
		['12-14 High Street', '12-14 High Street', 'street'],
		['3, Park View', '3, Park View', 'street'],
		['at 7 oak close', '7 oak close', 'street'],
		['number 9 The Green', '9 The Green', 'street'],
		['27 Old Mill Way', '27 Old Mill Way', 'street'],
		['102 Victoria Ave', '102 Victoria Ave', 'street'],
		['Flat 4 is upstairs', 'Flat 4', 'street'],
		['Call her on 07700 900 982.', '07700 900 982', 'phone'],
		['07700900982', '07700900982', 'phone'],
		['(01632) 960 123', '(01632) 960 123', 'phone'],
		['+44 7700 900982', '+44 7700 900982', 'phone'],
		['+44 (0)7700 900982', '+44 (0)7700 900982', 'phone'],
		['0044 1632 960123', '0044 1632 960123', 'phone'],
		['01632-960-123', '01632-960-123', 'phone'],
		['Write to mo.ray@example.com.', 'mo.ray@example.com', 'email'],
		['JAY+1@mail.example.co.uk', 'JAY+1@mail.example.co.uk', 'email']
	])('%j holds "%s", a %s', (text, found, kind) => {
		expect(findAddresses(text)).toEqual([
			{ found, start: text.indexOf(found), end: text.indexOf(found) + found.length, kind }
		]);
	});

	test.each([
		['You waited 14 days.'],
		['We meet in room 5.'],
		['Come to room 5 on the ground floor.'],
		['You can ask for stage 2.'],
		['It can take 65 working days.'],
		['by Monday 15 June 2026'],
		['At 4.12pm on 2 June at the park'],
		['We met on 2 June at Mill Lane.'],
		['We walked for 14 days on the road.'],
		['There is 1 good way to do this.'],
		['You said 3 things about the park.'],
		['2 people on the street saw it.'],
		['Call Childline on 0800 1111.'],
		['Your reference is 26-0203.'],
		['It was on 01/06/2026.'],
		['It was on 01.06.2026 10.30.'],
		['01-06-2026'],
		['It cost £14 Mill Lane said.'],
		['Read page 12 of the Green Book.'],
		['Section 20 Children Act 1989 s.22(4)'],
		['Email us or @mo on the app.'],
		['Class A1 is at 9am.'],
		['Press 55 when they ask. Call 999.'],
		['stage 2 Family Court']
	])('%j holds none', (text) => {
		expect(findAddresses(text)).toEqual([]);
	});

	it('lets the numbers that the council prints itself go', () => {
		const text = 'Call the night team on 01632 960 123, or me on 07700 900 982.';
		expect(findAddresses(text, ['01632 960123']).map(({ found }) => found)).toEqual([
			'07700 900 982'
		]);
		expect(findAddresses('Call +44 1632 960 123', ['01632 960 123'])).toEqual([]);
	});

	it('finds each part of a whole address', () => {
		const kinds = findAddresses('Flat 2, 14 Mill Lane, Bristol BS1 5TR, 0117 496 0123').map(
			({ kind }) => kind
		);
		expect(kinds).toEqual(['street', 'street', 'postcode', 'phone']);
	});
});

describe('checking a text before it is sent', () => {
	it('passes plain words', () => {
		expect(checkWords(PLAIN, 'child')).toEqual({
			grade: 0,
			gradeLimit: 4,
			longestSentence: { words: 8, sentence: 'You should have been told before you moved.' },
			sentenceLimit: 15,
			banned: [],
			addresses: [],
			passed: true
		});
	});

	it('stops a grade over 4 for a child, over 6 for an adult', () => {
		const hard =
			'Following careful consideration of everything available, professional disagreement remained. Explanations were complicated. Everybody apologised individually. Additional information necessitated further consideration afterwards.';
		expect(checkWords(hard, 'child')).toMatchObject({ gradeLimit: 4, passed: false });
		expect(checkWords(hard, 'adult')).toMatchObject({ gradeLimit: 6, passed: false });
		expect(checkWords(hard, 'adult').grade).toBeGreaterThan(6);
	});

	it('does not grade fewer than 20 words, where one long word would decide', () => {
		expect(checkWords('Tomorrow afternoon suits everybody.', 'child')).toMatchObject({
			grade: null,
			passed: true
		});
	});

	it('allows 15 words in a sentence to a child, not 16; 20 to an adult, not 21', () => {
		const sentence = (words: number) => `${'so '.repeat(words - 1)}on.`;
		expect(checkWords(sentence(15), 'child').passed).toBe(true);
		expect(checkWords(sentence(16), 'child').passed).toBe(false);
		expect(checkWords(sentence(20), 'adult').passed).toBe(true);
		expect(checkWords(sentence(21), 'adult').passed).toBe(false);
	});

	it('stops one banned word, and one address', () => {
		expect(checkWords(`${PLAIN} It was your placement.`, 'child').passed).toBe(false);
		expect(checkWords(`${PLAIN} It is at 14 Mill Lane.`, 'child').passed).toBe(false);
	});

	it('passes an empty text: whether one is needed is not a question of words', () => {
		expect(checkWords('', 'child')).toMatchObject({ grade: null, passed: true });
	});

	it('comes to an end for a very long text, however it is made', { timeout: 60_000 }, () => {
		const long = 'We are sorry that we did not call. 14 days went by on the road. '.repeat(1500);
		expect(checkWords(long, 'child').passed).toBe(true);
		checkWords('0'.repeat(100_000), 'child');
		checkWords('1 a '.repeat(25_000), 'child');
		checkWords('a@'.repeat(50_000), 'child');
		checkWords('.'.repeat(100_000), 'child');
		checkWords('word '.repeat(20) + 'x'.repeat(100_000), 'child');
		checkWords('\n '.repeat(50_000), 'child');
	});
});
