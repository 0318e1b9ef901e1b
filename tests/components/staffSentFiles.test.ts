import { describe, expect, it } from 'vitest';
import { toldFiles } from '#lib/components/staff/views/sentFiles.ts';

import type { PulledFile } from '#lib/wire/sync.ts';
import { received } from '../support/complaintHistory.ts';
import { factsOn } from '../support/pulledCase.ts';

const TODAY = '2026-06-04';

function aFile(more: Partial<PulledFile>): PulledFile {
	return {
		fileId: crypto.randomUUID(),
		part: 'happened',
		partId: null,
		sort: 'sound',
		byteSize: 1000,
		seconds: 65,
		scan: 'clean',
		addedAt: `${TODAY}T09:00:00Z`,
		...more
	};
}

/** What is shown of a child's recording, and of what a helper of that name sent beside it. */
function shown(name: string) {
	const people = [{ personId: 'h', part: 'helper' as const, name, relation: '', staffId: null }];
	const files = [
		aFile({}),
		aFile({ part: 'helpersAccount' }),
		aFile({ part: 'helpersAccount', sort: 'paper', seconds: null })
	];
	return toldFiles(factsOn(TODAY, [received({ madeBy: 'helper' })], { people, files }));
}

describe('what came with the form, as staff see it', () => {
	it('is the child’s, and apart from it the helper’s, each named as theirs', () => {
		const [childs, helpers] = shown('Joan');
		expect(childs?.files.map(({ words }) => words)).toEqual(['Recording 1, 1:05']);
		expect(helpers?.whose).toBe('Joan');
		expect(helpers?.files.map(({ words }) => words)).toEqual([
			'Helper’s recording 1, 1:05',
			'Helper’s PDF 1'
		]);
	});

	it('is the helper’s also where they gave no name', () => {
		expect(shown('')[1]?.whose).toBe('the helper');
	});
});
