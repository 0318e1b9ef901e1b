import type { Answers } from '#lib/intake/answers.ts';
import { findQuestion, pathOf } from '#lib/intake/questions.ts';
import type { StepId } from '#lib/intake/steps.ts';
import { deriveMasterKeys } from '#lib/server/keys/masterKeys.ts';
import { takeStep, type StepTaken } from '#lib/server/intake/takeStep.ts';
import type { Service } from '#lib/server/service.ts';
import type { TestDatabase } from './testDatabase.ts';

/** A service over a test database whose clock the test sets. */
export interface TestService extends Service {
	/** Sets the clock: an ISO instant. */
	setNow(instant: string): void;
	/** Lets time pass. */
	pass(ms: number): void;
}

/**
 * The service that the routes use, with a fixed key and a clock of its own. The clock stands
 * still unless `ticks`: then it goes on from there as real time does.
 */
export function createTestService(
	{ db }: TestDatabase,
	instant: string,
	{ ticks = false } = {}
): TestService {
	const real = () => (ticks ? performance.now() : 0);
	let startMs = Date.parse(instant) - real();
	return {
		db,
		keys: deriveMasterKeys(Buffer.alloc(32, 7)),
		now: () => startMs + real(),
		setNow: (to) => (startMs = Date.parse(to) - real()),
		pass: (ms) => (startMs += ms)
	};
}

/** What a child who types, or an adult, has to say, page by page. Others can be put in their place. */
const TYPED: Partial<Record<StepId, Record<string, unknown>>> = {
	'2': { who: 'child' },
	'3': { safe: 'yes' },
	'3h': { number: '07700 900 982' },
	'4': { how: 'type' },
	'5': { about: ['home', 'plan'] },
	'6': { happened: 'I got moved on Friday. No one told me before.' },
	'7': { wishes: ['sorry', 'why'], wishesMore: 'I want my bike back' },
	'8': { advocate: 'notNow' },
	'8b': { advocateMayKnow: 'nameOnly' },
	'9': { name: 'Jay' },
	'10': { reach: ['code'] },
	'21': { helperKind: 'family' },
	'22': { childKnows: 'asked' },
	'23': { childSafe: 'yes' },
	'24': { othersSafe: 'allSafe' },
	'25': { childsWords: 'i want to see my dog. nobody asks me' },
	'26': { hearsChild: 'ownCode' },
	'26b': { helpersHow: 'type' },
	'27': { helpersAccount: 'She has asked to see the dog since May. No one wrote back.' },
	'28': { wishesForChild: ['listen'], wishesForChildMore: 'A visit this month' },
	'29': { helpedName: 'Ella' },
	'30': { childReach: [] },
	'31': { link: 'parent' },
	'32': { feelSafe: 'yes' },
	'33': { aboutWhom: 'care' },
	'34': { court: 'no' },
	'34b': { theirHow: 'type' },
	'35': { subjects: ['family', 'plan'] },
	'36': { account: 'Nobody told me about the meeting. The plan changed without me.' },
	'37': { theirWishes: ['why'], theirWishesMore: 'I want to be at the next meeting' },
	'38': { childName: 'Ella' },
	'39': { othersCheck: 'no' }
};

/** A child's browser: it presses buttons and keeps its cookie. */
export class Visitor {
	cookie: string | undefined;
	readonly #service: Service;

	constructor(service: Service, cookie?: string) {
		this.#service = service;
		this.cookie = cookie;
	}

	/** Presses Continue on one page with what was filled in. */
	async press(step: StepId, filled: Record<string, unknown> = {}): Promise<StepTaken> {
		const question = findQuestion(step)!;
		const taken = await takeStep(this.#service, this.cookie, {
			question,
			checked: question.schema.parse(filled),
			isChange: false
		});
		if (taken.kind === 'next' && taken.newCookie) this.cookie = taken.newCookie;
		return taken;
	}

	/** Fills in every page up to the check page, from the first or from where a form was begun. */
	async fillIn(
		instead: Partial<Record<StepId, Record<string, unknown>>> = {},
		begun: { step: StepId; answers: Answers } = { step: '1', answers: { seen: [] } }
	): Promise<void> {
		let { answers } = begun;
		for (let { step } = begun; step !== '11';) {
			const filled = { ...TYPED, ...instead }[step] ?? {};
			const taken = await this.press(step, filled);
			if (taken.kind !== 'next') throw new Error(`step ${step} led to ${taken.kind}`);
			const question = findQuestion(step)!;
			answers = question.record(answers, question.schema.parse(filled), 0);
			step = taken.step;
			if (!pathOf(answers).includes(step)) throw new Error(`step ${step} is off the path`);
		}
	}
}
