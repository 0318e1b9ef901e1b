/** The files of the English list, each with what stands in it. */
export const FILES: Readonly<Record<string, string>> = {
	shared:
		'What is said on any page, on any page of the form, and on any page behind the six words.',
	front: 'The pages around the form: home, help, the doors of adults, coming back and leaving.',
	notices: 'What we keep, who sees it, cookies, accessibility.',
	child: 'The pages that ask a child, and those that say how to reach somebody.',
	adults: 'The pages that ask an adult with a complaint of their own, or who helps a child.',
	sending: 'A thank-you, an idea, the check page and what comes after sending.',
	own: 'What is happening, messages, the answer, and everything else behind the six words.'
};

/** In which file the texts of a page stand. */
export function fileOf(page: string): string {
	if (/^(everywhere|theForm|theirOwn)$/.test(page)) return 'shared';
	if (/^(privacy|cookies|accessibility|languages)/.test(page)) return 'notices';
	if (/^s\/(1|2|3h?|4b?|[5-9]b?|10[a-e]?)$/.test(page)) return 'child';
	if (/^s\/[23]\d/.test(page)) return 'adults';
	if (/^s\/(1[12]|[45]\d)/.test(page)) return 'sending';
	return /^(my|more)/.test(page) ? 'own' : 'front';
}
