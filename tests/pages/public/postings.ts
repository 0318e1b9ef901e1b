import type { Filled } from '../../support/childAtPage.ts';
import type { Situation } from '../../support/childSituations.ts';

/** One press of a button that posts: which action it is, and where it leads. */
export interface Posting {
	/** The action as it lies on disk. */
	action: string;
	path: string;
	/** What happened before in that browser. */
	situation: Situation;
	button: string;
	/** What is chosen or typed first; `words` stands for that browser's six words. */
	filled: Filled | 'words';
	leadsTo: string;
}

/** A press on a page of the form, where there is little to say of it. */
function step(
	[at, button, next]: readonly [at: string, button: string, next: string],
	...filled: Filled
): Posting {
	const situation = at === '3h' ? 'notSafe' : 'begun';
	const addresses = { path: `/s/${at}`, leadsTo: `/s/${next}` };
	return { action: '/s/[step]', situation, button, filled, ...addresses };
}

/** A press on any other page, whose action has the page's own address unless another is named. */
function on(
	path: string,
	situation: Situation,
	pressed: { button: string; leadsTo: string; filled?: Filled | 'words'; action?: string }
): Posting {
	return { action: path, path, situation, filled: [], ...pressed };
}

const FORM: readonly Posting[] = [
	step(['1', 'I have read this', '2']),
	step(['1', 'I want to talk to an advocate first', '8?c=1']),
	step(['2', 'Continue', '3'], 'Me. I am a child or young person'),
	step(['3', 'Continue', '3h'], 'I am not sure'),
	step(['3h', 'Please call me', '3h'], ['Your phone number', '07700 900 982']),
	step(['4', 'Continue', '5'], 'I will type it'),
	step(['4b', 'Continue', '9'], 'ትግርኛ Tigrinya'),
	step(['5', 'Continue', '6'], 'Where I live'),
	step(['5', 'Skip this', '6']),
	step(['6', 'Continue', '7'], ['What happened?', 'I got moved.']),
	step(['6', 'Ask for an advocate', '8?c=1'], ['What happened?', 'I got moved.']),
	step(['7', 'Continue', '7b'], 'Stop something happening'),
	step(['7', 'Skip this', '8']),
	step(['7b', 'Skip this', '8']),
	step(['8', 'Continue', '8b'], 'Yes, ask them to contact me'),
	step(['8b', 'Continue', '9'], 'Only my name and how to reach me'),
	step(['9', 'Continue', '10'], ['What should we call you?', 'Jay']),
	step(['10', 'Continue', '10a'], 'Text me')
];

/** The doors for adults, and the pages behind them. */
const ADULTS: readonly Posting[] = [
	on('/carer', 'begun', { button: 'This is my own complaint', leadsTo: '/s/31' }),
	on('/family', 'begun', { button: 'This is my own complaint', leadsTo: '/s/31' }),
	on('/family', 'begun', { button: 'I am helping a child say it', leadsTo: '/s/21' }),
	on('/for-advocates', 'begun', { button: 'I am helping a child say it', leadsTo: '/s/21' }),
	step(['2', 'Continue', '31'], 'I am an adult and this is my own complaint'),
	step(
		['31', 'Continue', '32'],
		'I am a grandparent or other relative We will decide quickly if we can look at it this way, and write to you.'
	),
	step(['32', 'Continue', '3h'], 'I am not sure'),
	step(['33', 'Continue', '34'], 'Both'),
	step(['34', 'Continue', '34b'], 'I am not sure'),
	step(['34b', 'Continue', '38'], 'I want to meet someone'),
	step(['34c', 'Continue', '38'], 'Shqip Albanian'),
	step(['35', 'Skip this', '36']),
	step(['36', 'Continue', '37'], ['What happened?', 'Nobody told me.']),
	step(['37', 'Continue', '37b'], 'Stop something happening'),
	step(['37b', 'Skip this', '38']),
	step(['38', 'Continue', '39'], ['Who is the child?', 'Ella']),
	step(['39', 'Continue', '9'], 'Yes, or they could'),
	on('/s/11', 'adultsFilled', { button: 'Send it', leadsTo: '/s/12', action: '/s/[step]' })
];

/** The pages that ask somebody who helps a child, and the child's own answer. */
const HELPERS: readonly Posting[] = [
	step(['2', 'Continue', '21'], 'I am helping a child or young person say it'),
	step(['21', 'Continue', '22'], 'I am their advocate'),
	step(['22', 'Continue', '23'], 'No'),
	step(['23', 'Continue', '3h'], 'I am not sure'),
	step(['24', 'Continue', '3h'], 'Someone else is not safe'),
	step(['25', 'Skip this', '26']),
	step(
		['26', 'Continue', '26b'],
		'They cannot We will think about how to find out what they want.'
	),
	step(['26b', 'Continue', '29'], 'Please call me'),
	step(['26c', 'Continue', '29'], 'British Sign Language (BSL)'),
	step(['27', 'Continue', '28'], ['What happened?', 'She told me at school.']),
	step(['28', 'Continue', '28b'], 'Stop something happening'),
	step(['28b', 'Skip this', '29']),
	step(['29', 'Continue', '30'], ['What is the child called?', 'Ella']),
	step(['30', 'Continue', '30a'], 'Text them'),
	on('/s/11', 'helpersFilled', { button: 'Send it', leadsTo: '/s/12', action: '/s/[step]' }),
	on('/my/helped', 'helpersSent', {
		button: 'Send',
		leadsTo: '/my/helped?n=a',
		filled: [['Write to us', 'Any news?']]
	}),
	on('/my/agree', 'helpedChild', {
		button: 'Continue',
		leadsTo: '/my/advocate',
		filled: ['I want an advocate']
	}),
	on('/my/agree', 'helpedChild', { button: 'Continue', leadsTo: '/my?n=k', filled: ['No'] }),
	on('/my/agree', 'helpedChild', {
		button: 'Continue',
		leadsTo: '/my?n=v',
		filled: ['Yes, some of it', ['Which parts? (you can leave this blank)', 'The dog']]
	}),
	on('/my/agree', 'helpedChild', {
		button: 'Continue',
		leadsTo: '/my/add',
		filled: ['I want to say it myself']
	})
];

/** A thank-you is sent by its last page; so is an idea, but where no answer is wanted. */
const ASIDES: readonly Posting[] = [
	step(['41', 'Continue', '42'], ['Who or what was good?', 'Mo listened.']),
	step(['42', 'Continue', '43'], 'Yes, but not my name'),
	on('/s/43', 'thanking', {
		button: 'Send it',
		leadsTo: '/s/12',
		filled: ['No'],
		action: '/s/[step]'
	}),
	step(['51', 'Continue', '52'], ['What is your idea or question?', 'A bike shed.']),
	step(['52', 'Continue', '53'], 'It is about everyone'),
	step(['53', 'Continue', '54'], 'Yes'),
	on('/s/53', 'havingAnIdea', {
		button: 'Continue',
		leadsTo: '/s/11',
		filled: ['No, I just want to tell you'],
		action: '/s/[step]'
	}),
	on('/s/54', 'havingAnIdea', { button: 'Send it', leadsTo: '/s/12', action: '/s/[step]' }),
	on('/my', 'ideaSent', {
		button: 'Make this a complaint',
		leadsTo: '/my?n=l',
		action: '/my?/turn'
	})
];

const ENDS: readonly Posting[] = (
	[
		['/s/11', 'filled', 'Send it', '/s/12'],
		['/s/11', 'filled', 'Save it and finish later', '/s/11a'],
		['/s/11', 'filled', 'Delete it all', '/s/11b'],
		['/s/12', 'sent', 'I am finished', '/bye'],
		['/s/11a', 'saved', 'I am finished', '/bye'],
		['/s/11b', 'filled', 'Keep it', '/s/11'],
		['/s/11b', 'filled', 'Delete it all', '/bye?t']
	] as const
).map(([path, situation, button, leadsTo]) =>
	on(path, situation, {
		button,
		leadsTo,
		action: /[ab]$/.test(path) ? path : '/s/[step]'
	})
);

/** A device that a worker lent, given back. */
const LENT: readonly Posting[] = [
	on('/hand/back', 'lentSent', { button: 'I am finished', leadsTo: '/hand/back' })
];

const TEXT_ME: Filled = [['Your phone number', '07700 900 982'], 'Just me', 'Evening'];

const OWN: readonly Posting[] = [
	on('/back', 'sent', { button: 'Continue', leadsTo: '/my', filled: 'words' }),
	on('/my/words', 'sent', { button: 'Continue', leadsTo: '/my/words', filled: 'words' }),
	on('/my/messages', 'sent', {
		button: 'Send',
		leadsTo: '/my/messages?n=a',
		filled: [['Write to us', 'Hello']],
		action: '/my/messages?/send'
	}),
	on('/my/messages', 'lookedInto', {
		button: 'I do not understand this',
		leadsTo: '/my/messages?n=b',
		action: '/my/messages?/notUnderstood'
	}),
	on('/my/add', 'sent', {
		button: 'Send it',
		leadsTo: '/my?n=a',
		filled: [['What do you want to add?', 'My bike too']]
	}),
	on('/more/age', 'sent', {
		button: 'Send it',
		leadsTo: '/more?n=a',
		filled: [['How old are you?', '14']],
		action: '/more/[task]'
	}),
	on('/more/when', 'sent', {
		button: 'Send it',
		leadsTo: '/more?n=b',
		filled: ['More than a year ago'],
		action: '/more/[task]'
	}),
	on('/more/you', 'sent', {
		button: 'Send it',
		leadsTo: '/more?n=a',
		filled: ['Female', 'Buddhist'],
		action: '/more/[task]'
	}),
	on('/my', 'unsent', {
		button: 'Delete what I wrote',
		leadsTo: '/my',
		action: '/my?/drop'
	}),
	on('/my/how', 'answered', { button: 'Send it', leadsTo: '/my?n=m', filled: ['Good'] }),
	on('/my/advocate', 'lookedInto', {
		button: 'Ask them to contact me',
		leadsTo: '/my?n=b',
		action: '/my/advocate?/ask'
	}),
	on('/my/advocate', 'advocateAsked', {
		button: 'Change what they know',
		leadsTo: '/my?n=n',
		filled: ['My name, how to reach me, and what I told you'],
		action: '/my/advocate?/share'
	}),
	on('/my/advocate', 'advocateAsked', {
		button: 'Change what they know',
		leadsTo: '/my?n=o',
		filled: ['Nothing. I do not want this advocate now'],
		action: '/my/advocate?/share'
	}),
	on('/my/reach', 'sent', { button: 'Continue', leadsTo: '/my/reach/10a', filled: ['Text me'] }),
	on('/my/reach/10a', 'sent', {
		button: 'Continue',
		leadsTo: '/my?n=c',
		filled: TEXT_ME,
		action: '/my/reach/[page]'
	}),
	on('/my/stop', 'lookedInto', {
		button: 'Continue',
		leadsTo: '/my?n=q',
		filled: ['Pause, and talk to me']
	}),
	on('/my/stop', 'stopped', { button: 'Yes, start again', leadsTo: '/my?n=r' }),
	on('/my/late', 'late', { button: 'Talk to me', leadsTo: '/my?n=e' }),
	on('/my/late', 'late', { button: 'Ask for an advocate', leadsTo: '/my/advocate' }),
	on('/my/late', 'late', { button: 'Ask for someone new to look now', leadsTo: '/my?n=t' }),
	on('/my/answer', 'answered', {
		button: 'Have someone go through it with me',
		leadsTo: '/my?n=h'
	}),
	on('/my/answer', 'answered', {
		button: 'Have a person call and read it to me',
		leadsTo: '/my?n=x'
	}),
	on('/my/answer/2', 'fullyAnswered', {
		button: 'Have a person call and read it to me',
		leadsTo: '/my?n=x',
		action: '/my/answer/[stage]'
	}),
	on('/my/answer/2', 'fullyAnswered', {
		button: 'Have someone go through it with me',
		leadsTo: '/my?n=h',
		action: '/my/answer/[stage]'
	}),
	on('/my/next', 'answered', { button: 'Continue', leadsTo: '/my?n=f', filled: ['Let me think'] }),
	on('/my/next', 'answered', {
		button: 'Continue',
		leadsTo: '/my?n=g',
		filled: ['I am OK with it']
	})
];

/** Every button that posts behind the six words, and the one that lets in. */
export const BEHIND_THE_WORDS: readonly Posting[] = [...HELPERS, ...ASIDES, ...OWN].filter(
	({ path }) => /^\/(back|my|more)\b/.test(path)
);

/** Every button of the public side that posts, but for pages of the form that are like another. */
export const POSTINGS: readonly Posting[] = [
	...FORM,
	...ADULTS,
	...HELPERS,
	...ASIDES,
	...ENDS,
	...LENT,
	...OWN
];
