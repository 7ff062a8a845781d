import { expect, test } from 'vitest';
import { writeXliff } from '../../../src/translation/exchange/index.ts';
import { exchange } from './xliff-sample.ts';

test('inline code is a placeholder, but not where it holds words', () => {
  const text = writeXliff(exchange);
  expect(text).toContain(
    '<data id="d1">`aws s3 ls`</data><data id="d2">`ls`</data></originalData><segment state="final"><source><ph id="1" dataRef="d1"></ph>と<ph id="2" dataRef="d2"></ph>、&lt;b&gt; &amp; &quot;c&quot;',
  );
  expect(text).toContain('<source>`結果(例)`</source>');
});
