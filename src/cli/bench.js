// `npm run bench -- NAME`. Plain JavaScript without dependencies: the first time, nothing is
// installed yet and Node is whatever the machine has.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './installed.js';
import { runOnOwnNode } from './ownNode.js';

const FOLDER = join('tests', 'bench');
const [name = '', ...args] = process.argv.slice(2);
const script = join(FOLDER, `${name}.ts`);

if (!/^[a-z]+$/.test(name) || !isBench(script)) {
	console.error(`Which bench? npm run bench -- NAME, where NAME is one of: ${list().join(', ')}`);
	process.exitCode = 1;
} else if (installPackages()) runOnOwnNode(script, args);
else process.exitCode = 1;

function list() {
	return readdirSync(FOLDER)
		.filter((file) => isBench(join(FOLDER, file)))
		.map((file) => file.replace(/\.ts$/, ''));
}

/** A bench runs when it is opened; what benches share only offers something to others. */
function isBench(/** @type {string} */ file) {
	return existsSync(file) && !/^export /m.test(readFileSync(file, 'utf8'));
}
