import fs, { cpSync, existsSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

/** Functions of Node.js by which the writers of a project change the disk. */
const CHANGING = /** @type {const} */ ([
  'mkdirSync',
  'openSync',
  'writeFileSync',
  'fsyncSync',
  'renameSync',
  'linkSync',
  'rmSync',
]);

/**
 * Copies a folder as a kill would leave it, before and after every call that changes the disk and within a write, to the
 * folders `0`, `1` and so on of another; until the returned function is called, which tells how many there are.
 * @param {string} root
 * @param {string} copies
 * @returns {() => number}
 */
export function copyStates(root, copies) {
  let count = 0;
  let isCopying = false;
  // Node.js takes the functions for copying when it copies first: they must be its own.
  cpSync(root, join(copies, 'first'), { recursive: true });
  const real = { ...fs };
  const copy = () => {
    if (isCopying) return;
    isCopying = true;
    const state = join(copies, String(count));
    cpSync(root, state, { recursive: true });
    // The process that wrote is gone.
    const owner = join(state, '.tejun-update/owner');
    if (existsSync(owner)) real.writeFileSync(owner, '99999999');
    count += 1;
    isCopying = false;
  };
  const changed = /** @type {Record<string, (...given: any[]) => unknown>} */ (/** @type {unknown} */ (fs));
  for (const name of CHANGING) {
    const original = /** @type {(...given: any[]) => unknown} */ (real[name]);
    changed[name] = (...given) => {
      copy();
      const [to, content, ...more] = given;
      if (name === 'writeFileSync' && typeof to === 'number' && typeof content === 'string' && !isCopying) {
        const half = Math.floor(content.length / 2);
        original(to, content.slice(0, half), ...more);
        copy();
        original(to, content.slice(half), ...more);
      } else {
        const result = original(...given);
        copy();
        return result;
      }
      copy();
    };
  }
  syncBuiltinESMExports();
  return () => {
    for (const name of CHANGING) changed[name] = /** @type {(...given: any[]) => unknown} */ (real[name]);
    syncBuiltinESMExports();
    return count;
  };
}
