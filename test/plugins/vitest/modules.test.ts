import { describe, expect, test } from 'vitest';
import { emitPage, emitProblems } from '../../../plugins/vitest/emit.ts';
import { touchedBy } from '../../../plugins/vitest/watch.ts';
import type { PlannedPage } from '../../../src/doctest/index.ts';
import { aPage } from '../../doctest/pages.ts';

const planned = (name: string, prerequisites: PlannedPage[] = [], steps = 1): PlannedPage => ({
  page: aPage(
    name,
    prerequisites.map(({ page }) => page.title),
    steps,
  ),
  source: '',
  prerequisites: prerequisites.map(({ page }) => page),
  chain: 'ja:course/a',
  accountFile: 'docs/course/_account.yaml',
});

const a = planned('a');
const b = planned('b', [a]);
const lone = planned('lone', [], 0);

const options = {
  root: '/project',
  target: { target: 'sandbox', shell: 'simulated' },
  seed: 'tejun',
  lanes: 1,
} as const;

describe('emitPage', () => {
  test('imports the pages it builds on and the account, so that watching sees the edges', () => {
    const code = emitPage(b, options);
    expect(code).toContain('from "/project/docs/course/a.mdx?page"');
    expect(code).toContain('from "/project/docs/course/_account.yaml?account"');
  });

  test('a page without steps needs no account', () => {
    expect(emitPage(lone, options)).not.toContain('?account');
  });

  test('text of a page cannot break out of the module', () => {
    const page = { ...a.page, title: '`"\u2028</script>' };
    expect(emitPage({ ...a, page }, options)).toContain(JSON.stringify(page));
  });
});

test('emitProblems gives each problem a failing test whose stack names the page', () => {
  const problem = {
    file: 'docs/a.mdx',
    line: 7,
    column: 3,
    code: 'x',
    message: 'It is wrong.',
    mend: 'Mend it.',
  };
  const code = emitProblems([problem, { ...problem, line: 9 }], '/project/docs/a.mdx');
  expect(code.match(/^test\(/gm)).toHaveLength(2);
  expect(code).toContain('at /project/docs/a.mdx:7:3');
});

describe('touchedBy', () => {
  const pages = [a, b, lone];
  const touched = (file: string) => touchedBy(file, pages);

  test('an edited page: itself and what builds on it', () => {
    expect(touched('docs/course/a.mdx')).toEqual(['docs/course/a.mdx', 'docs/course/b.mdx']);
    expect(touched('docs/course/b.mdx')).toEqual(['docs/course/b.mdx']);
  });

  test('an edited account: all that is practised in it', () => {
    expect(touched('docs/course/_account.yaml')).toHaveLength(3);
    expect(touched('other.yaml')).toEqual([]);
  });
});
