// `npm start`. Plain JavaScript without dependencies: the first time, nothing is installed yet
// and Node is whatever the machine has. Everything after installing is in serve.ts.
import { installPackages } from './installed.js';
import { runOnOwnNode } from './ownNode.js';

if (installPackages()) runOnOwnNode('src/cli/serve.ts', process.argv.slice(2));
else process.exitCode = 1;
