// Made when the app is built, for everybody alike: it is what a browser keeps to draw any page of the
// app with no signal, so nothing of anybody may ever be in it.
export const prerender = true;
