import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cloneSources } from '../support/cloneSources.ts';
import { findFreePort, launch } from '../support/testServer.ts';

// Only root may be kept out of its own home by nobody, and run PostgreSQL as somebody else.
if (process.getuid?.() === 0) describeRootHome();

function describeRootHome(): void {
	describe('in the home of root, which other users cannot enter', () => {
		it('everything works, and the start says where the database is kept', async () => {
			const home = mkdtempSync(join(tmpdir(), 'say-so-root-home-'));
			chmodSync(home, 0o700);
			const clone = join(home, 'say-so');
			cloneSources(clone);
			copyWhole('node_modules', join(clone, 'node_modules'));
			if (existsSync('build')) cpSync('build', join(clone, 'build'), { recursive: true });

			const port = await findFreePort();
			const server = launch({ cwd: clone, dataDir: join(clone, 'data'), port });
			await expect.poll(server.output, { timeout: 120_000 }).toContain('Press Ctrl-C to stop.');
			const health = await fetch(`http://localhost:${port}/healthz`);
			await server.end('SIGTERM');

			const [, cluster = ''] = /so the database is kept at (\S+)\./.exec(server.output()) ?? [];
			const [, programs = ''] = /so PostgreSQL is copied to (\S+)\.\n/.exec(server.output()) ?? [];
			expect(cluster).toMatch(/^\/var\/lib\/say-so\/[0-9a-f]{12}\/postgres$/);
			expect(programs).toMatch(/^\/var\/lib\/say-so\/[0-9a-f]{12}\/postgresql-18/);
			expect(health.status).toBe(200);
			for (const made of [home, dirname(cluster), dirname(programs)]) {
				rmSync(made, { recursive: true });
			}
		});
	});
}

/** By hard links where the disk allows it: the packages are large. */
function copyWhole(from: string, to: string): void {
	const linked = spawnSync('cp', ['-al', from, to]);
	if (linked.status !== 0) execFileSync('cp', ['-a', from, to]);
}
