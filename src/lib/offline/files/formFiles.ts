import type { HalfFile } from '#lib/offline/files/halfFiles.ts';
import type { OrderOf } from '#lib/offline/files/keepFile.ts';

/** Of files that were to be kept: those that are only on the page still, and what to say of it. */
export interface KeptFiles {
	left: readonly Blob[];
	sentence: string;
}

/** Files of an order that was given: what could not be kept of them, and why. Empty: none can be tried again. */
export interface StuckFiles {
	order: OrderOf;
	files: readonly Blob[];
	sentence: string;
}

/** What one form has: files of what is half written, and those of what was written in it before. */
export interface FormFiles {
	files: readonly Blob[];
	/** One of them is only in this page: a lock loses it. */
	isOnlyHere: boolean;
	stuck: readonly StuckFiles[];
	/** On the device, of an earlier filling whose words are not here: a person says where they belong. */
	left: readonly HalfFile[];
}
