/** A job cannot be done yet, and nothing is broken: not before that instant, where one is known. */
export class JobPutOff extends Error {
	override name = 'JobPutOff';
	readonly untilMs: number | null;

	constructor(untilMs: number | null) {
		super('The job is put off');
		this.untilMs = untilMs;
	}
}
