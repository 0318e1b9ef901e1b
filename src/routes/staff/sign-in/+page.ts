// Drawn on the server, so that signing in needs no script.
export const ssr = true;
