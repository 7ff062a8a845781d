import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { checkSite, readSite } from '../../src/translation/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

it('has the same commands and every text in each language, and no orphan', async () => {
  expect(await checkSite(readSite(root))).toEqual({ problems: [], unreadable: [] });
});

it('says in English what it says in English', () => {
  const translated: Record<string, { message: string }> = JSON.parse(
    readFileSync('i18n/en/code.json', 'utf8'),
  );
  // Readers of either language find the other by this one label.
  delete translated['theme.navbar.mobileLanguageDropdown.label'];
  const japanese = /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/;
  for (const { message } of Object.values(translated)) expect(message).not.toMatch(japanese);
});
