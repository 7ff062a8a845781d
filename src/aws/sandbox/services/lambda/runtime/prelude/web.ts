/** Time and chance of the account, timers, and the globals of the Web that Node.js has. */
export const WEB = String.raw`
(() => {
  const SystemDate = Date;
  globalThis.Date = new Proxy(SystemDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [Math.floor(__now())] : given, made),
    apply: () => new globalThis.Date().toString(),
    get: (target, name) => (name === 'now' ? () => Math.floor(__now()) : target[name]),
  });
  SystemDate.prototype.constructor = globalThis.Date;
  Math.random = () => __random();
  globalThis.performance = { now: () => __now() - globalThis.__begin, timeOrigin: 0 };

  let lastTimer = 0;
  const timers = new Map();
  const add = (call, wait, values, repeat) => {
    const id = ++lastTimer;
    const after = Math.max(1, Number(wait) || 0);
    timers.set(id, { call, values, at: __now() + after, repeat: repeat ? after : undefined });
    return Object.assign(Object.create({ ref() { return this; }, unref() { return this; }, hasRef: () => true, [Symbol.toPrimitive]: () => id }), { id });
  };
  const remove = (timer) => void timers.delete(typeof timer === 'object' && timer ? timer.id : timer);
  globalThis.setTimeout = (call, wait, ...values) => add(call, wait, values, false);
  globalThis.setInterval = (call, wait, ...values) => add(call, wait, values, true);
  globalThis.setImmediate = (call, ...values) => add(call, 0, values, false);
  globalThis.clearTimeout = globalThis.clearInterval = globalThis.clearImmediate = remove;
  globalThis.queueMicrotask = (call) => void Promise.resolve().then(call);
  /** Instant of the next timer, or -1. */
  globalThis.__nextTimer = () => (timers.size === 0 ? -1 : Math.min(...[...timers.values()].map(({ at }) => at)));
  /** Runs the timer that is next; its time has come. */
  globalThis.__runTimer = () => {
    const [id, timer] = [...timers].reduce((first, one) => (one[1].at < first[1].at ? one : first));
    if (timer.repeat === undefined) timers.delete(id);
    else timer.at += timer.repeat;
    timer.call(...timer.values);
  };

  class TextEncoder {
    get encoding() { return 'utf-8'; }
    encode(text = '') {
      const bytes = [];
      for (const char of String(text).toWellFormed?.() ?? String(text)) {
        const code = char.codePointAt(0);
        if (code < 0x80) bytes.push(code);
        else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
        else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
        else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
      }
      return new Uint8Array(bytes);
    }
  }
  class TextDecoder {
    get encoding() { return 'utf-8'; }
    decode(given = new Uint8Array()) {
      const bytes = given instanceof ArrayBuffer ? new Uint8Array(given) : new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
      let text = '';
      for (let i = 0; i < bytes.length; ) {
        const first = bytes[i++];
        const more = first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : -1;
        let code = more === 0 ? first : more === 1 ? first & 31 : more === 2 ? first & 15 : first & 7;
        let valid = more >= 0;
        for (let j = 0; valid && j < more; j++) {
          if ((bytes[i] & 0xc0) !== 0x80) valid = false;
          else code = (code << 6) | (bytes[i++] & 63);
        }
        text += valid ? String.fromCodePoint(code) : '\ufffd';
      }
      return text;
    }
  }
  Object.assign(globalThis, { TextEncoder, TextDecoder });

  const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const toBase64 = (bytes) => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 3) {
      const n = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
      text += BASE64[n >> 18] + BASE64[(n >> 12) & 63] + (i + 1 < bytes.length ? BASE64[(n >> 6) & 63] : '=') + (i + 2 < bytes.length ? BASE64[n & 63] : '=');
    }
    return text;
  };
  const fromBase64 = (text) => {
    const bytes = [];
    let bits = 0, held = 0;
    for (const char of String(text).replace(/-/g, '+').replace(/_/g, '/')) {
      const at = BASE64.indexOf(char);
      if (at < 0) continue;
      held = (held << 6) | at;
      bits += 6;
      if (bits >= 8) { bits -= 8; bytes.push((held >> bits) & 255); }
    }
    return bytes;
  };
  globalThis.btoa = (text) => toBase64([...String(text)].map((char) => char.charCodeAt(0)));
  globalThis.atob = (text) => String.fromCharCode(...fromBase64(text));
  class Buffer extends Uint8Array {
    static from(given, encoding = 'utf8') {
      if (typeof given !== 'string') return new Buffer(given instanceof ArrayBuffer ? given : [...(given?.data ?? given)]);
      if (/^base64/.test(encoding)) return new Buffer(fromBase64(given));
      if (encoding === 'hex') return new Buffer((given.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => parseInt(pair, 16)));
      if (/^(latin1|binary|ascii)$/.test(encoding)) return new Buffer([...given].map((char) => char.charCodeAt(0) & 255));
      return new Buffer(new TextEncoder().encode(given));
    }
    static alloc(size, fill = 0) { return new Buffer(size).fill(fill); }
    static isBuffer(value) { return value instanceof Buffer; }
    static byteLength(text, encoding) { return Buffer.from(text, encoding).length; }
    static concat(list) {
      const whole = new Buffer(list.reduce((sum, one) => sum + one.length, 0));
      let at = 0;
      for (const one of list) { whole.set(one, at); at += one.length; }
      return whole;
    }
    toString(encoding = 'utf8') {
      if (encoding === 'base64') return toBase64(this);
      if (encoding === 'base64url') return toBase64(this).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
      if (encoding === 'hex') return [...this].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      if (/^(latin1|binary|ascii)$/.test(encoding)) return [...this].map((byte) => String.fromCharCode(byte)).join('');
      return new TextDecoder().decode(this);
    }
    toJSON() { return { type: 'Buffer', data: [...this] }; }
    equals(other) { return this.length === other.length && this.every((byte, at) => byte === other[at]); }
  }
  globalThis.Buffer = Buffer;

  const copy = (value, seen) => {
    if (typeof value === 'function' || typeof value === 'symbol') throw Object.assign(new Error(String(value) + ' could not be cloned.'), { name: 'DataCloneError' });
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return seen.get(value);
    if (value instanceof Date) return new Date(value.getTime());
    if (value instanceof RegExp) return new RegExp(value.source, value.flags);
    if (value instanceof Error) return Object.assign(new (globalThis[value.name] ?? Error)(value.message), { stack: value.stack });
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.slice(0);
    const made = Array.isArray(value) ? [] : value instanceof Map ? new Map() : value instanceof Set ? new Set() : {};
    seen.set(value, made);
    if (value instanceof Map) for (const [k, v] of value) made.set(copy(k, seen), copy(v, seen));
    else if (value instanceof Set) for (const one of value) made.add(copy(one, seen));
    else for (const name of Object.keys(value)) made[name] = copy(value[name], seen);
    return made;
  };
  globalThis.structuredClone = (value) => copy(value, new Map());

  class URLSearchParams {
    #pairs = [];
    constructor(given = '') {
      if (typeof given === 'string') {
        for (const part of given.replace(/^\?/, '').split('&').filter(Boolean)) {
          const [name, ...rest] = part.split('=');
          this.#pairs.push([name, rest.join('=')].map((one) => decodeURIComponent(one.replace(/\+/g, ' '))));
        }
      } else this.#pairs = (typeof given[Symbol.iterator] === 'function' ? [...given] : Object.entries(given)).map(([k, v]) => [String(k), String(v)]);
    }
    get(name) { return this.#pairs.find(([k]) => k === name)?.[1] ?? null; }
    getAll(name) { return this.#pairs.filter(([k]) => k === name).map(([, v]) => v); }
    has(name) { return this.#pairs.some(([k]) => k === name); }
    append(name, value) { this.#pairs.push([String(name), String(value)]); }
    delete(name) { this.#pairs = this.#pairs.filter(([k]) => k !== name); }
    set(name, value) { this.delete(name); this.append(name, value); }
    forEach(call) { for (const [k, v] of this.#pairs) call(v, k, this); }
    keys() { return this.#pairs.map(([k]) => k)[Symbol.iterator](); }
    values() { return this.#pairs.map(([, v]) => v)[Symbol.iterator](); }
    entries() { return this.#pairs[Symbol.iterator](); }
    [Symbol.iterator]() { return this.entries(); }
    get size() { return this.#pairs.length; }
    toString() { return this.#pairs.map((pair) => pair.map((one) => encodeURIComponent(one).replace(/%20/g, '+')).join('=')).join('&'); }
  }
  class URL {
    constructor(text, base) {
      const whole = /^[a-z][\w+.-]*:/i.test(text) || base === undefined ? String(text) : resolve(String(text), new URL(base));
      const found = /^([a-z][\w+.-]*:)\/\/(?:([^:@\/]*)(?::([^@\/]*))?@)?([^:\/?#]+)(?::(\d+))?([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(whole);
      if (!found) throw Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input: String(text) });
      const [, protocol, username = '', password = '', hostname, port = '', pathname, search = '', hash = ''] = found;
      const usual = { 'http:': '80', 'https:': '443' }[protocol.toLowerCase()] === port;
      Object.assign(this, { protocol: protocol.toLowerCase(), username, password, hostname: hostname.toLowerCase(), port: usual ? '' : port, pathname: pathname || '/', search: search === '?' ? '' : search, hash, searchParams: new URLSearchParams(search) });
    }
    get host() { return this.hostname + (this.port ? ':' + this.port : ''); }
    get origin() { return this.protocol + '//' + this.host; }
    get href() {
      const query = this.searchParams.toString();
      return this.protocol + '//' + (this.username ? this.username + (this.password ? ':' + this.password : '') + '@' : '') + this.host + this.pathname + (this.search || query ? '?' + (query === new URLSearchParams(this.search).toString() ? this.search.slice(1) : query) : '') + this.hash;
    }
    toString() { return this.href; }
    toJSON() { return this.href; }
  }
  const resolve = (text, base) => {
    if (text.startsWith('//')) return base.protocol + text;
    if (text.startsWith('/')) return base.origin + text;
    const folder = base.pathname.replace(/[^\/]*$/, '');
    const parts = [];
    for (const part of (folder + text).split('/')) if (part === '..') parts.pop(); else if (part !== '.') parts.push(part);
    return base.origin + (parts[0] === '' ? '' : '/') + parts.join('/');
  };
  Object.assign(globalThis, { URL, URLSearchParams });
  globalThis.crypto = {
    randomUUID: () => __uuid(),
    getRandomValues: (array) => { for (let i = 0; i < array.length; i++) array[i] = Math.floor(__random() * 2 ** 32); return array; },
  };
  globalThis.fetch = () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: new Error('The Tejun sandbox gives Lambda functions no network.') }));
})();
`;
