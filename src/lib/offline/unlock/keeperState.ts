import type { OpenDevice } from '#lib/offline/device/ownDevice.ts';
import type { PersonHere } from './peopleHere.ts';

/**
 * How this device stands. `opening`: not looked yet. `notSetUp`: it is nobody's. `captureOnly`: it
 * takes down what is said, and shows nothing. `leaseOver`: it was open, and the time was over; what
 * could be read is gone. `storageRefused`: the browser keeps nothing for us.
 */
export type KeeperState =
	| { at: 'opening' }
	| { at: 'notSetUp' }
	| { at: 'storageRefused' }
	| { at: 'locked'; people: readonly PersonHere[] }
	| { at: 'leaseOver'; people: readonly PersonHere[]; person: PersonHere }
	| { at: 'captureOnly'; people: readonly PersonHere[]; device: OpenDevice }
	| { at: 'unlocked'; people: readonly PersonHere[]; device: OpenDevice };

/** Why it locked: somebody said so, nobody was at it, it was out of sight, or it was closed. */
export type LockBecause = 'asked' | 'idle' | 'hidden' | 'closed';

/**
 * What trying to unlock came to. `wrong`: not their passphrase, or not their passkey. `gone`: the
 * time was over, or the key was taken away, so that nothing is left to open. `cannotStretch`: too
 * little memory, or no WebAssembly. `overtaken`: it was locked, or somebody else opened it, meanwhile.
 */
export type Unlocked =
	| { unlocked: true }
	| {
			unlocked: false;
			because:
				| 'wrong'
				| 'gone'
				| 'cancelled'
				| 'noSecret'
				| 'notThere'
				| 'cannotStretch'
				| 'storageRefused'
				| 'overtaken';
	  };
