/** Discord lets a bot identify once in five seconds; the stand-in does not mind. In milliseconds. */
export const QUICK_WAITS = { first: 50, step: 100 };
