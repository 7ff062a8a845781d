import type { Exchange } from '../../../src/translation/exchange/index.ts';

/** Pages with all that a unit may have. */
export const exchange: Exchange = {
  sourceLocale: 'ja',
  locale: 'zh-Hans',
  pages: [
    {
      sourceFile: 'docs/c/a&"b.mdx',
      units: [
        { id: 'a.0', source: '`aws s3 ls`と`ls`、<b> & "c"', target: '`ls`和`aws s3 ls`', state: 'done' },
        { id: 'a.1', source: ' 甲\n  乙\u001b ', state: 'new' },
        { id: 'a.2', source: '`結果(例)`', target: '`Result`', state: 'draft' },
      ],
    },
    { sourceFile: 'docs/c/b.mdx', units: [{ id: 'title', source: '題', target: '题', state: 'done' }] },
  ],
};
