/** `require` of CommonJS, and the built-in modules that need nothing of a machine. */
export const MODULES = String.raw`
(() => {
  const { inspect, format } = globalThis.__util;
  const promisify = (call) => (...values) => new Promise((resolve, reject) => call(...values, (error, result) => (error ? reject(error) : resolve(result))));
  const parts = (path) => path.split('/').filter((part) => part !== '');
  const normalize = (path) => {
    const kept = [];
    for (const part of parts(path)) if (part === '..') kept.pop(); else if (part !== '.') kept.push(part);
    return (path.startsWith('/') ? '/' : '') + kept.join('/');
  };
  const path = {
    sep: '/', normalize, join: (...all) => normalize(all.filter(Boolean).join('/')) || '.',
    resolve: (...all) => normalize(all.reduceRight((right, left) => (right.startsWith('/') ? right : left + '/' + right), '').replace(/^(?!\/)/, '/var/task/')),
    basename: (one, suffix = '') => { const name = parts(one).at(-1) ?? ''; return suffix && name.endsWith(suffix) && name !== suffix ? name.slice(0, -suffix.length) : name; },
    dirname: (one) => one.replace(/\/+[^\/]*\/*$/, '') || (one.startsWith('/') ? '/' : '.'),
    extname: (one) => /(?<!^|\/)\.[^.\/]*$/.exec(one)?.[0] ?? '', isAbsolute: (one) => one.startsWith('/'),
  };
  class EventEmitter {
    #listeners = new Map();
    on(name, call) { this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), call]); return this; }
    once(name, call) { const one = (...values) => { this.off(name, one); call(...values); }; return this.on(name, one); }
    off(name, call) { this.#listeners.set(name, (this.#listeners.get(name) ?? []).filter((one) => one !== call)); return this; }
    emit(name, ...values) { const all = this.#listeners.get(name) ?? []; for (const call of all) call.apply(this, values); return all.length > 0; }
  }
  EventEmitter.prototype.addListener = EventEmitter.prototype.on;
  EventEmitter.prototype.removeListener = EventEmitter.prototype.off;
  EventEmitter.EventEmitter = EventEmitter;
  const builtIn = {
    util: { inspect, format, promisify, TextEncoder, TextDecoder, types: {} },
    path, events: EventEmitter, buffer: { Buffer }, url: { URL, URLSearchParams },
    crypto: { randomUUID: () => __uuid(), randomBytes: (size) => Buffer.from(Array.from({ length: size }, () => Math.floor(__random() * 256))), randomInt: (low, high) => high === undefined ? Math.floor(__random() * low) : low + Math.floor(__random() * (high - low)) },
    process: globalThis.process,
    timers: { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate },
    'timers/promises': { setTimeout: (wait, value) => new Promise((resolve) => setTimeout(() => resolve(value), wait)) },
  };
  globalThis.__builtIn = (name) => builtIn[name.replace(/^node:/, '')];
  const loaded = new Map();
  /** Loads a file of the package by its path, which the host has found. */
  globalThis.__load = (path) => {
    if (loaded.has(path)) return loaded.get(path).exports;
    const module = { exports: {}, id: path, filename: path, loaded: false };
    loaded.set(path, module);
    try {
      const text = __read(path);
      if (path.endsWith('.json')) module.exports = JSON.parse(text);
      else {
        const call = __compile(path, '(function (exports, require, module, __filename, __dirname) {' + text.replace(/^#!.*/, '') + '\n})');
        call.call(module.exports, module.exports, (name) => __require(name, path), module, path, path.replace(/\/[^\/]*$/, ''));
      }
      module.loaded = true;
    } catch (error) {
      loaded.delete(path);
      throw error;
    }
    return module.exports;
  };
  /** \`require\`: a built-in module, or a file that the host finds. */
  globalThis.__require = (name, from) => {
    const known = globalThis.__builtIn(name);
    if (known !== undefined) return known;
    const answer = JSON.parse(__find(name, from));
    if (answer.path !== undefined) return globalThis.__load(answer.path);
    throw Object.assign(new Error(answer.problem), { code: answer.code });
  };
})();
`;
