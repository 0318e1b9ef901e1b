import type { FilesView } from '#lib/intake/questionView.ts';
import { FILE_WORDS } from '#lib/words/public/files.ts';

/** Files that go along with a message or with words that are added: none is there beforehand. */
export function filesField(error: string | null): FilesView {
	return {
		kind: 'files',
		id: 'files',
		name: 'files',
		label: FILE_WORDS.along,
		hint: null,
		error,
		files: [],
		takesPdf: false,
		formId: null
	};
}
