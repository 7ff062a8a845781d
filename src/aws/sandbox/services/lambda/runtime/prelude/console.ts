/** `console`, whose lines go to the function's log, and `process`. */
export const CONSOLE = String.raw`
(() => {
  const { format } = globalThis.__util;
  let group = '';
  const at = (level) => (...values) => {
    const text = format(...values);
    __log(level, group === '' ? text : text.split('\n').map((line) => group + line).join('\n'));
  };
  const counts = new Map(), timers = new Map();
  const log = at('INFO');
  globalThis.console = {
    log, info: log, debug: at('DEBUG'), warn: at('WARN'), error: at('ERROR'), dir: (value) => log(value),
    trace: (...values) => at('TRACE')('Trace: ' + format(...values)),
    assert: (holds, ...values) => { if (!holds) at('WARN')(values.length ? 'Assertion failed: ' + format(...values) : 'Assertion failed'); },
    group: (...values) => { if (values.length) log(...values); group += '  '; },
    groupEnd: () => { group = group.slice(2); },
    count: (label = 'default') => { counts.set(label, (counts.get(label) ?? 0) + 1); log(label + ': ' + counts.get(label)); },
    countReset: (label = 'default') => { counts.delete(label); },
    time: (label = 'default') => { timers.set(label, Date.now()); },
    timeEnd: (label = 'default') => { log(label + ': ' + (Date.now() - (timers.get(label) ?? Date.now())) + 'ms'); timers.delete(label); },
    timeLog: (label = 'default', ...values) => log(label + ': ' + (Date.now() - (timers.get(label) ?? Date.now())) + 'ms', ...values),
    table: (value) => log(value),
  };
  const exit = (code = 0) => { __log('EXIT', String(code)); throw new Error('process.exit'); };
  globalThis.process = {
    env: {}, argv: ['/var/lang/bin/node', '/var/runtime/index.mjs'], platform: 'linux', arch: 'x64', pid: 2, version: '', versions: {},
    cwd: () => '/var/task', uptime: () => __now() / 1000, exit, nextTick: (call, ...values) => queueMicrotask(() => call(...values)),
    hrtime: Object.assign(() => [Math.floor(__now() / 1000), Math.floor((__now() % 1000) * 1e6)], { bigint: () => BigInt(Math.floor(__now() * 1e6)) }),
    memoryUsage: () => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }),
    on: () => globalThis.process, once: () => globalThis.process, off: () => globalThis.process, emitWarning: () => undefined,
    stdout: { write: (text) => { __log('', String(text).replace(/\n$/, '')); return true; } },
    stderr: { write: (text) => { __log('', String(text).replace(/\n$/, '')); return true; } },
  };
  globalThis.global = globalThis;
})();
`;
