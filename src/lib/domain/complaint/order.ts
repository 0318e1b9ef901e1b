/**
 * An order whose facts are those of the event that follows from it. What only the event knows,
 * because it is decided or worked out, is named by `Omit` where the order is written down.
 */
export type Order<Type extends string, Event> = { type: Type } & Omit<Event, 'type'>;
