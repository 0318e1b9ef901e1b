// The staff app draws itself in the browser: its pages must also open with no signal.
export const ssr = false;
