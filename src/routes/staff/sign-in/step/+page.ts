// A plain form: a script that arrives late would wipe what was typed before it came.
export const csr = false;
