import type { IconName } from '#lib/components/icons/Icon.svelte';
import type {
	PickedSubject,
	ReachChannel,
	WayOfTelling,
	Wish,
	GoodTime
} from '#lib/intake/codes.ts';
import type { StepId } from '#lib/intake/steps.ts';

const WAY_OF_TELLING_ICONS = {
	type: 'keyboard',
	record: 'microphone',
	someone: 'advocate',
	call: 'phone',
	meet: 'meeting',
	language: 'hand'
} as const satisfies Record<WayOfTelling, IconName>;

const SUBJECT_ICONS = {
	home: 'home',
	worker: 'worker',
	family: 'family',
	plan: 'plan',
	school: 'school',
	money: 'money',
	moving: 'moving',
	feelings: 'feelings',
	records: 'written',
	treatment: 'treated',
	other: 'other',
	notSure: 'question'
} as const satisfies Record<PickedSubject, IconName>;

const WISH_ICONS = {
	sorry: 'sorry',
	why: 'why',
	change: 'change',
	stop: 'stop',
	sortOut: 'quickly',
	listen: 'listen',
	notSure: 'question'
} as const satisfies Record<Wish, IconName>;

const REACH_ICONS = {
	code: 'key',
	textMessage: 'smartphone',
	telephone: 'phone',
	email: 'email',
	letter: 'letter',
	trustedPerson: 'trusted'
} as const satisfies Record<ReachChannel, IconName>;

const GOOD_TIME_ICONS = {
	afterSchool: 'school',
	evening: 'moon',
	weekend: 'sun',
	any: 'calendar'
} as const satisfies Record<GoodTime, IconName>;

/** Every step whose options have pictures. The others are words alone. */
const ICONS_BY_STEP: Partial<Record<StepId, Readonly<Record<string, IconName>>>> = {
	'4': WAY_OF_TELLING_ICONS,
	'5': SUBJECT_ICONS,
	'7': WISH_ICONS,
	'10': REACH_ICONS,
	'10a': GOOD_TIME_ICONS,
	'10b': GOOD_TIME_ICONS,
	'26b': WAY_OF_TELLING_ICONS,
	'34b': WAY_OF_TELLING_ICONS
};

/** What one code stands for wherever it is offered; in the easier view each has its picture. */
const EASIER_ICONS: Readonly<Record<string, IconName>> = {
	justMe: 'person',
	others: 'family',
	...GOOD_TIME_ICONS,
	...REACH_ICONS,
	yes: 'agree',
	no: 'no',
	aBit: 'partlyAgree',
	notSure: 'question',
	notSaying: 'lock',
	other: 'other',
	nothing: 'no',
	child: 'person',
	helper: 'advocate',
	adult: 'grownUp',
	now: 'quickly',
	halfAnHour: 'phone',
	oneHour: 'phone',
	twoHours: 'phone',
	move: 'moving',
	school: 'school',
	familyTime: 'family',
	have: 'trusted',
	notNow: 'calendar',
	nameOnly: 'person',
	story: 'message',
	advocate: 'advocate',
	carer: 'home',
	family: 'family',
	professional: 'school',
	friend: 'trusted',
	asked: 'message',
	knows: 'agree',
	cannot: 'other',
	allSafe: 'agree',
	ownCode: 'key',
	throughMe: 'advocate',
	phone: 'phone',
	parent: 'family',
	responsibility: 'plan',
	guardian: 'trusted',
	fosterCarer: 'home',
	adopter: 'thanks',
	relative: 'grownUp',
	care: 'trusted',
	treated: 'treated',
	both: 'plus',
	noName: 'lock',
	me: 'person',
	everyone: 'family',
	stage2: 'eye',
	stage3: 'meeting',
	talk: 'message',
	content: 'agree',
	think: 'calendar',
	all: 'stop',
	some: 'partlyAgree',
	pause: 'message',
	myself: 'pencil',
	lastMonth: 'calendar',
	lastYear: 'calendar',
	longAgo: 'calendarTick',
	aboutThem: 'worker',
	team: 'listen',
	reviewer: 'meeting',
	ownWorker: 'worker',
	someone: 'trusted',
	anyone: 'agree',
	nobody: 'pencil',
	language: 'treated',
	sign: 'hand',
	readToMe: 'listen',
	bigPrint: 'document',
	pictures: 'picture',
	place: 'place',
	time: 'calendar',
	good: 'agree',
	ok: 'partlyAgree',
	bad: 'notAgree',
	bsl: 'hand',
	otherSign: 'hand'
};

/** Where a code stands for something else than elsewhere. */
const EASIER_BY_STEP: Partial<Record<StepId, Readonly<Record<string, IconName>>>> = {
	'8': { yes: 'advocate' },
	'28': WISH_ICONS,
	'35': SUBJECT_ICONS,
	'37': WISH_ICONS
};

/** Each language has its name in its own script, and one picture for all that are spoken. */
const LANGUAGE_FIELD = /language$/i;

/** The same for a question behind the six words, by the name of its field. */
const EASIER_BY_NAME: Readonly<Record<string, Readonly<Record<string, IconName>>>> = {
	agree: { all: 'agree' }
};

/**
 * The picture beside an option in the easier view, where every one has its own but those of the
 * equality questions: nobody is drawn by their faith, their colour or whom they love.
 */
export function findEasierIcon(step: StepId | null, name: string, code: string): IconName | null {
	const ofStep = step && (ICONS_BY_STEP[step]?.[code] ?? EASIER_BY_STEP[step]?.[code]);
	const ofName = EASIER_BY_NAME[name]?.[code] ?? EASIER_ICONS[code];
	return ofStep ?? ofName ?? (LANGUAGE_FIELD.test(name) ? 'message' : null);
}

/** The picture beside one option of one step, or null where its options have none. */
export function findOptionIcon(step: StepId, code: string): IconName | null {
	return ICONS_BY_STEP[step]?.[code] ?? null;
}
