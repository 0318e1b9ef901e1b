import { pino } from 'pino';

/**
 * Everything a line of the log may hold. There is no free text and no object: what people
 * write, their names, the addresses they open and what follows a question mark never get here.
 */
export interface LogFacts {
	/** What a person was shown, so that a line can be found again. */
	errorId?: string;
	/** The class of the error, such as `DatabaseUnavailable`. */
	errorName?: string;
	/** PostgreSQL's or the system's code, such as `23505`. */
	errorCode?: string;
	/** Where in the code, without the error's own words. */
	stack?: string[];
	/** The route's pattern, such as `/(public)/s/[step]`, never the address itself. */
	route?: string;
	method?: string;
	status?: number;
	jobKind?: string;
}

export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

const logger = pino(
	{
		level: levelOf(process.env.LOG_LEVEL),
		base: null,
		timestamp: pino.stdTimeFunctions.isoTime
	},
	pino.destination({ fd: 2, sync: true })
);

/** A level that does not exist is refused at the start, in words, by whoever reads the settings. */
function levelOf(wanted = ''): string {
	return wanted === 'silent' || Object.hasOwn(pino.levels.values, wanted) ? wanted : 'warn';
}

/** Writes one line. `what` is a fixed sentence of ours. */
export function log(level: LogLevel, what: string, facts: LogFacts = {}): void {
	logger[level](facts, what);
}

/** What may be logged of an error: its class, its code and where it arose, never its message. */
export function factsOf(error: unknown): LogFacts {
	if (!(error instanceof Error)) return { errorName: typeof error };
	const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
	const stack = (error.stack ?? '')
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.slice(0, 12)
		.map((line) => line.trim());
	const cause = error.cause instanceof Error ? factsOf(error.cause) : {};
	return {
		errorName: error.name,
		...(code ? { errorCode: code } : cause.errorCode ? { errorCode: cause.errorCode } : {}),
		stack
	};
}
