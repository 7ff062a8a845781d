import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/aws/sandbox/index.ts';
import { createPractice, type StepOutcome } from '../../src/practice/index.ts';
import { readPage } from '../../src/procedure/index.ts';

/** Runs a page in a shell that prints what the scripts are given, and holds one file. */
async function runPage(
  text: string,
  prints: Readonly<Record<string, string>>,
  file?: readonly [string, string],
) {
  const { page, problems } = readPage(text, { id: 'p', file: 'docs/p.mdx', locale: 'ja' });
  if (!page) throw new Error(JSON.stringify(problems));
  const practice = createPractice({
    shell: {
      run: async (script) => {
        const stdout = Object.entries(prints).find(([word]) => script.includes(word))?.[1] ?? '';
        const failed = stdout.startsWith('\nAn error');
        return { stdout: failed ? '' : stdout, stderr: failed ? stdout : '', exitCode: failed ? 254 : 0 };
      },
      state: {
        variables: async () => new Map<string, string>(),
        readFile: async (path) => (path === file?.[0] ? file[1] : undefined),
      },
      close: async () => {},
    },
    clock: createManualClock(new Date('2026-01-05T00:00:00Z')),
    accountDataOf: () => ({ strings: new Set(['123456789012']), compare: 'equal' }),
  });
  const outcomes: StepOutcome[] = [];
  for (const step of page.steps) outcomes.push(await practice.run(page, step));
  return outcomes;
}

const fence = (info: string, body: string): string => `\`\`\`${info}\n${body}\n\`\`\`\n`;
// The MD5 of "hello" and a line break.
const ETAG = 'b1946ac92492d2347c6235b4d2611184';
const OTHER = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const tag = (digest: string) => JSON.stringify({ ETag: `"${digest}"` });

describe('the digest of a content', () => {
  const page = [
    '# Page',
    fence('bash command', 'aws s3 cp note.txt s3://b'),
    fence('bash command', 'aws s3api head-object'),
    fence('json result', tag(ETAG)),
  ].join('\n');

  it('must come back where the page writes the content', async () => {
    const file = ['note.txt', 'hello\n'] as const;
    const [, wrong] = await runPage(page, { 'head-object': tag(OTHER) }, file);
    expect(wrong).toMatchObject({ status: 'failed' });
    expect(JSON.stringify(wrong)).toContain('is the digest of what the page writes');
    const [, right] = await runPage(page, { 'head-object': tag(ETAG) }, file);
    expect(right).toMatchObject({ status: 'passed' });
  });

  it('varies where the content is another', async () => {
    for (const file of [undefined, ['note.txt', 'another\n']] as const) {
      const [, outcome] = await runPage(page, { 'head-object': tag(OTHER) }, file);
      expect(outcome).toMatchObject({ status: 'passed' });
    }
  });
});

describe('an account that the page writes', () => {
  const error = '\nAn error occurred (NoSuchEntity) when calling the GetRole operation: no\n';
  const role = fence('bash command', 'aws iam get-role --role-name arn:aws:iam::000000000000:role/a');

  it('is hinted at, but for one that flowed on', async () => {
    const [alone] = await runPage(`# Page\n${role}`, { 'get-role': error });
    expect(JSON.stringify(alone)).toContain("write id: '000000000000'");
    const first = fence('bash command', 'aws sts x') + fence('json result', '{"Account": "000000000000"}');
    const [, flowed] = await runPage(`# Page\n${first}\n${role}`, {
      'sts x': '{"Account": "123456789012"}',
      'get-role': error,
    });
    expect(flowed).toMatchObject({ status: 'failed' });
    expect(JSON.stringify(flowed)).not.toContain('in the account file');
  });
});
