import { holdDataFolder } from '#lib/server/database/dataFolderLock.ts';
import { startEmbedded } from '#lib/server/database/embedded.ts';

// A stand-in for the app, in a process of its own so that a test can kill it:
// holds the data folder named by its first argument and runs its database.
const folder = process.argv[2]!;
const held = holdDataFolder(folder, 'the server');
held.announce(await startEmbedded(folder, () => undefined));
process.send!('ready');
