import type { FilesView } from '#lib/intake/questionView.ts';
import { ADULT_FILE_WORDS, FILE_WORDS } from '#lib/words/public/files.ts';

/**
 * Files that go along with a message or with words that are added: none is there beforehand. An
 * adult may send a PDF as well.
 */
export function filesField(error: string | null, takesPdf: boolean): FilesView {
	return {
		kind: 'files',
		id: 'files',
		name: 'files',
		label: takesPdf ? ADULT_FILE_WORDS.along : FILE_WORDS.along,
		hint: takesPdf ? ADULT_FILE_WORDS.hint : null,
		error,
		files: [],
		takesPdf,
		formId: null
	};
}
