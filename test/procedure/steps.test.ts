import { describe, expect, test } from 'vitest';
import { parsePage } from '../../src/procedure/parse-mdx.ts';
import { createReporter } from '../../src/procedure/problems.ts';
import { indexSource } from '../../src/procedure/source-text.ts';
import { findSteps } from '../../src/procedure/steps.ts';
import { placed, rolesOf } from './page.ts';

const fence = (info: string, body = 'true') => `\`\`\`${info}\n${body}\n\`\`\``;

function read(parts: readonly string[], allowUnmarked = false) {
  const text = parts.join('\n\n');
  const reporter = createReporter('page.mdx');
  const found = findSteps(parsePage(text), indexSource(text), reporter, allowUnmarked);
  return { ...found, problems: placed(reporter.problems) };
}

test('steps are numbered by their place on the page unless they have an id', () => {
  const { steps } = read([
    fence('bash env'),
    '<Elapse duration="1m" />',
    fence('bash command id=a'),
    fence('bash check'),
  ]);
  expect(rolesOf(steps)).toEqual(['step-1: env', 'step-2: elapse', 'a: command', 'step-4: check']);
});

test('a step knows the headings above it, and the page its first one', () => {
  const { steps, firstHeading } = read([
    '# A',
    '## B',
    fence('bash command'),
    '## C',
    '### D',
    fence('bash command'),
  ]);
  expect(firstHeading).toBe('A');
  expect(steps.map(({ headings }) => headings)).toEqual([
    ['A', 'B'],
    ['A', 'C', 'D'],
  ]);
});

test('a file is a step that writes it', () => {
  expect(read([fence('json file=a.json', '{}')]).steps[0]).toMatchObject({
    role: 'file',
    name: 'a.json',
    content: '{}',
    script: "cat << 'EOF' > a.json\n{}\nEOF",
  });
});

describe('result example', () => {
  test('belongs to the step before it, through text and plain fences', () => {
    const { steps } = read([fence('bash command'), 'prints', fence('json'), fence('text result', 'a')]);
    expect(steps).toMatchObject([{ result: { form: 'text', body: 'a' } }]);
  });

  test('several of a step each say when they are printed', () => {
    const { steps, problems } = read([
      fence('bash command'),
      fence('text result case="one"', 'a'),
      fence('text result case="other"', 'b'),
    ]);
    expect(problems).toEqual([]);
    expect(steps).toMatchObject([{ result: { body: 'a' }, alternatives: [{ body: 'b' }] }]);
  });

  test.each([
    ['no step', [fence('text result')], 'result-without-step 1:1'],
    ['passing time', ['<Elapse duration="1m" />', fence('text result')], 'result-after-elapse 3:1'],
    ['a silent step', [fence('bash env'), fence('text result')], 'result-of-silent-step 5:1'],
    ['shows=', [fence('bash command shows=a'), fence('text result')], 'result-beside-shows 5:1'],
    ['another', [fence('bash check'), fence('text result'), fence('text result')], 'second-result 9:1'],
  ])('is reported after %s', (_, parts, problem) => {
    expect(read(parts).problems).toEqual([problem]);
  });

  test('is no further problem after a step that is wrong', () => {
    expect(read([fence('bash comand'), fence('text result')]).problems).toEqual(['unknown-role 1:9']);
  });

  test('that is no JSON is reported at the place in its body', () => {
    expect(read([fence('bash command'), fence('json result', '{\n  "a": b\n}')]).problems).toEqual([
      'result-not-json 7:8',
    ]);
  });
});

describe('what is wrong with a step', () => {
  test.each([
    ['an empty script', fence('bash command', '  '), 'empty-script 1:1'],
    ['an open quote', fence('bash command', 'a\necho "b'), 'unterminated-quote 3:6'],
    ['an open here-document', fence('bash command', 'cat << EOF\na'), 'unterminated-heredoc 2:8'],
    ['shows= where nothing is shown', fence('bash env shows=a'), 'misplaced-attribute 1:13'],
    ['input= on a file', fence('json file=a input=b'), 'misplaced-attribute 1:16'],
    ['no end', '```bash command\ntrue', 'unclosed-fence 1:1'],
  ])('%s', (_, text, problem) => {
    expect(read([text]).problems.map((one) => one.replace(/(unterminated-heredoc 2:)\d+/, '$18'))).toEqual([
      problem,
    ]);
  });

  test('an id twice, or one that looks like an automatic one of another step', () => {
    expect(read([fence('bash command id=a'), fence('bash command id=a')]).problems).toEqual([
      'duplicate-id 5:1',
    ]);
    expect(read([fence('bash command'), fence('bash command id=step-1')]).problems).toEqual([
      'automatic-id 5:1',
    ]);
  });
});

test('a shell fence without a role is a problem, or is listed where that is allowed', () => {
  expect(read([fence('sh')]).problems).toEqual(['unmarked-fence 1:1']);
  expect(read([fence('sh')], true)).toMatchObject({ problems: [], steps: [], unmarked: [{ lang: 'sh' }] });
});
