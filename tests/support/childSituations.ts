import { lendDevice, startLentVisit } from '#lib/server/auth/lendDevice.ts';
import { sessionsOf } from '#lib/server/auth/sessions.ts';
import { findSavedWords, openForm } from '#lib/server/intake/openForm.ts';
import { comeBack } from '#lib/server/intake/comeBack.ts';
import { saveForLater } from '#lib/server/intake/endVisit.ts';
import { sendDraft } from '#lib/server/intake/sendDraft.ts';
import { askForAdvocate, withdraw, writeMessage } from '#lib/server/complaints/complainantActs.ts';
import { answerConsent } from '#lib/server/complaints/childsConsent.ts';
import { requestStage2 } from '#lib/server/complaints/complainantReplies.ts';
import { keepUnsent } from '#lib/server/intake/my/unsentWords.ts';
import { setChannel } from '#lib/server/intake/my/changeReach.ts';
import type { StepId } from '#lib/intake/steps.ts';
import type { Service } from '#lib/server/service.ts';
import { answerCorporateStage2 } from './corporateAtPage.ts';
import { answerInFull } from './fullAnswerAtPage.ts';
import { latestCase, type CaseAtPage } from './officeAtPage.ts';
import { addStaff } from './testService.ts';
import { Visitor } from './visitor.ts';

/** The cookie of a browser in some situation, and the six words where there are any. */
export interface Holder {
	cookie: string;
	words: string;
}

const JUST_ME = { whoCanSee: 'justMe', voicemail: 'no', goodTimes: ['evening'] } as const;
const TELEPHONE = { ...JUST_ME, to: '07700 900 982' } as const;

/** Everything that can be said on the way to the check page, said. */
const ALL_SAID = {
	'7': { wishes: ['stop', 'why'], wishesMore: 'I want my bike back' },
	'7b': { changes: ['move'], changesWhen: 'On Friday' },
	'8': { advocate: 'yes' },
	'10': { reach: ['code', 'textMessage', 'telephone', 'email', 'letter', 'trustedPerson'] },
	'10a': TELEPHONE,
	'10b': TELEPHONE,
	'10c': { ...JUST_ME, to: 'jay@example.com' },
	'10d': { ...JUST_ME, to: '1 Any Street, Anytown' },
	'10e': { ...JUST_ME, to: '01632 960 001', name: 'Ms Reed' }
} as const;

/** As little as can be said by somebody who asks for a call. */
const LITTLE_SAID = { '4': { how: 'call' }, '9': {}, '10b': TELEPHONE } as const;

/** What an adult says who fears somebody, has a court case, and wants something stopped. */
const ADULT_SAID = {
	'2': { who: 'adult' },
	'34': { court: 'yes' },
	'37': { theirWishes: ['stop'], theirWishesMore: 'I want to be at the next meeting' },
	'37b': { childsChanges: ['move'], childsChangesWhen: 'In July' },
	'39': { othersCheck: 'yes' },
	'9': { name: 'Dana' }
} as const;

/** What a grandmother says for a child who has a phone and will use a code of her own. */
const HELPER_SAID = {
	'2': { who: 'helper' },
	'22': { childKnows: 'no' },
	'28': { wishesForChild: ['stop'], wishesForChildMore: 'A visit this month' },
	'28b': { changesForChild: ['move'], changesForChildWhen: 'In July' },
	'30': { childReach: ['textMessage', 'telephone', 'email', 'letter', 'trustedPerson'] },
	'30a': TELEPHONE,
	'30b': TELEPHONE,
	'30c': { ...JUST_ME, to: 'ella@example.com' },
	'30d': { ...JUST_ME, to: '1 Any Street, Anytown' },
	'30e': { ...JUST_ME, to: '01632 960 001', name: 'Ms Reed' },
	'9': { name: 'Grandma Joan' }
} as const;

/** The child somebody spoke for, in a browser of her own, let in by her own six words. */
async function helpedChild(service: Service): Promise<Holder> {
	const { cookie } = await sent(service, HELPER_SAID);
	const form = await openForm(service, cookie);
	const words = (form.kind === 'sent' && form.sent.childsWords?.join(' ')) || '';
	const back = await comeBack(service, words, { cookie: 'the child’s browser', address: '::1' });
	if (!back.opened) throw new Error('the child’s own words did not open it');
	return { cookie: back.newCookie, words };
}

type Pressed = readonly (readonly [step: StepId, filled: Record<string, unknown>])[];

/** A thank-you with no reply wanted, and an idea with an answer wanted, page by page. */
const THANKS: Pressed = [
	['41', { good: 'Mo listened to me.' }],
	['42', { mayTell: 'noName' }],
	['43', { wantsReply: 'no' }]
];
const IDEA: Pressed = [
	['51', { idea: 'Can we have a bike shed?' }],
	['52', { forWhom: 'everyone' }],
	['53', { wantsAnswer: 'yes' }],
	['54', {}]
];

async function aside(service: Service, pressed: Pressed): Promise<string> {
	const child = new Visitor(service);
	for (const [step, filled] of pressed) await child.press(step, filled);
	return child.cookie ?? '';
}

/** A form in one browser, filled in up to the check page. */
async function filled(
	service: Service,
	instead: Parameters<Visitor['fillIn']>[0] = {}
): Promise<string> {
	const child = new Visitor(service);
	await child.fillIn(instead);
	return child.cookie ?? '';
}

/** The same, sent. The browser is still on the page with the words. */
export async function sent(
	service: Service,
	instead: Parameters<Visitor['fillIn']>[0] = {}
): Promise<Holder> {
	return send(service, await filled(service, instead));
}

async function send(service: Service, before: string): Promise<Holder> {
	const sending = await sendDraft(service, before);
	const cookie = (sending.kind === 'sent' && sending.newCookie) || before;
	const form = await openForm(service, cookie);
	return { cookie, words: (form.kind === 'sent' && form.sent.words?.join(' ')) || '' };
}

async function begun(service: Service): Promise<string> {
	const child = new Visitor(service);
	await child.press('1');
	return child.cookie ?? '';
}

/** In the browser of a device that a worker has just handed over. */
async function lent(service: Service): Promise<string> {
	const staffId = await addStaff(service, `Kit ${crypto.randomUUID()}`, ['complaintsOfficer']);
	const session = await sessionsOf(service).createSession(staffId, {});
	const device = await lendDevice(service, session.id);
	return (device && (await startLentVisit(service, device.lentId))) ?? '';
}

async function lentFilled(service: Service): Promise<string> {
	const child = new Visitor(service, await lent(service));
	await child.fillIn();
	return child.cookie ?? '';
}

async function saved(service: Service): Promise<string> {
	const cookie = await filled(service);
	await saveForLater(service, cookie);
	return cookie;
}

/** Saved in one browser, opened by its words in another, and sent there. */
async function sentElsewhere(service: Service): Promise<Holder> {
	const words = (await findSavedWords(service, await saved(service)))?.words?.join(' ') ?? '';
	const back = await comeBack(service, words, { cookie: 'another browser', address: '::1' });
	if (!back.opened) throw new Error('the words of a saved form did not open it');
	return send(service, back.newCookie);
}

/** A complaint that was sent, and then whatever `happened` to it. */
async function after(
	service: Service,
	happened: (office: CaseAtPage) => Promise<unknown>
): Promise<Holder> {
	const holder = await sent(service);
	await happened(await latestCase(service));
	return holder;
}

const act = (complaintId: string) => ({ complaintId, actId: crypto.randomUUID() });

/** The situations a visitor may be in, and how each is brought about without a browser. */
export const SITUATIONS = {
	begun: async (service) => ({ cookie: await begun(service), words: '' }),
	filled: async (service) => ({ cookie: await filled(service, ALL_SAID), words: '' }),
	littleSaid: async (service) => ({
		cookie: await filled(service, LITTLE_SAID),
		words: ''
	}),
	signs: async (service) => ({
		cookie: await filled(service, {
			...LITTLE_SAID,
			'4': { how: 'language' },
			'4b': { language: 'bsl' }
		}),
		words: ''
	}),
	notSafe: async (service) => {
		const child = new Visitor(service);
		await child.press('1');
		await child.press('2', { who: 'child' });
		await child.press('3', { safe: 'no' });
		return { cookie: child.cookie ?? '', words: '' };
	},
	sentLittle: (service) => sent(service, LITTLE_SAID),
	called: async (service) => ({
		cookie: await filled(service, { '3': { safe: 'no' } }),
		words: ''
	}),
	saved: async (service) => ({ cookie: await saved(service), words: '' }),
	sent: (service) => sent(service),
	sentWithAdvocate: (service) => sent(service, ALL_SAID),
	sentElsewhere,
	lookedInto: (service) =>
		after(service, async (office) => {
			await office.triage();
			await office.write('Can we meet on Monday at four?\n\nIt can be where you like.');
			await writeMessage(service, { ...act(office.complaintId), words: 'Yes, at four' });
		}),
	// 13 to 18 working days, whichever holidays lie between: more than 10, and not yet 20.
	late: (service) =>
		after(service, async (office) => {
			await office.triage();
			await office.receivedEarlier(25);
		}),
	veryLate: (service) =>
		after(service, async (office) => {
			await office.triage();
			await office.receivedEarlier(40);
		}),
	answered: (service) =>
		after(service, async (office) => {
			await office.triage();
			await office.answer();
		}),
	fullyAnswered: (service) =>
		after(service, async (office) => {
			await office.triage();
			await answerInFull(service, office, 2);
		}),
	corporateAnswered: (service) =>
		after(service, async (office) => {
			await office.triage('corporate');
			await answerCorporateStage2(service, office);
		}),
	lastAnswered: (service) =>
		after(service, async (office) => {
			await office.triage();
			await answerInFull(service, office, 3);
		}),
	someoneNewAsked: (service) =>
		after(service, async (office) => {
			await office.triage();
			await office.answer();
			await requestStage2(service, {
				...act(office.complaintId),
				strandIds: [office.strandId]
			});
		}),
	stopped: (service) =>
		after(service, async (office) => {
			await office.triage();
			await withdraw(service, { ...act(office.complaintId), strandIds: 'all' });
		}),
	stoppedLongAgo: (service) =>
		after(service, async (office) => {
			await office.receivedEarlier(60);
			await office.stoppedEarlier(50);
		}),
	advocateAsked: (service) =>
		after(service, async (office) => {
			await office.triage();
			await askForAdvocate(service, { ...act(office.complaintId), mayKnow: 'nameOnly' });
		}),
	texted: (service) =>
		after(service, (office) =>
			setChannel(service, {
				...act(office.complaintId),
				channel: 'textMessage',
				details: { ...TELEPHONE, goodTimes: [...TELEPHONE.goodTimes] }
			})
		),
	unsent: (service) =>
		after(service, async ({ complaintId }) => {
			const fields = new FormData();
			fields.append('more', 'My bike too');
			await keepUnsent(service, { complaintId, holder: 'complainant', page: 'add' }, fields);
		}),
	adultsFilled: async (service) => ({ cookie: await filled(service, ADULT_SAID), words: '' }),
	adultNotSafe: async (service) => {
		const adult = new Visitor(service);
		await adult.press('1');
		await adult.press('2', { who: 'adult' });
		await adult.press('32', { feelSafe: 'no' });
		return { cookie: adult.cookie ?? '', words: '' };
	},
	adultsSent: (service) => sent(service, ADULT_SAID),
	adultsAnswered: async (service) => {
		const holder = await sent(service, ADULT_SAID);
		const office = await latestCase(service);
		await office.triage();
		await office.answer();
		return holder;
	},
	helpersFilled: async (service) => ({ cookie: await filled(service, HELPER_SAID), words: '' }),
	helpersSent: (service) => sent(service, HELPER_SAID),
	helpersAnswered: async (service) => {
		const holder = await sent(service, HELPER_SAID);
		const { complaintId } = await latestCase(service);
		await answerConsent(service, { ...act(complaintId), consent: 'partly', words: 'The dog' });
		await writeMessage(service, { ...act(complaintId), words: 'Any news?', party: 'helper' });
		return holder;
	},
	helpedChild,
	thanking: async (service) => ({ cookie: await aside(service, THANKS.slice(0, 2)), words: '' }),
	havingAnIdea: async (service) => ({ cookie: await aside(service, IDEA.slice(0, 3)), words: '' }),
	thanked: async (service) => send(service, await aside(service, THANKS)),
	ideaSent: async (service) => send(service, await aside(service, IDEA)),
	lent: async (service) => ({ cookie: await lent(service), words: '' }),
	lentFilled: async (service) => ({ cookie: await lentFilled(service), words: '' }),
	lentSent: async (service) => send(service, await lentFilled(service)),
	stranger: async () => ({ cookie: `${'A'.repeat(43)}.AAAAAAAAAAAAAAAA`, words: '' })
} as const satisfies Record<string, (service: Service) => Promise<Holder>>;

export type Situation = keyof typeof SITUATIONS;
