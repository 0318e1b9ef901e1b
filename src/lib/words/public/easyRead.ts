/**
 * The easier view of the pages that matter most, in easy-read words: one idea a line, each with a
 * picture. They say what the usual words say, and promise no more.
 *
 * Source: journeys 1.3 (Easy Read), 2.0.
 */

/** Over more lines than three. */
export const PROMISE_EASY_HEADING = 'Things to know first';

/** C2, before anything is asked. */
export const PROMISE_EASY = [
	{ icon: 'eye', words: 'A small team reads it. It is called the complaints team.' },
	{ icon: 'worker', words: 'The person you tell us about will not be in charge of it.' },
	{ icon: 'message', words: 'If someone may get hurt, we have to tell a person who can help.' },
	{ icon: 'advocate', words: 'We will try to tell you first.' },
	{ icon: 'lock', words: 'Press “Leave fast” to hide this page.' },
	{ icon: 'smartphone', words: 'Your phone may still remember you came here.' }
] as const;

/** The steps from telling us to the last answer, beside the path with its dates (C13, T1). */
export const STAGES_EASY_HEADING = 'The steps, one by one';
export const STAGES_EASY = [
	{ icon: 'message', words: 'You tell us.' },
	{ icon: 'eye', words: 'We read it.' },
	{ icon: 'worker', words: 'A person looks into it.' },
	{ icon: 'document', words: 'You get an answer. It says why.' },
	{ icon: 'change', words: 'Not happy? You can ask someone new to look.' },
	{ icon: 'meeting', words: 'Still not happy? You can ask three people to look.' },
	{ icon: 'phone', words: 'After that you can ask the Ombudsman. It is free.' },
	{ icon: 'advocate', words: 'An advocate can help you at each step.' }
] as const;

/** C9 and every page that offers one. */
export const ADVOCATE_EASY = [
	{ icon: 'advocate', words: 'An advocate is a person on your side.' },
	{ icon: 'message', words: 'They help you say what you want.' },
	{ icon: 'worker', words: 'They do not work for the council.' },
	{ icon: 'money', words: 'They are free. You pay nothing.' }
] as const;

/** T4. `tryBy`: the advised day, "Monday 6 July"; null once it is past. */
export function notHappyEasy(tryBy: string | null) {
	return [
		{ icon: 'eye', words: 'You can ask someone new to look.' },
		{ icon: 'worker', words: 'They do not work in the team you told us about.' },
		{ icon: 'advocate', words: 'A second person makes sure it is fair.' },
		{ icon: 'calendar', words: 'It can take up to 13 weeks.' },
		...(tryBy === null
			? []
			: [
					{
						icon: 'calendarTick' as const,
						words: `Try to ask by ${tryBy}. You can still ask after that.`
					}
				])
	] as const;
}

/** Who sees this. */
export const WHO_SEES_EASY = [
	{ icon: 'eye', words: 'A small team reads it. It is called the complaints team.' },
	{ icon: 'advocate', words: 'Only the people who help with it can see it.' },
	{ icon: 'worker', words: 'The person you tell us about cannot look it up.' },
	{ icon: 'pencil', words: 'We note down each person who looks.' },
	{ icon: 'message', words: 'If someone may get hurt, we have to tell a person who can help.' },
	{ icon: 'lock', words: 'What you write is locked.' },
	{ icon: 'bin', words: 'If you do not send it, we delete it after 14 days at most.' },
	{ icon: 'calendar', words: 'If you send it, we have to keep it for some years.' },
	{ icon: 'document', words: 'You can ask to see what we hold about you.' },
	{ icon: 'change', words: 'You can ask us to put it right.' }
] as const;
