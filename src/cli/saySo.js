// `npm run --silent say-so -- <command>`. Plain JavaScript without dependencies: the first time,
// nothing is installed yet and Node is whatever the machine has.
import { installPackages } from './installed.js';
import { runOnOwnNode } from './ownNode.js';

if (installPackages()) runOnOwnNode('src/cli/saySo.ts', process.argv.slice(2));
else process.exitCode = 1;
