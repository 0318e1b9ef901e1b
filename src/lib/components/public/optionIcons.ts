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

/** The picture beside one option of one step, or null where its options have none. */
export function findOptionIcon(step: StepId, code: string): IconName | null {
	return ICONS_BY_STEP[step]?.[code] ?? null;
}
