import { describe, expect, it } from 'vitest';
import { type Page, readPage } from '../../../src/procedure/index.ts';
import { hiddenStepsAround, missingSteps } from '../../../src/session/engine/prerequisites.ts';

const page = (name: string, fences: string, requires = ''): Page => {
  const id = `course/${name}`;
  const source = `---\ntitle: x\ntejun: { requires: [${requires}] }\n---\n\n${fences}`;
  return readPage(source, { id, file: `docs/${id}.mdx`, locale: 'ja' }).page as Page;
};
const fence = (role: string, id: string) => `\`\`\`bash ${role} id=${id}\ntrue\n\`\`\`\n\n`;

const first = page('first', fence('setup', 'a0') + fence('env', 'a1') + fence('cleanup', 'a2'));
const second = page(
  'second',
  fence('setup', 'b0') +
    fence('env', 'b1') +
    fence('setup', 'b2') +
    fence('command', 'b3') +
    fence('cleanup', 'b4') +
    fence('cleanup', 'b5') +
    fence('command', 'b6'),
  'course/first',
);
const pages = [first, second];
const at = (step: string) => ({ page: 'course/second', step });
const names = (refs: readonly { step: string }[]) => refs.map(({ step }) => step).join(' ');

describe('what is missing before a step', () => {
  it('are the steps that a reader sees, of the pages before and of its own', () => {
    expect(names(missingSteps(at('b6'), pages, () => false))).toBe('a1 b1 b3');
    expect(names(missingSteps(at('b1'), pages, () => false))).toBe('a1');
  });

  it('is not what was done', () => {
    expect(names(missingSteps(at('b6'), pages, ({ step }) => step !== 'b3'))).toBe('b3');
  });

  it('is nothing for a step of a page that is not there', () => {
    expect(missingSteps({ page: 'course/gone', step: 'x' }, pages, () => false)).toEqual([]);
  });
});

describe('hidden steps', () => {
  it('prepare what stands below them, once', () => {
    expect(names(hiddenStepsAround(at('b3'), pages, () => false).before)).toBe('b0 b2');
    expect(names(hiddenStepsAround(at('b3'), pages, ({ step }) => step === 'b0').before)).toBe('b2');
    expect(names(hiddenStepsAround(at('b1'), pages, () => false).before)).toBe('b0');
  });

  it('clean up at the top of a page before its first step, as in a run of the whole page', () => {
    const third = page('third', fence('cleanup', 'c0') + fence('setup', 'c1') + fence('env', 'c2'));
    const { before, after } = hiddenStepsAround({ page: 'course/third', step: 'c2' }, [third], () => false);
    expect([names(before), names(after)]).toEqual(['c0 c1', '']);
  });

  it('clean up behind the step above them, each time', () => {
    expect(names(hiddenStepsAround(at('b3'), pages, () => true).after)).toBe('b4 b5');
    expect(names(hiddenStepsAround(at('b1'), pages, () => true).after)).toBe('');
    expect(names(hiddenStepsAround(at('b6'), pages, () => true).after)).toBe('');
  });
});
