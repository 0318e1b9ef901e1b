import { describe, expect, it } from 'vitest';
import { lightenPage } from '#lib/server/http/lightenPage.ts';

const FILE = '/_app/immutable/assets/2.abc.css';
const PAGE = [
	'<head><!--e4551g--><title>Messages</title>',
	'<style nonce="q7Rk==">.page{color:red}</style>',
	`<link href="${FILE}" rel="stylesheet" disabled media="(max-width: 0)"></head>`,
	'<body><!--[--><p>i wrote &lt;!-- this --></p><!--]--></body>'
].join('');

describe('a public page on its way out', () => {
	it('has its styles inside on a first view, and asks for the file for later', () => {
		const page = lightenPage(PAGE, { isFirstView: true });
		expect(page).toContain('<style nonce="q7Rk==">.page{color:red}</style>');
		expect(page).toContain(`<link href="${FILE}" rel="prefetch" as="style">`);
	});

	it('names the file alone on later views', () => {
		const page = lightenPage(PAGE, { isFirstView: false });
		expect(page).not.toContain('<style');
		expect(page).toContain(`<link href="${FILE}" rel="stylesheet">`);
	});

	it('loses the marks of the framework and nothing that somebody wrote', () => {
		const page = lightenPage(PAGE, { isFirstView: false });
		expect(page).toContain('<body><p>i wrote &lt;!-- this --></p></body>');
		expect(page).not.toContain('<!--');
	});

	it('keeps its styles where there is no file to name', () => {
		const inDevelopment = PAGE.replace(/<link[^>]*>/, '');
		expect(lightenPage(inDevelopment, { isFirstView: false })).toContain('.page{color:red}');
	});
});
