import { compareJson } from '../json/compare.ts';
import { parseJson } from '../json/parse.ts';
import { isNote, NOTE_MESSAGE } from '../spellings.ts';
import { explain, showReplaced } from './mismatch-text.ts';
import type { Format } from './types.ts';

/** Compared as trees. A `text result` that shows nothing but an object or array is JSON as well. */
export const json: Format = {
  name: 'json',
  recognises: ({ form, body, match }) => form === 'json' || (match !== 'exact' && isTree(body)),
  stream: 'stdout',
  exitCodes: () => [0],
  compare: (comparison, example, printed, actual) => {
    const wanted = parseJson(example.body, 'example');
    if ('problem' in wanted) {
      const { line, message } = wanted.problem;
      comparison.differ({
        kind: 'form',
        path: `line ${line}`,
        line,
        message: isNote(example.body.split('\n')[line - 1] ?? '')
          ? NOTE_MESSAGE
          : `The example is not JSON: ${message}. Correct it, or call the fence \`text result\`.`,
      });
      return showReplaced(comparison, example.body, printed);
    }
    const got = parseJson(printed, 'output');
    if ('problem' in got) {
      const message = `The example is JSON, but the output is not${explain(printed, actual)}.`;
      comparison.differ({ kind: 'form', path: '', message });
      return showReplaced(comparison, example.body, printed);
    }
    const several = Math.max(wanted.values.length, got.values.length) > 1;
    if (wanted.values.length !== got.values.length) {
      const message = `The example has ${wanted.values.length} JSON values, but the output has ${got.values.length}.`;
      comparison.differ({
        kind: wanted.values.length > got.values.length ? 'missing' : 'unexpected',
        path: '',
        message,
      });
      return showReplaced(comparison, example.body, printed);
    }
    wanted.values.forEach((value, index) => {
      const other = got.values[index];
      const path = several ? `#${index + 1}` : '';
      if (other) compareJson(comparison, value, other, { path, depth: 0, before: '', after: '' });
    });
  },
};

function isTree(body: string): boolean {
  if (!/^\s*[{[]/.test(body)) return false;
  const parsed = parseJson(body, 'example');
  return 'values' in parsed && parsed.values.every(({ kind }) => kind === 'object' || kind === 'array');
}
