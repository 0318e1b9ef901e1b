import { describe, expect, it, test } from 'vitest';
import { STANDARD_CATEGORIES } from '#lib/domain/triage/categories.ts';
import { REASON_CODES } from '#lib/domain/triage/codes.ts';
import { reasonFor } from '#lib/domain/triage/reasons.ts';
import { suggestRoute } from '#lib/domain/triage/suggestRoute.ts';
import type { TriageFacts } from '#lib/domain/triage/triageFacts.ts';
import { TELLING_WORDS } from '#lib/words/tellings.ts';
import * as labels from '#lib/words/triage.ts';
import {
	ADVICE_WORDS,
	ASK_WORDS,
	JUDGEMENT_WORDS,
	TEST_WORDS,
	sayHeading,
	sayTest
} from '#lib/words/triageTests.ts';

describe('the words of triage', () => {
	test.each(
		Object.entries({
			...labels,
			ADVICE_WORDS,
			ASK_WORDS,
			JUDGEMENT_WORDS,
			TEST_WORDS,
			TELLING_WORDS
		})
	)('%s are all there, no two alike, and each begins with a capital', (_name, words) => {
		const texts = Object.values(words);
		expect(new Set(texts).size).toBe(texts.length);
		for (const text of texts) expect(text).toMatch(/^[A-Z]/);
	});

	test.each(Object.entries(ASK_WORDS))('%s is put as a question', (_ask, words) => {
		expect(words).toContain('?');
	});

	it('uses no word that blames the person who complains', () => {
		const all = [labels, ADVICE_WORDS, ASK_WORDS, JUDGEMENT_WORDS, TELLING_WORDS]
			.map((words) => JSON.stringify(words))
			.join(' ');
		expect(all).not.toMatch(/vexatious|difficult|troublemaker|manipulat|attention.seeking/i);
	});

	it('has a line for each thing a route must tell', () => {
		for (const code of REASON_CODES) {
			for (const telling of reasonFor(code).tell) expect(TELLING_WORDS[telling]).toBeTruthy();
		}
		expect(Object.keys(labels.CATEGORY_WORDS)).toEqual([...STANDARD_CATEGORIES]);
	});
});

describe('a suggestion in words', () => {
	const facts: TriageFacts = {
		person: 'P1',
		subject: 'S2',
		timing: 'T1',
		answers: { currentHarm: 'no', allegation: 'no', aboutUs: 'yes', allStagesDone: 'no' }
	};

	it('is headed by its route, or by what comes first', () => {
		expect(sayHeading(suggestRoute(facts))).toBe('Suggested: stage 1');
		expect(sayHeading(suggestRoute({ ...facts, person: 'P12' }))).toBe('Ask first');
		expect(
			sayHeading(suggestRoute({ ...facts, subject: 'S12', answers: { approvalDecision: 'yes' } }))
		).toBe('Suggested: Independent Review Mechanism');
		expect(sayHeading(suggestRoute({ ...facts, person: 'P14' }))).toBe(
			'Not a complaint of its own'
		);
		expect(sayHeading(suggestRoute({ ...facts, concurrency: ['T13'] }))).toBe('Decide first');
	});

	it('puts each test as a line', () => {
		const { tests } = suggestRoute(facts);
		expect(tests.map((one) => Object.values(sayTest(one, facts)).join(' / '))).toEqual([
			'Is anybody at risk of harm now? / no',
			'Is it said that somebody who works with children harmed a child? / no',
			'What it is / complaint',
			'Is it about us, or somebody acting for us? / yes',
			'Subject / placement, care plan, family time, reviews, health or school in care',
			'Person / child we look after',
			'Has the same complaint been through all stages? / no',
			'In time / within one year',
			'Is a court, the police or another process looking at it? / not known yet'
		]);
	});
});
