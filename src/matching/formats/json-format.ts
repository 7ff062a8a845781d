import { isJsonTree, parseJson } from '../../procedure/json/index.ts';
import { compareDocuments } from '../json/json-documents.ts';
import { isNote, NOTE_AT_END_MESSAGE, NOTE_MESSAGE, withoutNoteAtEnd } from '../text/lines.ts';
import { describeOutput, showReplaced } from './mismatch-text.ts';
import type { Format } from './types.ts';

/** Compared as trees. A `text result` that shows nothing but an object or array is JSON as well. */
export const jsonFormat: Format = {
  name: 'json',
  recognises: ({ form, body, match }) => form === 'json' || (match !== 'exact' && isJsonTree(body)),
  stream: 'stdout',
  exitCodes: () => [0],
  compare: (comparison, example, printed, actual) => {
    const wanted = parseJson(example.body, 'example');
    if ('fault' in wanted) {
      const { line, reason } = wanted.fault;
      comparison.differ({
        kind: 'form',
        path: `line ${line}`,
        line,
        message:
          noteIn(example.body.split('\n')[line - 1] ?? '') ??
          `The example is not JSON: ${reason}. Correct it, or call the fence \`text result\`.`,
      });
      return showReplaced(comparison, example.body, printed);
    }
    const got = parseJson(printed, 'output');
    if ('fault' in got) {
      const message = `The example is JSON, but the output is not${describeOutput(printed, actual)}.`;
      comparison.differ({ kind: 'form', path: '', message });
      return showReplaced(comparison, example.body, printed);
    }
    if (!compareDocuments(comparison, wanted.values, got.values)) {
      const message = `The example has ${wanted.values.length} JSON values, but the output has ${got.values.length}.`;
      comparison.differ({
        kind: wanted.values.length > got.values.length ? 'missing' : 'unexpected',
        path: '',
        message,
      });
      showReplaced(comparison, example.body, printed);
    }
  },
};

/** Says that a line that is no JSON is a note, or ends with one behind its strings. */
function noteIn(line: string): string | undefined {
  if (isNote(line)) return NOTE_MESSAGE;
  return withoutNoteAtEnd(line.replace(/"(?:[^"\\]|\\.)*"/g, '""')) === undefined
    ? undefined
    : NOTE_AT_END_MESSAGE;
}
