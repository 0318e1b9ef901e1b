/**
 * The database did not answer: it is stopped, starting or out of reach. Nothing that was
 * acknowledged is lost, and the same act may be tried again.
 */
export class DatabaseUnavailable extends Error {
	override name = 'DatabaseUnavailable';
}

/** Whether an error means the database is out of reach. By name: the built server has its own copy of the class. */
export function isDatabaseUnavailable(error: unknown): boolean {
	return error instanceof Error && error.name === 'DatabaseUnavailable';
}

const SYSTEM_CODES = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'];

/** 57P01 to 57P03: shutting down, crashed, not yet accepting. 08…: the connection broke. 53300: too many. */
const SQL_STATES = /^(57P0[1-3]|08\w{3}|53300)$/;

const DRIVER_MESSAGES =
	/^(Connection terminated|timeout exceeded when trying to connect|Client (was closed|has encountered))/;

/** Turns the driver's many ways of saying so into one `DatabaseUnavailable`; leaves other errors alone. */
export function nameOutage(error: unknown): unknown {
	if (!(error instanceof Error)) return error;
	const code = 'code' in error ? String(error.code) : '';
	const isOutage =
		SYSTEM_CODES.includes(code) || SQL_STATES.test(code) || DRIVER_MESSAGES.test(error.message);
	return isOutage
		? new DatabaseUnavailable('The database does not answer.', { cause: error })
		: error;
}
