/** An order that tells how somebody may be reached. */
interface TellsWays {
	safeContacts: readonly { to: string; name: string }[];
}

/**
 * What the device may show again of such an order: which ways are safe and what must not be done,
 * never the number or the address, nor whose it is. Those are only in what is sealed to the server.
 */
export function withoutNumbers<Order extends TellsWays>(order: Order): Order {
	return {
		...order,
		safeContacts: order.safeContacts.map((way) => ({ ...way, to: '', name: '' }))
	};
}
