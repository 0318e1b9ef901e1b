// The framework's script is for the staff app alone, which asks for it in `staff/+layout.ts`.
// So also the page for what goes wrong before any side is known carries none.
export const csr = false;
