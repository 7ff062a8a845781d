import type { Actual } from './types.ts';

/** A terminal's colours, titles and cursor movements. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-_])/g;

/**
 * The text that a terminal shows at the end: without colours, what a carriage return goes back over is written over, and a
 * backspace takes one character back.
 *
 * @example onScreen('Completed 6 Bytes/6 Bytes\rupload: ./a to s3://b/a      \n') // 'upload: ./a to s3://b/a      \n'
 */
export function onScreen(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (!/[\u001b\b]|\r(?!\n)/.test(text)) return text;
  return text
    .replace(ESCAPES, '')
    .split('\n')
    .map((line) => (/[\b\r]/.test(line) ? lineOnScreen(line) : line))
    .join('\n');
}

function lineOnScreen(line: string): string {
  const isEnded = line.endsWith('\r');
  const shown: string[] = [];
  let column = 0;
  for (const char of isEnded ? line.slice(0, -1) : line) {
    if (char === '\r') column = 0;
    else if (char === '\b') column = Math.max(0, column - 1);
    else shown[column++] = char;
  }
  return shown.join('') + (isEnded ? '\r' : '');
}

/** Returns a step's output as a terminal shows it. */
export const asTerminal = (actual: Actual): Actual => ({
  ...actual,
  stdout: onScreen(actual.stdout),
  stderr: onScreen(actual.stderr),
});
