/**
 * Of what a device tells its person while the app is shut. `alert`: a child may not be safe. `date`:
 * something is due soon, due today or late.
 */
export const PUSH_KINDS = ['alert', 'date'] as const;
export type PushKind = (typeof PUSH_KINDS)[number];

/**
 * How that stands on a device. `cannot`: its browser has no such thing. `notOffered`: the office has
 * it not. `blocked`: its person told the browser never to ask again.
 */
export type PushState = 'asking' | 'cannot' | 'notOffered' | 'blocked' | 'off' | 'on';

/**
 * Why it was not turned on or off. `notAllowed`: the person said no to the browser. `noService`: the
 * browser has no push service, or none that we send to.
 */
export type NotTurned = 'notAllowed' | 'noService' | 'noSignal' | 'signedOut' | 'other';
