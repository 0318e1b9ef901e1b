import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDERS = ['src/lib/components/staff', 'src/routes/staff'];

/** Every number of lines that a form of the staff pages asks for. */
function linesAskedFor(): string[] {
	const texts = FOLDERS.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((path) => path.endsWith('.svelte'))
			.map((path) => readFileSync(join(folder, path), 'utf8'))
	);
	const boxes = texts.flatMap((text) => text.match(/<StaffTextArea[\s\S]*?\/>/g) ?? []);
	const asked = boxes.flatMap((box) => /\brows=\{(\d+)\}/.exec(box)?.[1] ?? []);
	return [...new Set(asked)];
}

it('an empty box is as tall as its form asks, also where the browser sizes it by what is in it', () => {
	const box = readFileSync('src/lib/components/staff/controls/StaffTextArea.svelte', 'utf8');
	const asked = linesAskedFor();
	expect(asked.length).toBeGreaterThan(3);
	expect(asked.filter((rows) => !box.includes(`textarea[rows='${rows}']`))).toEqual([]);
});
