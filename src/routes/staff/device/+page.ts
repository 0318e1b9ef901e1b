// It draws itself in the browser: what it shows is there, and it must also open with no signal.
export const ssr = false;
