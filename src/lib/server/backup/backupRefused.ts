/** A backup cannot be made, read or restored as asked; `message` says why and what to do, for an operator. */
export class BackupRefused extends Error {
	override name = 'BackupRefused';
}
