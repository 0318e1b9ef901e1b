// A plain page that opens without a sign-in and without the app.
export const ssr = true;
export const csr = false;
