import type { OmbudsmanReason } from '#lib/domain/complaint/ombudsmanNext.ts';

/** The way to the Ombudsman, as the council's settings have it. */
export interface OmbudsmanWay {
	/** As people say it: "0300 061 0614". */
	telephone: string;
	/** "www.lgo.org.uk". */
	website: string;
	/** The number the complaint has with us. */
	reference: string;
}

/** Who looks next once no step of ours is left, in paragraphs; the number to call stands apart. */
export interface OmbudsmanWords {
	heading: string;
	/** Why now, and who they are. */
	lines: readonly string[];
	/** Before the number. */
	call: string;
	/** How else, what to say, and by when. */
	more: readonly string[];
}

/** What a child reads of the Ombudsman (H26, T4). */
export function ombudsmanWords(reason: OmbudsmanReason, way: OmbudsmanWay): OmbudsmanWords {
	return {
		heading: reason === 'referredEarly' ? 'The Ombudsman looks next' : 'You can ask the Ombudsman',
		lines: [
			WHY[reason],
			'They check if councils have been fair. They are not part of the council. It is free.',
			'Their full name is the Local Government and Social Care Ombudsman.'
		],
		call: 'Call them on',
		more: [
			`You can also go to ${way.website}.`,
			SAY[reason],
			`Your number with us is ${way.reference}. Someone you trust can help you ask.`,
			...(reason === 'referredEarly'
				? []
				: [
						'Try to ask in the 12 months after you knew about the problem.',
						'You can still ask after that. They will tell you if they can look.'
					])
		]
	};
}

const WHY = {
	lastAnswer: 'We have done all our steps. If you are still not happy, you can ask the Ombudsman.',
	partAnswered:
		'You have our last answer on some of it. If you are not happy with that part, you can ask the Ombudsman.',
	referredEarly: 'You said yes to it, so we sent it to the Ombudsman.',
	refusedLate: 'We wrote to you to say why. You can ask the Ombudsman to look at it.',
	notAgreed: 'We could not agree on what to look at. You can ask the Ombudsman about that.',
	late: 'This is late, and that is our fault. You can ask the Ombudsman now, if you want.'
} as const satisfies Record<OmbudsmanReason, string>;

const NOT_HAPPY =
	'You can say: “I told the council what was wrong. I have their last answer. I am not happy with it.”';

const SAY = {
	lastAnswer: NOT_HAPPY,
	partAnswered: NOT_HAPPY,
	referredEarly: 'You can call them to hear how it is going.',
	refusedLate:
		'You can say: “I asked for three people to look. The council said I asked too late.”',
	notAgreed: 'You can say: “The council and I could not agree on what to look at.”',
	late: 'You can say: “I told the council what was wrong. Their answer is late.”'
} as const satisfies Record<OmbudsmanReason, string>;
