import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { grammarFolders, makeParser } from '../../../../../tools/record/grammars.ts';

test.each(grammarFolders)('the parser in %s is the one of its grammar', (folder) => {
  const hint = 'Run `npm run record -- grammars`.';
  expect(readFileSync(`${folder}/parser.js`, 'utf8'), hint).toBe(makeParser(folder));
});
