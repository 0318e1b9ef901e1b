import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { minifySync, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** `npm run english` writes the list that translators are given, from the pages themselves. */
const WRITES_ENGLISH = 'tests/server/languages/writeEnglish.ts';

export default defineConfig(({ mode }) => ({
	plugins: [sveltekit(), lightScript()],
	// Named, so that the server's build writes each style as the browser's does: a style linked by its
	// address carries the hash of its text, and the two must agree.
	build: { cssTarget: ['chrome111', 'edge111', 'firefox114', 'safari16.4'] },
	test: {
		include: mode === 'english' ? [WRITES_ENGLISH] : ['tests/**/*.test.ts'],
		// The built site is run as it is, not compiled once more.
		server: { deps: { external: [/\/build\/[0-9a-f]{12}\//] } },
		globalSetup: ['tests/support/databaseSetup.ts'],
		testTimeout: 180_000,
		hookTimeout: 240_000,
		// What is waited for comes when a busy machine gets to it.
		expect: { poll: { timeout: 25_000 } },
		pool: 'forks',
		maxWorkers: 2
	}
}));

/** The script of the public pages as it is sent: without the comments, and with short names. */
function lightScript(): Plugin {
	return {
		name: 'light-script',
		apply: 'build',
		writeBundle({ dir = '' }) {
			const file = join(dir, 'public.js');
			if (!existsSync(file)) return;
			const { code, errors } = minifySync(file, readFileSync(file, 'utf8'), {
				compress: { target: 'es2015' },
				mangle: true
			});
			if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
			writeFileSync(file, code);
		}
	};
}
