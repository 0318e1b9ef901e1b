import js from '@eslint/js';
import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'tests/output/', 'test-results/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'no-console': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
			'svelte/no-at-html-tags': 'error',
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		// Old phones run what the public pages carry, so nothing in it is newer than ES2015.
		files: ['static/**/*.js'],
		rules: {
			'no-restricted-syntax': [
				'error',
				'ChainExpression',
				'LogicalExpression[operator="??"]',
				'AssignmentExpression[operator=/^(\\*\\*|&&|\\|\\||\\?\\?)=$/]',
				'BinaryExpression[operator="**"]',
				'ObjectExpression > SpreadElement',
				'ObjectPattern > RestElement',
				':function[async=true]',
				'ForOfStatement[await=true]',
				'CatchClause[param=null]',
				'PropertyDefinition',
				'ImportExpression'
			]
		}
	}
);
