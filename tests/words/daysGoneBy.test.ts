import { describe, expect, it, test } from 'vitest';
import type { PlainDate } from '#lib/domain/calendar/plainDate.ts';
import type { ChildPath, PathStepName } from '#lib/domain/complaint/childPath.ts';
import type { ChildSituation } from '#lib/domain/complaint/childSituation.ts';
import { promisedWhen } from '#lib/words/public/answer.ts';
import { ideaWords, thankedWords } from '#lib/words/public/aside.ts';
import { pathWords } from '#lib/words/public/path.ts';
import { happeningWords } from '#lib/words/public/tracking.ts';

const ADVISED: PlainDate = '2026-07-06';

/** A case at that step, whose day to ask is 6 July. */
function pathAt(situation: ChildSituation, step: PathStepName): ChildPath {
	return {
		situation,
		steps: [{ step, status: 'next', doneOn: null, dueOn: ADVISED, newDueOn: null }],
		answerDueOn: null,
		askAdvisedByOn: ADVISED,
		askPanelByOn: ADVISED,
		panelOn: null,
		panelByOn: null
	};
}

/** What the page says on that day, with plain spaces: the lead, what follows it, and the step. */
function saidOn(today: PlainDate, path: ChildPath): string[] {
	const reader = { name: 'Sam', today };
	const { lead, more } = happeningWords(path, reader);
	const notes = pathWords(path, reader).map(({ note }) => note);
	return [...(lead ? [`${lead.before} ${lead.date}`] : []), ...more, ...notes].map((text) =>
		text.replaceAll('\u00a0', ' ')
	);
}

describe('the day by which to ask for more', () => {
	const answered = pathAt('answered', 'someoneNewLooks');
	const fully = pathAt('answeredAgain', 'threePeopleLook');

	test.each<PlainDate>(['2026-06-10', ADVISED])('is named on %s, while it is not over', (today) => {
		expect(saidOn(today, answered)).toEqual([
			'If you are not happy, try to ask someone new by Monday 6 July',
			'You choose. Try to ask by Monday 6 July.'
		]);
		expect(saidOn(today, fully)).toEqual([
			'If you are not happy, ask for a panel to look by Monday 6 July',
			'A panel is three people who do not work for us.',
			'You choose. Ask by Monday 6 July.'
		]);
	});

	test.each<PlainDate>(['2026-07-07', '2027-01-04'])(
		'is named no more on %s: they can still ask',
		(today) => {
			expect(saidOn(today, answered)).toEqual([
				'If you are not happy, you can still ask someone new to look.',
				'You choose. You can still ask.'
			]);
			expect(saidOn(today, fully)).toEqual([
				'A panel is three people who do not work for us.',
				'If you are not happy, you can still ask for a panel.',
				'The day we gave you is over. So we will tell you if they can look, and why.',
				'You choose. You can still ask.'
			]);
		}
	);
});

describe('the day on which a panel meets', () => {
	const meets = (on: PlainDate): ChildPath => ({
		...pathAt('threePeopleLook', 'threePeopleLook'),
		steps: [{ step: 'threePeopleLook', status: 'now', doneOn: null, dueOn: on, newDueOn: null }],
		panelOn: on
	});

	it('is still to come on its own day, and past from the day after', () => {
		expect(saidOn('2026-07-06', meets(ADVISED))).toContain('They meet on Monday 6 July');
		const after = saidOn('2026-07-07', meets(ADVISED));
		expect(after).toContain('Their day to meet was Monday 6 July');
		expect(after.join(' ')).not.toContain('They meet on');
	});

	it('is not promised any more once they have met, also where nobody wrote the day down', () => {
		const path = pathAt('threePeopleLook', 'threePeopleLook');
		const [step] = path.steps;
		const met: ChildPath = {
			...path,
			steps: step ? [{ ...step, status: 'done', dueOn: null }] : []
		};
		const said = saidOn('2026-07-07', met);
		expect(said).toContain('They have met');
		expect(said).not.toContain('We will give you a date');
	});
});

test.each<[PlainDate, string]>([
	['2026-07-06', 'By Monday 6 July'],
	['2026-07-07', 'We said by Monday 6 July']
])('what a later answer promised by 6 July is, on %s, “%s”', (today, words) => {
	expect(promisedWhen(ADVISED, today).replaceAll('\u00a0', ' ')).toBe(words);
});

describe('the day by which a thank-you is passed on, or an idea answered', () => {
	const saidBy = (today: PlainDate) => {
		const promise = { byOn: ADVISED, today, dealtWith: [] };
		const [thanks = ''] = thankedWords(promise);
		const [idea = ''] = ideaWords(promise, true);
		return [thanks, idea].map((text) => text.replaceAll('\u00a0', ' '));
	};

	it('is named up to that day, and no more after it', () => {
		expect(saidBy(ADVISED)).toEqual([
			'We will pass it on by Monday 6 July.',
			'You will get an answer by Monday 6 July.'
		]);
		expect(saidBy('2026-07-07')).toEqual(['We will pass it on.', 'You will get an answer.']);
	});
});
