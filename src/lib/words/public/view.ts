/** What the button at the foot of each page says that leads to that view. */
export const VIEW_WORDS = {
	easier: 'Make it easier to read',
	usual: 'Go back to the usual view'
} as const;
