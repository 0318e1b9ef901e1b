// The staff side may use the framework's script; the public side never does.
export const csr = true;
