import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { grammars, makeParser, parserFile } from '../../tools/record/grammars.ts';

test.each(grammars)('the parser beside %s is made from it', (grammar) => {
  const hint = 'Run `npm run record -- grammars`.';
  expect(readFileSync(parserFile(grammar), 'utf8'), hint).toBe(makeParser(grammar));
});
