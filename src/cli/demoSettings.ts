import { StartRefused } from './startRefused.ts';

/**
 * The settings of the demonstration: a data folder of its own, so that invented cases never mix
 * with real ones. Throws `StartRefused` where the settings name a server of the council's.
 */
export function demoSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	if (env.DATABASE_URL) {
		throw new StartRefused(
			'The demonstration fills a database with invented cases, so it does not use DATABASE_URL. Unset it.'
		);
	}
	return { ...env, DATA_DIR: env.DATA_DIR || './data-demo' };
}
