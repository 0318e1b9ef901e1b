/** The embedded PostgreSQL could not be started; `message` says why, for the person at the terminal. */
export class EmbeddedDatabaseFailed extends Error {
	override name = 'EmbeddedDatabaseFailed';
}
