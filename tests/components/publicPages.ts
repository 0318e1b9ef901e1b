import type { Component, ComponentProps } from 'svelte';
import AddMore from '#lib/components/public/pages/AddMore.svelte';
import Accessibility from '#lib/components/public/pages/Accessibility.svelte';
import Answer from '#lib/components/public/pages/Answer.svelte';
import AnswerGate from '#lib/components/public/pages/AnswerGate.svelte';
import AskAdvocate from '#lib/components/public/pages/AskAdvocate.svelte';
import BeforeYouStart from '#lib/components/public/pages/BeforeYouStart.svelte';
import Bye from '#lib/components/public/pages/Bye.svelte';
import ChangedMind from '#lib/components/public/pages/ChangedMind.svelte';
import CheckAnswers from '#lib/components/public/pages/CheckAnswers.svelte';
import ComeBack from '#lib/components/public/pages/ComeBack.svelte';
import ConfirmDelete from '#lib/components/public/pages/ConfirmDelete.svelte';
import Cookies from '#lib/components/public/pages/Cookies.svelte';
import DraftGone from '#lib/components/public/pages/DraftGone.svelte';
import FullAnswer from '#lib/components/public/pages/FullAnswer.svelte';
import ErrorPage from '#lib/components/public/pages/ErrorPage.svelte';
import EverythingTold from '#lib/components/public/pages/EverythingTold.svelte';
import HelpNow from '#lib/components/public/pages/HelpNow.svelte';
import Home from '#lib/components/public/pages/Home.svelte';
import Late from '#lib/components/public/pages/Late.svelte';
import Messages from '#lib/components/public/pages/Messages.svelte';
import NotHappy from '#lib/components/public/pages/NotHappy.svelte';
import PrivacyForAdults from '#lib/components/public/pages/PrivacyForAdults.svelte';
import QuestionPage from '#lib/components/public/pages/QuestionPage.svelte';
import SavedForLater from '#lib/components/public/pages/SavedForLater.svelte';
import Sent from '#lib/components/public/pages/Sent.svelte';
import StayPrivate from '#lib/components/public/pages/StayPrivate.svelte';
import Tracking from '#lib/components/public/pages/Tracking.svelte';
import WhoSeesThis from '#lib/components/public/pages/WhoSeesThis.svelte';
import { helpNumbers } from '#lib/components/public/help.ts';
import type { PathStep } from '#lib/components/public/path.ts';
import { BESIDE_KINDS } from '#lib/intake/besideSent.ts';
import type { QuestionView } from '#lib/intake/questionView.ts';

/** One public page in one state, with invented people and fixed dates. */
export interface ShownPage {
	component: Component<Record<string, unknown>>;
	props: Record<string, unknown>;
}

// Each page has props of its own, which only the caller knows.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function shown<Shown extends Component<any>>(
	component: Shown,
	props: ComponentProps<Shown>
): ShownPage {
	return { component, props } as unknown as ShownPage;
}

const site = {
	name: 'Have your say',
	phone: '01632 960 100',
	phoneHours: 'Monday to Friday, 9am to 5pm',
	colour: null,
	whose: 'ours'
};

const WORDS = ['maple', 'robin', 'kettle', 'seven', 'drum', 'garden'];

const asked: QuestionView = {
	step: '4',
	title: 'How do you want to tell us?',
	heading: 'How do you want to tell us?',
	lead: [],
	fields: [
		{
			kind: 'radios',
			id: 'how',
			name: 'how',
			label: 'How do you want to tell us?',
			hint: 'You can change your mind later.',
			error: null,
			chosen: 'someone',
			isPair: false,
			options: [
				{ code: 'type', label: 'I will type it', hint: null },
				{ code: 'someone', label: 'I want someone on my side to help me', hint: null },
				{ code: 'call', label: 'Please call me', hint: null },
				{ code: 'meet', label: 'I want to meet someone', hint: null }
			]
		}
	],
	errors: [],
	button: 'Continue',
	skip: null,
	back: '/s/3',
	isChange: false
};

const about: QuestionView = {
	...asked,
	step: '5',
	title: 'What is it about?',
	heading: 'What is it about?',
	skip: 'Skip this',
	fields: [
		{
			kind: 'checkboxes',
			id: 'about',
			name: 'about',
			label: 'What is it about?',
			hint: 'Pick as many as you like.',
			error: null,
			chosen: ['home', 'plan'],
			options: (
				[
					['home', 'Where I live'],
					['worker', 'My social worker or another worker'],
					['family', 'Seeing my family or friends'],
					['plan', 'My plan or my meetings'],
					['school', 'School, college or work'],
					['money', 'Money and things I need'],
					['moving', 'Moving, or leaving care'],
					['feelings', 'My feelings or my health'],
					['records', 'What people wrote about me'],
					['treatment', 'How I was treated'],
					['other', 'Something else'],
					['notSure', 'I am not sure']
				] as const
			).map(([code, label]) => ({ code, label, hint: null }))
		}
	]
};

const better: QuestionView = {
	...asked,
	step: '7',
	title: 'What would make it better?',
	heading: 'What would make it better?',
	skip: 'Skip this',
	fields: [
		{
			kind: 'checkboxes',
			id: 'wishes',
			name: 'wishes',
			label: 'Pick as many as you like',
			hint: null,
			error: null,
			chosen: ['sorry'],
			options: (
				[
					['sorry', 'Say sorry'],
					['why', 'Tell me why'],
					['change', 'Change something'],
					['stop', 'Stop something happening'],
					['sortOut', 'Sort it out quickly, with me'],
					['listen', 'Just listen'],
					['notSure', 'I do not know yet']
				] as const
			).map(([code, label]) => ({ code, label, hint: null }))
		},
		{
			kind: 'textArea',
			id: 'more',
			name: 'more',
			label: 'Tell us more',
			hint: 'You can leave this blank.',
			error: null,
			rows: 3,
			value: ''
		}
	]
};

const reach: QuestionView = {
	...asked,
	step: '10',
	title: 'How can we get back to you?',
	heading: 'How can we get back to you?',
	fields: [
		{
			kind: 'checkboxes',
			id: 'reach',
			name: 'reach',
			label: 'How can we get back to you?',
			hint: null,
			error: null,
			chosen: ['code'],
			options: [
				{ code: 'code', label: 'I will come back here with my code', hint: 'This always works.' },
				{ code: 'textMessage', label: 'Text me', hint: null },
				{ code: 'telephone', label: 'Call me', hint: null },
				{ code: 'email', label: 'Email me', hint: null },
				{ code: 'letter', label: 'Write to me', hint: null },
				{ code: 'trustedPerson', label: 'Through someone I trust', hint: null }
			]
		}
	]
};

const safe: QuestionView = {
	...asked,
	step: '3',
	title: 'Are you safe right now?',
	heading: 'Are you safe right now?',
	fields: [
		{
			kind: 'radios',
			id: 'safe',
			name: 'safe',
			label: 'Are you safe right now?',
			hint: null,
			error: 'Choose an answer. You can pick ‘I do not want to say’',
			chosen: null,
			isPair: false,
			options: [
				{ code: 'yes', label: 'Yes', hint: null },
				{ code: 'no', label: 'No', hint: null },
				{ code: 'notSure', label: 'I am not sure', hint: null },
				{ code: 'notSaying', label: 'I do not want to say', hint: null }
			]
		}
	],
	errors: [
		{
			fieldId: 'safe',
			message: 'Choose an answer. You can pick ‘I do not want to say’',
			otherWay: null
		}
	]
};

const happened: QuestionView = {
	...asked,
	step: '6',
	title: 'What happened?',
	heading: 'What happened?',
	fields: [
		{
			kind: 'textArea',
			id: 'happened',
			name: 'happened',
			label: 'What happened?',
			hint: 'Write as much or as little as you like. Spelling does not matter.',
			error: null,
			rows: 8,
			value: 'I got moved to a new home on Friday. No one told me before.'
		}
	]
};

const happenedWrong: QuestionView = {
	...happened,
	fields: happened.fields.map((field) => ({
		...field,
		value: '',
		error: 'Tell us what happened, or choose another way to tell us'
	})) as QuestionView['fields'],
	errors: [
		{
			fieldId: 'happened',
			message: 'Tell us what happened, or choose another way to tell us',
			otherWay: { href: '/s/4', words: 'choose another way to tell us' }
		}
	]
};

const callBack: QuestionView = {
	...asked,
	step: '3h',
	title: 'Get help now',
	heading: 'Let us get you help now',
	button: 'Please call me',
	fields: [
		{
			kind: 'line',
			id: 'number',
			name: 'number',
			label: 'Your phone number',
			hint: null,
			error: null,
			input: 'tel',
			value: ''
		},
		{
			kind: 'radios',
			id: 'time',
			name: 'time',
			label: 'Best time, in the next 2 hours',
			hint: null,
			error: null,
			chosen: 'now',
			isPair: true,
			options: [
				{ code: 'now', label: 'Now', hint: null },
				{ code: 'halfAnHour', label: '5pm', hint: null },
				{ code: 'oneHour', label: '5.30pm', hint: null },
				{ code: 'twoHours', label: '6pm', hint: null }
			]
		},
		{
			kind: 'radios',
			id: 'leaveMessage',
			name: 'leaveMessage',
			label: 'Is it OK to leave a message?',
			hint: null,
			error: null,
			chosen: 'no',
			isPair: true,
			options: [
				{ code: 'yes', label: 'Yes', hint: null },
				{ code: 'no', label: 'No', hint: null }
			]
		}
	]
};

const sentSteps: readonly PathStep[] = [
	{ title: 'You told us', note: 'Today, Monday 1 June', state: 'done' },
	{ title: 'We read it', note: 'By Wednesday 3 June', state: 'now' },
	{ title: 'Someone looks into it', note: 'We tell you their name', state: 'next' },
	{ title: 'You get an answer', note: 'By Monday 15 June', state: 'next' },
	{ title: 'If you are not happy, someone new looks', note: 'You choose', state: 'next' }
];

const lateSteps: readonly PathStep[] = [
	{ title: 'You told us', note: 'Monday 1 June', state: 'done' },
	{ title: 'We read it', note: 'Tuesday 2 June', state: 'done' },
	{ title: 'Sam looks into it', note: 'Sam is still finding things out', state: 'now' },
	{
		title: 'You get an answer',
		note: 'It was Monday 15 June. The new date is Monday 29 June.',
		state: 'late'
	},
	{
		title: 'If you are not happy, someone new looks',
		note: 'You choose. You can ask today.',
		state: 'next'
	}
];

const LATE_WORDS =
	'We said you would get an answer by Monday 15 June. We have not done it. That is our fault, not yours. You can wait, or you can ask for someone new to look at it now. You choose.';

const days = [
	{
		day: 'Tuesday 2 June',
		messages: [
			{
				id: 'm1',
				isOwn: false,
				from: 'From Sam, complaints team',
				at: '10.05am',
				words:
					'Hello. I am Sam. I have read what you told us. I will find out what happened.\n\nI will write to you again by Tuesday 9 June.'
			},
			{
				id: 'm2',
				isOwn: true,
				from: 'You',
				at: '4.40pm',
				words: 'ok. can i keep going to the same school'
			}
		]
	},
	{
		day: 'Wednesday 3 June',
		messages: [
			{
				id: 'm3',
				isOwn: false,
				from: 'From Sam, complaints team',
				at: '9.20am',
				words:
					'Yes. You can stay at the same school. I checked with your school today. You do not have to do anything.',
				isNotUnderstood: true
			}
		]
	}
];

const tools = [
	{ href: '/my/add', icon: 'plus', words: 'Add more' },
	{ href: '/my/advocate', icon: 'advocate', words: 'Ask for an advocate' },
	{ href: '/my/reach', icon: 'phone', words: 'Change how you contact me' },
	{ href: '/my/stop', icon: 'undo', words: 'I changed my mind' },
	{
		href: '/my/told',
		icon: 'document',
		words: 'See everything you told us',
		hint: 'We ask for your code again'
	}
] as const;

const rows = [
	{
		question: 'What happened',
		answer: [
			'I got moved to a new home on Friday. No one told me before. I did not get to say bye to anyone.'
		],
		href: '/s/6'
	},
	{ question: 'What would make it better', answer: ['Say sorry', 'Tell me why'], href: '/s/7' },
	{
		question: 'What it is about',
		answer: ['Where I live', 'My plan or my meetings'],
		href: '/s/5'
	},
	{ question: 'Are you safe right now', answer: ['Yes'], href: '/s/3' },
	{ question: 'Someone on your side', answer: ['Not now. You can ask me again'], href: '/s/8' },
	{ question: 'What we call you', answer: [], href: '/s/9' },
	{
		question: 'How we get back to you',
		answer: ['I will come back here with my code'],
		href: '/s/10'
	},
	{ question: 'Who is telling us', answer: ['Me. I am a child or young person'], href: '/s/2' }
];

const parts = [
	{
		title: 'Moving home',
		outcome: 'upheld',
		said: 'No one told me before. I did not get to say bye to anyone.',
		found: 'You were right. You should have been told before you moved.',
		sorry: 'We are sorry we did not tell you.',
		actions: [
			{ when: 'By Thursday 2 July', what: 'Mo will meet you and say what happened.' },
			{ when: 'By Friday 31 July', what: 'We will change how we tell young people about moves.' }
		]
	},
	{
		title: 'Your room',
		outcome: 'notUpheld',
		said: 'My new room is too small and that is not fair.',
		found:
			'We talked to three people and read the notes. We do not think the rules were broken. We know that is not what you wanted to hear. You did nothing wrong by telling us.',
		sorry: null,
		actions: [
			{ when: 'By Friday 10 July', what: 'Sam will ask you what would make your room better.' }
		]
	},
	{
		title: 'What was said that day',
		outcome: 'noFinding',
		said: 'My worker said it was my fault.',
		found:
			'People told us different things about that day. We could not find out for sure what happened. That does not mean we think you lied.',
		sorry: null,
		actions: []
	},
	{
		title: 'Your phone',
		outcome: 'partiallyUpheld',
		said: 'They took my phone and kept it.',
		found: 'It was right to look after it. It was not right to keep it for three days.',
		sorry: 'We are sorry you had no phone.',
		actions: []
	}
] as const;

const council = { councilName: 'Exampleshire Council', email: 'say@example.org' };
const records = { email: '', keptYears: 6, commissionerPhone: '0303 123 1113' };
const provider = { name: 'NYAS', phone: '0808 808 1001', hours: 'Monday to Friday, 9am to 6pm' };
const numbers = helpNumbers({ name: 'Night and day team', phone: '01632 960 123' });

/** A letter of the later stages takes more than a side. */
const LETTER = [
	'# Your answer',
	...['What you told us', 'What we read', 'Who we spoke to', 'What we think'].flatMap((heading) => [
		`## ${heading}`,
		...Array.from({ length: 4 }, () =>
			'We read each of the notes, and we asked everyone. '.repeat(7)
		)
	])
].join('\n\n');

/** Every public page in every state that looks different, by a short name. */
export const PUBLIC_PAGES: Readonly<Record<string, ShownPage>> = {
	home: shown(Home, { site, readingHours: 'We read these 9am to 5pm, Monday to Friday.' }),
	'before-you-start': shown(BeforeYouStart, {
		site,
		view: {
			...asked,
			step: '1',
			title: 'Three things to know first',
			heading: 'Three things to know first',
			fields: [],
			button: 'I have read this',
			skip: 'I want to talk to an advocate first',
			back: '/'
		}
	}),
	'safe-wrong': shown(QuestionPage, { site, view: safe }),
	'help-now': shown(HelpNow, {
		site,
		back: '/s/3',
		numbers,
		told: [
			'We have told the complaints team at 4.12pm.',
			'Someone will try to call you by 5.15pm.'
		],
		view: callBack,
		carryOn: '/s/4'
	}),
	help: shown(HelpNow, { site, back: '/', numbers }),
	how: shown(QuestionPage, { site, view: asked }),
	about: shown(QuestionPage, { site, view: about }),
	happened: shown(QuestionPage, { site, view: happened }),
	'happened-wrong': shown(QuestionPage, { site, view: happenedWrong }),
	better: shown(QuestionPage, { site, view: better }),
	reach: shown(QuestionPage, { site, view: reach }),
	check: shown(CheckAnswers, { site, back: '/s/10', rows, hidden: { token: 'once' } }),
	'confirm-delete': shown(ConfirmDelete, { site, back: '/s/11', toldTeam: 'the complaints team' }),
	sent: shown(Sent, {
		site,
		words: WORDS,
		notesHref: '/s/12/notes.txt',
		pictureHref: '/s/12/notes.png',
		canText: true,
		texted: 'sent',
		steps: sentSteps,
		hearBy: 'Wednesday 3 June',
		hereIf: '/my/late'
	}),
	'sent-again': shown(Sent, {
		site,
		words: null,
		notesHref: null,
		steps: sentSteps,
		hearBy: 'Wednesday 3 June',
		hereIf: '/my/late',
		advocate:
			'We have asked NYAS to find you an advocate. You will hear who it is by Wednesday 3 June.'
	}),
	saved: shown(SavedForLater, {
		site,
		words: WORDS,
		notesHref: '/s/12/notes.txt',
		pictureHref: '/s/12/notes.png',
		keptUntil: 'Monday 15 June',
		carryOn: '/s/11'
	}),
	'come-back': shown(ComeBack, { site }),
	'come-back-wrong': shown(ComeBack, {
		site,
		typed: 'maple robin',
		error: 'Those words do not match. Check the spelling.'
	}),
	'come-back-hidden': shown(ComeBack, {
		site,
		notice: 'We hid this page to keep it private. Type your words to carry on.'
	}),
	'check-beside': shown(CheckAnswers, {
		site,
		back: '/s/10',
		rows: rows.slice(0, 1),
		beside: BESIDE_KINDS.map((kind) => ({
			kind,
			question: 'Who or what was good',
			answer: ['Mo listened to me.'],
			typed: [0],
			sounds: []
		}))
	}),
	tracking: shown(Tracking, {
		site,
		heading: 'We are reading it',
		lead: { before: 'You will get an answer by', date: 'Monday 15 June' },
		steps: sentSteps,
		notice: ['We have added it.'],
		tools
	}),
	late: shown(Tracking, {
		site,
		heading: 'Sam is looking into it',
		lead: { before: 'You will get an answer by', date: 'Monday 29 June' },
		steps: lateSteps,
		late: { words: LATE_WORDS, href: '/my/late' },
		latest: {
			id: 'm9',
			isOwn: false,
			from: 'From Sam, complaints team',
			at: 'Tuesday 16 June, 9.20am',
			words:
				'I am sorry this is late. I still need to talk to two people. I will write to you by Friday.'
		},
		tools
	}),
	ready: shown(Tracking, {
		site,
		heading: 'Your answer is here',
		lead: null,
		steps: lateSteps.map((step) => ({ ...step, state: 'done' as const })),
		ready: { href: '/my/answer', words: 'You choose how and when you see it.' },
		tools
	}),
	'late-choice': shown(Late, {
		site,
		words: [LATE_WORDS],
		waitUntil: 'Wednesday 30\u00a0December'
	}),
	messages: shown(Messages, {
		site,
		days,
		writeTo: 'Sam',
		answerBy: 'Sam will answer by Friday 5 June.'
	}),
	'messages-empty': shown(Messages, {
		site,
		days: [],
		empty: 'No messages yet. Sam will write by Friday 5 June.',
		writeTo: 'us',
		answerBy: null,
		error: 'Write a message first'
	}),
	'answer-gate': shown(AnswerGate, { site }),
	answer: shown(Answer, {
		site,
		lead: 'We agree with some of what you said, and not with all of it. We will go through it one part at a time, and tell you why.',
		parts,
		tryBy: 'Friday 24 July',
		writeTo: 'Sam',
		goThroughAction: '?/goThrough'
	}),
	'answer-heard': shown(Answer, {
		site,
		hears: true,
		lead: 'We agree with some of what you said, and not with all of it. We will go through it one part at a time, and tell you why.',
		parts,
		tryBy: 'Friday 24 July',
		writeTo: 'Sam',
		goThroughAction: '?/goThrough'
	}),
	'full-answer': shown(FullAnswer, {
		site,
		letters: [LETTER],
		parts,
		actions: Array.from({ length: 3 }, () => ({
			when: 'By Friday 24 July',
			what: 'We will say sorry to you, and Sam will meet you to plan the next visit with your sister.',
			why: null,
			isRefused: false
		})),
		papers: [{ name: 'The report', words: 'What we read and who we spoke to.', href: null }],
		nextHref: null,
		ombudsman: {
			words: {
				heading: 'You can ask the Ombudsman',
				lines: ['They do not work for us.', 'They look at what councils get wrong.'],
				call: 'Call them on',
				more: ['Try to do it in the next 12 months.']
			},
			telephone: '01632 960 101'
		},
		writeTo: 'Sam',
		goThroughAction: '?/goThrough',
		hidden: {}
	}),
	'not-happy': shown(NotHappy, { site, tryBy: 'Monday 6 July' }),
	'not-happy-wrong': shown(NotHappy, {
		site,
		tryBy: null,
		error: 'Choose what you want to do next'
	}),
	'changed-mind': shown(ChangedMind, { site }),
	'changed-mind-sure': shown(ChangedMind, { site, isConfirming: true, undoBy: 'Monday 6 July' }),
	'add-more': shown(AddMore, { site }),
	advocate: shown(AskAdvocate, { site, back: '/', provider, canAsk: false }),
	'advocate-ask': shown(AskAdvocate, {
		site,
		back: '/my',
		provider,
		canAsk: true,
		isPrivate: true
	}),
	'advocate-asked': shown(AskAdvocate, {
		site,
		back: '/my',
		provider,
		canAsk: true,
		asked: ['We asked NYAS to find you an advocate.', 'They will contact you by Wednesday 3 June.']
	}),
	'everything-told': shown(EverythingTold, {
		site,
		toldOn: 'Monday 1 June',
		rows: rows.map(({ question, answer }) => ({ question, answer })),
		added: [{ on: 'Thursday 4 June', lines: ['They moved my things too.'] }]
	}),
	private: shown(StayPrivate, { site }),
	'who-sees': shown(WhoSeesThis, { site, ...council, records }),
	'who-sees-adults': shown(PrivacyForAdults, {
		site,
		...council,
		post: 'Complaints team, 1 High Street',
		records,
		preparedOn: 'Thursday 26 November 2026'
	}),
	cookies: shown(Cookies, {
		site,
		cookieName: 'visit',
		preparedOn: 'Thursday 26 November 2026'
	}),
	accessibility: shown(Accessibility, {
		site,
		...council,
		preparedOn: 'Wednesday 25 November 2026'
	}),
	bye: shown(Bye, { site }),
	'not-found': shown(ErrorPage, { site, kind: 'notFound' }),
	broken: shown(ErrorPage, { site, kind: 'broken', reference: 'k7f2' }),
	'draft-gone': shown(DraftGone, { site })
};
