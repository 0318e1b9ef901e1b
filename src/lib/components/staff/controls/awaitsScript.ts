/**
 * True in a page as the server sends it: a press on what only the script of the page answers would
 * come to nothing until that is there. False as soon as it is.
 */
export const AWAITS_SCRIPT = typeof document === 'undefined';
