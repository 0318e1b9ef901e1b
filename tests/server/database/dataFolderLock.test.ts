import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHolder, holdDataFolder } from '#lib/server/database/dataFolderLock.ts';
import { processIdentity } from '#lib/server/database/processIdentity.ts';

let folder = '';
let file = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'say-so-lock-'));
	file = join(folder, 'running.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

function leaveBehind(changed: object): void {
	const held = holdDataFolder(folder, 'the server');
	const holder = JSON.parse(readFileSync(file, 'utf8')) as object;
	held.release();
	writeFileSync(file, JSON.stringify({ ...holder, ...changed }));
}

describe('a data folder', () => {
	it('has one holder at a time, whom the refusal names', () => {
		const held = holdDataFolder(folder, 'say-so import');
		expect(() => holdDataFolder(folder, 'the server')).toThrow(
			`in use by say-so import (process ${process.pid})`
		);
		held.release();
		holdDataFolder(folder, 'the server').release();
		expect(findHolder(folder)).toBeNull();
	});

	it('tells others of the database only once there is one', () => {
		const held = holdDataFolder(folder, 'the server');
		expect(findHolder(folder)?.database).toBeUndefined();
		held.announce({
			appUrl: 'postgres://say_so_app@/say_so',
			ownerUrl: 'postgres://say_so_owner@/say_so'
		});
		expect(findHolder(folder)?.database?.appUrl).toBe('postgres://say_so_app@/say_so');
		held.release();
	});

	it.each([
		['a process that is gone', { pid: 2 ** 22 + 1 }],
		['a process whose number another program has now', { identity: 'an earlier start' }]
	])('is not held by %s', (_who, changed) => {
		leaveBehind(changed);
		expect(findHolder(folder)).toBeNull();
		holdDataFolder(folder, 'the server').release();
	});

	it('that holds half a file, from a crash, is free', () => {
		writeFileSync(file, '{"pid": 12');
		holdDataFolder(folder, 'the server').release();
	});

	it('is held by another container for as long as that one shows signs of life', () => {
		leaveBehind({ host: 'another-container', identity: processIdentity(process.pid) });
		expect(() => holdDataFolder(folder, 'the server')).toThrow('in use by the server');

		const aMinuteAgo = new Date(Date.now() - 60_000);
		utimesSync(file, aMinuteAgo, aMinuteAgo);
		holdDataFolder(folder, 'the server').release();
	});
});
