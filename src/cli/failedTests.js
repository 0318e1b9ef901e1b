// Reads out of the runners' reports what failed. Plain JavaScript without dependencies, as its caller.

/**
 * Which of Vitest's tests, and which whole files, failed or were left out: file, name and what was found.
 *
 * @param {any} report as its JSON reporter writes it, or null where it wrote none
 * @returns {readonly string[]}
 */
export function failedUnits(report) {
	const files = report?.testResults ?? [];
	return files.flatMap((/** @type {any} */ file) => {
		const failed = file.assertionResults
			.filter((/** @type {any} */ { status }) => status !== 'passed')
			.map((/** @type {any} */ { fullName, failureMessages = [] }) =>
				inWords(file.name, fullName, failureMessages)
			);
		if (failed.length > 0 || file.status === 'passed') return failed;
		return [inWords(file.name, 'the file as a whole', [file.message])];
	});
}

/**
 * Which of Playwright's tests failed, passed only on another try, or were left out.
 *
 * @param {any} report as its JSON reporter writes it, or null where it wrote none
 * @returns {readonly string[]}
 */
export function failedPages(report) {
	const specs = (report?.suites ?? []).flatMap(specsOf);
	const outside = (report?.errors ?? []).map((/** @type {any} */ { message }) => message);
	return [...outside, ...specs.flatMap(failedIn)];
}

/**
 * @param {any} suite
 * @returns {readonly any[]}
 */
function specsOf(suite) {
	return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/** @param {any} spec */
function failedIn({ file, title, tests }) {
	return tests
		.filter((/** @type {any} */ { status }) => status !== 'expected')
		.map((/** @type {any} */ { projectName, results }) =>
			inWords(
				file,
				`${title} (${projectName})`,
				results.flatMap((/** @type {any} */ result) => result.errors ?? []).map(messageOf)
			)
		);
}

/** @param {any} error */
function messageOf({ message }) {
	return message;
}

/**
 * @param {string} file
 * @param {string} name
 * @param {readonly string[]} messages
 */
function inWords(file, name, messages) {
	const lines = messages.join('\n').split('\n').slice(0, 12);
	return [`${file}: ${name}`, ...lines].join('\n    ');
}
