import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const node = adapter({ precompress: true, out: process.env.BUILD_DIR ?? 'build/by-hand' });

/** @type {import('@sveltejs/kit').Config} */
const config = {
	preprocess: vitePreprocess(),
	kit: {
		adapter: {
			name: node.name,
			...(node.supports ? { supports: node.supports } : {}),
			async adapt(builder) {
				// Read only here: other tools read these settings on a Node that has no TypeScript.
				const { fillShell } = await import('./src/service-worker/fillShell.ts');
				fillShell(builder.config.kit.outDir);
				await node.adapt(builder);
			}
		},
		paths: { relative: false },
		// The same sources give the same version, on however many machines they are built.
		version: { name: process.env.BUILD_VERSION ?? 'by-hand' },
		serviceWorker: { register: false },
		inlineStyleThreshold: 30_000,
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The style attribute of the framework's route announcer, and no other, by its hash.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				// What was just recorded is heard from the browser's own memory.
				'media-src': ['self', 'blob:'],
				'connect-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'object-src': ['none'],
				'frame-ancestors': ['none']
			}
		},
		typescript: {
			config: (tsconfig) => {
				// The worker is checked with the rest: it uses no types of its own world.
				tsconfig.exclude = ['../node_modules/**'];
				tsconfig.include.push(
					'../migrations/**/*.ts',
					'../tests/**/*.ts',
					'../*.config.ts',
					'../*.config.js'
				);
				return tsconfig;
			}
		}
	}
};

export default config;
