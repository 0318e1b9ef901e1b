import type { IconSet } from './iconShape.ts';

/** Signs that carry a state, always beside its word: done, now, next, late, wrong, the outcomes. */
export const SIGN_ICONS = {
	done: [
		['M16 2a14 14 0 1 0 0 28a14 14 0 1 0 0-28z', 'solid'],
		['M9.5 16.7l4.4 4.3 8.6-9.5', 'cut']
	],
	now: [
		['M16 3a13 13 0 1 0 0 26a13 13 0 1 0 0-26z', 'sun'],
		['M16 16h.01', 'onSun']
	],
	next: [['M16 3a13 13 0 1 0 0 26a13 13 0 1 0 0-26z', 'card']],
	late: [
		['M13.7 4.4a2.7 2.7 0 0 1 4.6 0l11.2 19.9a2.7 2.7 0 0 1-2.3 4H4.8a2.7 2.7 0 0 1-2.3-4z', 'sun'],
		['M16 11.5v7.3M16 23.6h.01', 'onSun']
	],
	wrong: [
		['M16 2.5a13.5 13.5 0 1 0 0 27a13.5 13.5 0 1 0 0-27z', 'solid'],
		['M16 8.5v9.5M16 23.5h.01', 'cut']
	],
	agree: [
		['M16 3.5a12.5 12.5 0 1 0 0 25a12.5 12.5 0 1 0 0-25z', 'soft'],
		['M10.3 16.7l3.9 3.9 7.5-8.6', 'bold']
	],
	partlyAgree: [
		['M16 3.5a12.5 12.5 0 1 0 0 25a12.5 12.5 0 1 0 0-25z', 'card'],
		['M16 3.5a12.5 12.5 0 0 0 0 25z', 'soft']
	],
	notAgree: [
		['M16 3.5a12.5 12.5 0 1 0 0 25a12.5 12.5 0 1 0 0-25z', 'soft'],
		['M10.3 13h11.4M10.3 19h11.4M19.8 9.3l-7.6 13.4', 'bold']
	],
	question: [
		['M16 3.5a12.5 12.5 0 1 0 0 25a12.5 12.5 0 1 0 0-25z', 'soft'],
		['M12.3 12.7a3.8 3.8 0 1 1 5.7 3.3c-1.3.8-2 1.5-2 2.8M16 23h.01', 'bold']
	],
	other: [
		['M16 3.5a12.5 12.5 0 1 0 0 25a12.5 12.5 0 1 0 0-25z', 'soft'],
		['M10.5 16h.01M16 16h.01M21.5 16h.01', 'bold']
	],
	calendar: [
		[
			'M7.5 7h17A2.5 2.5 0 0 1 27 9.5v16a2.5 2.5 0 0 1-2.5 2.5h-17A2.5 2.5 0 0 1 5 25.5v-16A2.5 2.5 0 0 1 7.5 7z',
			'soft'
		],
		['M5 13.5h22M10.8 4v6M21.2 4v6', 'line']
	],
	calendarTick: [
		[
			'M7.5 7h17A2.5 2.5 0 0 1 27 9.5v16a2.5 2.5 0 0 1-2.5 2.5h-17A2.5 2.5 0 0 1 5 25.5v-16A2.5 2.5 0 0 1 7.5 7z',
			'soft'
		],
		['M5 13.5h22M10.8 4v6M21.2 4v6M11.7 20.5l3 3 5.6-6.2', 'line']
	]
} as const satisfies IconSet;
