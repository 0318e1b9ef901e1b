/** What the button at the foot of each page says that leads to that view. */
export const VIEW_WORDS = {
	easier: 'Make it easier to read',
	usual: 'Go back to the usual view'
} as const;

/** The button that reads a page or a message aloud, and the same while it does. */
export const READ_ALOUD = { listen: 'Listen', stop: 'Stop' } as const;
