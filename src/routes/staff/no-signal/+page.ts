// It must also open with no signal, so that the browser draws it.
export const ssr = false;
