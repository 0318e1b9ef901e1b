/** One message, either way. */
export interface ShownMessage {
	id: string;
	/** True for the child's own. */
	isOwn: boolean;
	/** "From Sam, complaints team"; for the child's own, "You". */
	from: string;
	/** "10.05am"; on a page that shows one message alone, "Tuesday 16 June, 9.20am". */
	at: string;
	words: string;
	/** Recordings and pictures that came with it. */
	files?: readonly { id: string; words: string; href: string | null }[];
	/** True once the child pressed "I do not understand this". */
	isNotUnderstood?: boolean;
}

/** The messages of one day, oldest first. */
export interface MessageDay {
	/** "Tuesday 2 June". */
	day: string;
	messages: readonly ShownMessage[];
}
