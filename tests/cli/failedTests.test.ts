import { describe, expect, it } from 'vitest';
import { failedPages, failedUnits } from '../../src/cli/failedTests.js';

describe('the end of a test run names', () => {
	it('each rule that failed, with what was found, and none that passed', () => {
		const passed = { status: 'passed', fullName: 'day 10 is counted', failureMessages: [] };
		const failed = { status: 'failed', fullName: 'day 20 is counted', failureMessages: ['a\nb'] };
		const file = { name: 'days.test.ts', status: 'failed', assertionResults: [passed, failed] };
		expect(failedUnits({ testResults: [file] })).toEqual([
			'days.test.ts: day 20 is counted\n    a\n    b'
		]);
	});

	it('a file that could not be read at all', () => {
		const broken = { name: 'days.test.ts', status: 'failed', assertionResults: [], message: 'no' };
		expect(failedUnits({ testResults: [broken] })).toEqual([
			'days.test.ts: the file as a whole\n    no'
		]);
	});

	it('each page that failed, however deep it lies, and with or without scripts', () => {
		const [well, badly] = ['expected', 'unexpected'].map((status) => ({
			file: 'home.spec.ts',
			title: status,
			tests: [{ status, projectName: 'with scripts', results: [{ errors: [{ message: 'x' }] }] }]
		}));
		const report = { suites: [{ specs: [well], suites: [{ specs: [badly] }] }] };
		expect(failedPages(report)).toEqual(['home.spec.ts: unexpected (with scripts)\n    x']);
	});

	it('nothing where a runner left no report', () => {
		expect([failedUnits(null), failedPages(null)]).toEqual([[], []]);
	});
});
