/**
 * An id that was to be new is taken. Only a fault of a device or a forged request makes one;
 * the transaction is lost, and the order is refused at the edge.
 */
export class IdAlreadyUsed extends Error {
	override name = 'IdAlreadyUsed';
}
