import { describe, expect, test } from 'vitest';
import { readTranslation } from '../../../src/procedure/front-matter/translation.ts';
import { readSection } from './read-section.ts';

describe('mark of a translation', () => {
  const translation = (text: string) => readSection('translation', text, readTranslation);
  const source = '0123456789abcdef0123456789abcdef01234567';
  const prose = '0123456789abcdef';

  test('of 0.2.0 is what the whole page was made from', () => {
    expect(translation(`translation: { source: '${source}', prose: '${prose}' }`)).toEqual({
      value: { source, prose },
      problems: [],
    });
  });

  test('is what each heading was made from', () => {
    const list = `[{ heading: run, prose: '${prose}' }, { heading: '', prose: '${prose}', state: machine }]`;
    expect(translation(`translation: ${list}`)).toEqual({
      value: {
        headings: [
          { heading: 'run', prose },
          { heading: '', prose, isMachine: true },
        ],
      },
      problems: [],
    });
  });

  test.each([
    ['a text in the list', '[a]', ['front-matter-type 1:15']],
    ['no name', `[{ prose: '${prose}' }]`, ['front-matter-type 1:15']],
    ['a short hash', `[{ heading: a, prose: '0' }]`, ['front-matter-type 1:36']],
    ['another state', `[{ heading: a, prose: '${prose}', state: b }]`, ['front-matter-type 1:63']],
    ['another key', `[{ heading: a, prose: '${prose}', by: b }]`, ['front-matter-key 1:56']],
  ])('is reported with %s', (_, text, problems) => {
    expect(translation(`translation: ${text}`).problems).toEqual(problems);
  });

  test.each([
    ['a short id', `{ source: '0123', prose: '${prose}' }`, ['front-matter-type 1:24']],
    ['no hash', `{ source: '${source}' }`, ['front-matter-type 1:14']],
    [
      'capital digits',
      `{ source: '${source}', prose: '${prose.toUpperCase()}' }`,
      ['front-matter-type 1:75'],
    ],
    ['a text', 'abc', ['front-matter-type 1:14']],
  ])('is refused with %s', (_, text, problems) => {
    expect(translation(`translation: ${text}`)).toEqual({ value: undefined, problems });
  });
});
