/** On the check page: a thank-you or an idea that was begun in the same form, and is sent too. */
export const BESIDE = {
	thanks: 'You wrote a thank-you too',
	idea: 'You wrote an idea or a question too',
	hint: 'We send it too, on its own. You get no reply to it.',
	leaveOut: { thanks: 'Do not send the thank-you', idea: 'Do not send the idea' }
} as const;

/** The same once it was sent; `kinds`: which of them, as the case keeps it. */
export function besideWords(kinds: string | undefined): readonly string[] {
	const sent = (kinds ?? '').split(' ');
	return [
		...(sent.includes('thanks') ? ['We have your thank-you too. We will pass it on.'] : []),
		...(sent.includes('idea') ? ['We have your idea or question too. We will read it.'] : [])
	];
}
