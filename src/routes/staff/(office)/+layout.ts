// Office pages load from the server and act by plain forms, so they are drawn there.
export const ssr = true;
