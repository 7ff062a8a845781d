/** Calls of the handler: what it returns or throws becomes a text that the host reads. */
export const INVOCATION = String.raw`
(() => {
  const { errorText } = globalThis.__util;
  const isError = (value) => typeof value === 'object' && value !== null && typeof value.name === 'string' && typeof value.message === 'string';
  const lines = (error) => errorText(error).split('\n');
  /** The error as the payload has it, and as the log has it. */
  globalThis.__describe = (error) => isError(error)
    ? { payload: { errorType: error.name, errorMessage: error.message, trace: lines(error) }, logged: { errorType: error.name, errorMessage: error.message, ...Object.fromEntries(Object.entries(error).filter(([name]) => !['name', 'message', 'stack'].includes(name))), stack: lines(error) } }
    : { payload: { errorType: typeof error, errorMessage: String(error), trace: [] }, logged: String(error) };
  /** Finds the handler in a module that is loaded: a path of names. */
  globalThis.__use = (module, names) => {
    let found = module;
    for (const name of names.split('.')) found = found?.[name] ?? (found === module ? module?.default?.[name] : undefined);
    globalThis.__handler = found;
    return typeof found;
  };
  globalThis.__start = (eventText, contextText, returnsValues) => {
    let outcome;
    globalThis.__outcome = () => outcome;
    const fail = (error) => { outcome ??= JSON.stringify({ error: globalThis.__describe(error) }); };
    const succeed = (value) => {
      if (outcome !== undefined) return;
      try {
        const payload = JSON.stringify(value === undefined ? null : value) ?? 'null';
        outcome = JSON.stringify({ payload });
      } catch (error) {
        fail(Object.assign(new Error('Unable to stringify response body'), { name: 'Runtime.MarshalError' }));
      }
    };
    const { deadline, ...facts } = JSON.parse(contextText);
    const done = (error, value) => (error !== undefined && error !== null ? fail(error) : succeed(value));
    const context = { callbackWaitsForEmptyEventLoop: true, ...facts, getRemainingTimeInMillis: () => Math.max(0, Math.floor(deadline - __now())), succeed, fail, done };
    try {
      const result = globalThis.__handler(JSON.parse(eventText), context, done);
      if (result && typeof result.then === 'function') result.then(succeed, fail);
      else if (returnsValues === 'true' && globalThis.__handler.length < 3) succeed(result);
    } catch (error) {
      fail(error);
    }
  };
})();
`;
