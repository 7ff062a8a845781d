import type { CommandStep, Page, Position } from '../../src/procedure/index.ts';

const at = (line: number): Position => ({ line, column: 1, offset: 0 });

export function aStep(number: number, script = `echo ${number}`): CommandStep {
  const line = number * 4;
  const span = { start: at(line), end: at(line + 2) };
  return { id: `step-${number}`, role: 'command', script, span, bodySpan: span, headings: [] };
}

/** A page of the course `course`, in Japanese unless said otherwise. */
export function aPage(name: string, requires: readonly string[] = [], steps = 1, locale = 'ja'): Page {
  return {
    id: `course/${name}`,
    file: `${locale === 'ja' ? 'docs' : `i18n/${locale}`}/course/${name}.mdx`,
    locale,
    course: 'course',
    title: name,
    requires: requires.map((required) => `course/${required}`),
    account: 'account',
    variables: [],
    steps: Array.from({ length: steps }, (_, index) => aStep(index + 1)),
  };
}
