import { describe, expect, it } from 'vitest';
import { givenText } from '../../src/practice/given-text.ts';
import type { Page, RunnableStep } from '../../src/procedure/index.ts';

const page = (...scripts: string[]): Page =>
  ({
    id: 'p',
    steps: scripts.map((script, index) => ({ id: `s${index}`, role: 'command', script })),
  }) as unknown as Page;
const given = (...scripts: string[]): string => {
  const made = page(...scripts);
  return givenText(made, made.steps.at(-1) as RunnableStep);
};

describe('givenText', () => {
  it('adds the values of variables that scripts above assign', () => {
    const text = given("ADDRESS='10.2.5.1'", 'SERVERS="${ADDRESS},10.2.5.2"', 'aws x --servers ${SERVERS}');
    expect(text).toContain('10.2.5.2');
    expect(text).toContain('10.2.5.1');
  });

  it('adds the documents that scripts above write', () => {
    const text = given('cat << EOF > p.json\n{ "Ip": "10.9.9.9" }\nEOF', 'aws x --input file://p.json');
    expect(text).toContain('10.9.9.9');
  });

  it('leaves out what only a run knows, and variables that the script does not use', () => {
    expect(given('ID=$(aws x)', "OTHER='10.1.1.1'", 'aws y --id ${ID}')).toBe('aws y --id ${ID}');
  });
});
