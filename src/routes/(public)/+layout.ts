// Public pages carry no framework script: what works here works with scripts off.
export const csr = false;
