import { describe, expect, it } from 'vitest';

import { jsonFormat } from '../../../src/matching/formats/json-format.ts';
import { match } from '../../../src/matching/index.ts';
import { context, example, printed } from '../run.ts';

const run = (body: string, stdout: string) => match(example('json', body), printed(stdout), context());

describe('JSON as an example', () => {
  it.each([
    ['json', 'anything', undefined, true],
    ['text', '{"a": 1}', undefined, true],
    ['text', '{"a": 1}', 'exact', false],
    ['text', '42', undefined, false],
  ] as const)('%s %s with match=%s: %s', (form, body, mode, expected) => {
    expect(jsonFormat.recognises(example(form, body, { match: mode }))).toBe(expected);
  });

  it.each([
    [
      '{"a": 1,}',
      '{}',
      'The example is not JSON: "," stands before "}". Correct it, or call the fence `text result`.',
    ],
    ['{"a": 1}\n# a note', '{}', 'This line is a note: move it into the prose.'],
    ['{"a": 1} # a note', '{}', 'The end of this line is a note: move it into the prose.'],
    ['{"a": 1}', 'oops', 'The example is JSON, but the output is not: it begins with "oops".'],
    ['{"a": 1}', '', 'The example is JSON, but the output is not: nothing was printed.'],
    ['{"a": 1}\n{"b": 2}', '{"a": 1}', 'The example has 2 JSON values, but the output has 1.'],
  ])('%j against %j', (body, stdout, message) =>
    expect(run(body, stdout).differences[0]?.message).toBe(message),
  );
});
