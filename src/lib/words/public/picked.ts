// What can be ticked about a complaint, by its code: read where it is ticked, and by staff after.

/** "What is it about?" in a child's words (C6). */
export const SUBJECT_LABELS = {
	home: 'Where I live',
	worker: 'My social worker or another worker',
	family: 'Seeing my family or friends',
	plan: 'My plan or my meetings',
	school: 'School, college or work',
	money: 'Money and things I need',
	moving: 'Moving, or leaving care',
	feelings: 'My feelings or my health',
	records: 'What people wrote about me',
	treatment: 'How I was treated',
	other: 'Something else',
	notSure: 'I am not sure'
} as const;

/** The same in an adult's (B4). */
export const ADULT_SUBJECT_LABELS = {
	home: 'Where the child lives',
	worker: 'A social worker or another worker',
	family: 'Time with family or friends',
	plan: 'The plan for the child, or meetings',
	school: 'School, college or work',
	money: 'Money and support',
	moving: 'A move, or leaving care',
	feelings: 'The child’s feelings or health',
	records: 'What was written down',
	treatment: 'How I was treated',
	other: 'Something else',
	notSure: 'I am not sure'
} as const;

/** "What would make it better?" (C8). */
export const WISH_LABELS = {
	sorry: 'Say sorry',
	why: 'Tell me why',
	change: 'Change something',
	stop: 'Stop something happening',
	sortOut: 'Sort it out quickly, with me',
	listen: 'Just listen',
	notSure: 'I do not know yet'
} as const;

/** "Is something about to change?" (C8b). */
export const CHANGE_LABELS = {
	move: 'I am going to be moved',
	school: 'My school',
	familyTime: 'Seeing my family',
	other: 'Something else',
	nothing: 'No, nothing'
} as const;
