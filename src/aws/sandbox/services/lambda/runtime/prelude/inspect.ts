/**
 * `util.inspect` and `util.format` of Node.js, as far as console.log needs them: depth 2, lines of 80 (rules and limits:
 * Node.js documentation, util.inspect).
 */
export const INSPECT = String.raw`
globalThis.__util = (() => {
  const LINE = 80, DEPTH = 2, MOST_ITEMS = 100;
  const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
  const quote = (text) => {
    const mark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('\u0060') ? '\u0060' : "'";
    const escaped = text.replace(/[\\\n\r\t\b\f\v\u0000-\u001f\u007f]/g, (c) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '\v': '\\v' })[c] ?? '\\x' + c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'));
    return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
  };
  const key = (name) => typeof name === 'symbol' ? '[' + String(name) + ']' : IDENTIFIER.test(name) ? name : quote(name);
  const errorText = (error) => {
    const head = error.message ? error.name + ': ' + error.message : String(error.name);
    const frames = String(error.stack ?? '').split('\n').filter((line) => line.trim() !== '' && !line.includes('<runtime>'));
    return [head, ...frames.map((line) => '    ' + line.trim())].join('\n');
  };
  const constructorName = (value) => {
    for (let one = value; one; one = Object.getPrototypeOf(one)) {
      const own = Object.getOwnPropertyDescriptor(one, 'constructor');
      if (own && typeof own.value === 'function' && own.value.name) return own.value.name;
    }
    return null;
  };
  function inspect(value, state = { depth: 0, seen: [], indent: 0, last: { depth: 0 } }) {
    if (typeof value === 'string') return quote(value);
    if (typeof value === 'bigint') return value + 'n';
    if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
    if (typeof value === 'symbol') return String(value);
    if (typeof value === 'function') return functionText(value);
    if (typeof value !== 'object' || value === null) return String(value);
    if (state.seen.includes(value)) return '[Circular *1]';
    return structure(value, state);
  }
  function functionText(value) {
    const isClass = /^class\b/.test(Function.prototype.toString.call(value));
    const kind = isClass ? 'class' : Object.getPrototypeOf(value)?.constructor?.name ?? 'Function';
    return value.name ? '[' + kind + (isClass ? ' ' : ': ') + value.name + ']' : '[' + kind + ' (anonymous)]';
  }
  function structure(value, state) {
    const name = constructorName(value);
    const names = Object.keys(value);
    const isArray = Array.isArray(value);
    if (value instanceof Error) {
      const own = names.filter((one) => one !== 'stack' && one !== 'message');
      return own.length === 0 ? errorText(value) : errorText(value) + ' ' + braces(own.map((one) => entry(value, one, state)), ['{', '}'], '', state, false);
    }
    if (value instanceof Date) return isNaN(value) ? 'Invalid Date' : value.toISOString();
    if (value instanceof RegExp) return String(value);
    if (value instanceof Promise) return 'Promise { <pending> }';
    const size = value instanceof Map || value instanceof Set ? value.size : ArrayBuffer.isView(value) ? value.length : names.length;
    if (size > 0 && state.depth > DEPTH) return isArray ? '[Array]' : '[' + (name ?? 'Object: null prototype') + ']';
    if (size > 0) state.last.depth = state.depth;
    const inner = { depth: state.depth + 1, seen: [...state.seen, value], indent: state.indent + 2, last: state.last };
    if (globalThis.Buffer && value instanceof Buffer) return '<Buffer' + [...value.slice(0, 50)].map((one) => ' ' + one.toString(16).padStart(2, '0')).join('') + (value.length > 50 ? ' ... ' + (value.length - 50) + ' more bytes' : '') + '>';
    if (isArray || ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      const shown = [...value.slice(0, MOST_ITEMS)].map((one) => inspect(one, inner));
      if (value.length > MOST_ITEMS) shown.push('... ' + (value.length - MOST_ITEMS) + ' more item' + (value.length - MOST_ITEMS > 1 ? 's' : ''));
      const extra = isArray ? names.filter((one) => !/^\d+$/.test(one)).map((one) => entry(value, one, inner)) : [];
      const prefix = isArray && name === 'Array' ? '' : name + '(' + value.length + ') ';
      return braces([...shown, ...extra], [prefix + '[', ']'], '', state, true, value);
    }
    if (value instanceof Map) return braces([...value].map(([k, v]) => inspect(k, inner) + ' => ' + inspect(v, inner)), ['Map(' + value.size + ') {', '}'], '', state, false);
    if (value instanceof Set) return braces([...value].map((one) => inspect(one, inner)), ['Set(' + value.size + ') {', '}'], '', state, false);
    if (value instanceof ArrayBuffer) return 'ArrayBuffer { byteLength: ' + value.byteLength + ' }';
    const prefix = name === 'Object' ? '' : (name ?? '[Object: null prototype]') + ' ';
    return braces(names.map((one) => entry(value, one, inner)), [prefix + '{', '}'], '', state, false);
  }
  function entry(value, name, state) {
    const own = Object.getOwnPropertyDescriptor(value, name);
    const text = own.get ? (own.set ? '[Getter/Setter]' : '[Getter]') : own.set ? '[Setter]' : inspect(own.value, state);
    return key(name) + ': ' + text;
  }
  function braces(items, [open, close], base, state, isArray, value) {
    if (items.length === 0) return open + close;
    const output = isArray && items.length > 6 ? grouped(items, state, value) : items;
    if (output === items || output.length === items.length) {
      const start = output.length + state.indent + open.length + 10;
      const total = output.reduce((sum, one) => sum + one.length, output.length + start);
      if (total <= LINE && !output.some((one) => one.includes('\n')) && state.last.depth - state.depth < 3) return open + ' ' + output.join(', ') + ' ' + close;
    }
    const gap = '\n' + ' '.repeat(state.indent);
    return open + gap + '  ' + output.join(',' + gap + '  ') + gap + close;
  }
  /** Node.js puts more than six items of an array into columns. */
  function grouped(output, state, value) {
    let total = 0, longest = 0;
    const count = value && value.length > MOST_ITEMS ? output.length - 1 : output.length;
    const lengths = new Array(count);
    for (let i = 0; i < count; i++) {
      lengths[i] = output[i].length;
      total += lengths[i] + 2;
      longest = Math.max(longest, lengths[i]);
    }
    const actual = longest + 2;
    if (actual * 3 + state.indent >= LINE || !(total / actual > 5 || longest <= 6)) return output;
    const bias = Math.sqrt(actual - total / output.length);
    const biased = Math.max(actual - 3 - bias, 1);
    const columns = Math.min(Math.round(Math.sqrt(2.5 * biased * count) / biased), Math.floor((LINE - state.indent) / actual), 12, 15);
    if (columns <= 1) return output;
    const widths = [];
    for (let i = 0; i < columns; i++) {
      let width = 0;
      for (let j = i; j < count; j += columns) width = Math.max(width, lengths[j]);
      widths.push(width + 2);
    }
    const isNumeric = value && value.every((one) => typeof one === 'number' || typeof one === 'bigint');
    const pad = (text, width) => (isNumeric ? text.padStart(width) : text.padEnd(width));
    const rows = [];
    for (let i = 0; i < count; i += columns) {
      const end = Math.min(i + columns, count);
      let row = '', j = i;
      for (; j < end - 1; j++) row += pad(output[j] + ', ', widths[j - i]);
      row += isNumeric ? output[j].padStart(widths[j - i] - 2) : output[j];
      rows.push(row);
    }
    if (count < output.length) rows.push(output[count]);
    return rows;
  }
  function format(...values) {
    const [first, ...rest] = values;
    if (typeof first !== 'string') return values.map((one) => typeof one === 'string' ? one : inspect(one)).join(' ');
    let used = 0;
    const head = rest.length === 0 ? first : first.replace(/%[sdifjoOc%]/g, (form) => {
      if (form === '%%') return '%';
      if (used >= rest.length) return form;
      const one = rest[used++];
      if (form === '%s') return typeof one === 'string' ? one : typeof one === 'object' && one !== null ? inspect(one, { depth: 2, seen: [], indent: 0, last: { depth: 2 } }) : typeof one === 'bigint' ? one + 'n' : String(one);
      if (form === '%d') return typeof one === 'object' ? 'NaN' : String(Number(one));
      if (form === '%i') return typeof one === 'object' ? 'NaN' : String(parseInt(one));
      if (form === '%f') return String(parseFloat(one));
      if (form === '%j') return JSON.stringify(one);
      return form === '%c' ? '' : inspect(one);
    });
    return [head, ...rest.slice(used).map((one) => typeof one === 'string' ? one : inspect(one))].join(' ');
  }
  return { inspect: (value) => inspect(value), format, errorText };
})();
`;
