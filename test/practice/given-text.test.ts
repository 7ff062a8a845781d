import { describe, expect, it } from 'vitest';
import { givenText } from '../../src/practice/given-text.ts';
import type { Page, RunnableStep } from '../../src/procedure/index.ts';

const page = (...scripts: string[]): Page =>
  ({
    id: 'p',
    steps: scripts.map((script, index) => ({ id: `s${index}`, role: 'command', script })),
  }) as unknown as Page;
const state = { values: new Map<string, string>(), readFile: async () => undefined };
const given = (...scripts: string[]): Promise<string> => {
  const made = page(...scripts);
  return givenText(made, made.steps.at(-1) as RunnableStep, state);
};

describe('givenText', () => {
  it('adds the values of variables that scripts above assign', async () => {
    const text = await given(
      "ADDRESS='10.2.5.1'",
      'SERVERS="${ADDRESS},10.2.5.2"',
      'aws x --servers ${SERVERS}',
    );
    expect(text).toContain('10.2.5.2');
    expect(text).toContain('10.2.5.1');
  });

  it('adds the documents that scripts above write', async () => {
    const text = await given('cat << EOF > p.json\n{ "Ip": "10.9.9.9" }\nEOF', 'aws x --input file://p.json');
    expect(text).toContain('10.9.9.9');
  });

  it('leaves out what only a run knows, and variables that the script does not use', async () => {
    expect(await given('ID=$(aws x)', "OTHER='10.1.1.1'", 'aws y --id ${ID}')).toBe('aws y --id ${ID}');
  });

  it('adds what only the shell knows: computed variables, and files', async () => {
    const made = page('ADDRESS=$(aws x)', 'aws y --ip ${ADDRESS} --input file://${DIR}/p.json');
    const shell = {
      values: new Map([
        ['ADDRESS', '10.2.5.1'],
        ['DIR', '/home/ec2-user'],
      ]),
      readFile: async (path: string) =>
        path === '/home/ec2-user/p.json' ? '{ "Ip": "10.9.9.9" }' : undefined,
    };
    const text = await givenText(made, made.steps.at(-1) as RunnableStep, shell);
    expect(text).toContain('10.2.5.1');
    expect(text).toContain('10.9.9.9');
  });
});
