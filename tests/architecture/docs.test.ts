import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PAPERS = [
	'docs/ARCHITECTURE.md',
	'docs/glossary.md',
	...readdirSync('docs/decisions').map((name) => join('docs/decisions', name))
];

describe('what is written about the code', () => {
	it.each(PAPERS)('names only files that are there: %s', (paper) => {
		const named = pathsIn(readFileSync(paper, 'utf8'));
		expect(named.filter((path) => !existsSync(path))).toEqual([]);
	});

	it('says where to start, and which test holds each promise', () => {
		const named = pathsIn(readFileSync('docs/ARCHITECTURE.md', 'utf8'));
		expect(named.filter((path) => path.startsWith('tests/')).length).toBeGreaterThan(10);
		expect(named.filter((path) => path.startsWith('src/')).length).toBeGreaterThan(10);
	});

	it('gives each decision a number of its own, and what was not chosen at what cost', () => {
		const decisions = PAPERS.filter((paper) => paper.startsWith('docs/decisions'));
		const numbers = decisions.map((paper) => paper.slice('docs/decisions/'.length, -3).slice(0, 4));
		expect(numbers).toEqual(decisions.map((_, index) => String(index + 1).padStart(4, '0')));
		for (const paper of decisions) {
			const headings = readFileSync(paper, 'utf8').match(/^## .*/gm);
			expect(headings).toEqual(['## Context', '## Decision', '## Not chosen', '## Cost']);
		}
	});
});

/** Whatever stands in backticks and begins in a folder of ours. */
function pathsIn(text: string): string[] {
	return [...text.matchAll(/`((?:src|tests|docs|migrations|static)\/[^`\s]*)`/g)].map(
		([, path]) => path ?? ''
	);
}
