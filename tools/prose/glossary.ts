import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

export type Language = 'ja' | 'en';

const spellings = z.array(z.string()).default([]);
const schema = z.strictObject({
  terms: z.array(
    z.strictObject({
      en: z.string(),
      ja: z.string(),
      meaning: z.string(),
      avoid: z.strictObject({ ja: spellings, en: spellings }).default({ ja: [], en: [] }),
    }),
  ),
  spellings: z.array(z.strictObject({ ja: z.string(), avoid: spellings })),
  words: z.array(z.string()),
});
export type Glossary = z.infer<typeof schema>;

/** @throws where the file is not what its own head says */
export function readGlossary(): Glossary {
  return schema.parse(parse(readFileSync(new URL('../../glossary.yml', import.meta.url), 'utf8')));
}

/** The glossary as rules for prh (https://github.com/prh/prh): what is written instead of what. */
export function prhRules({ terms, spellings }: Glossary, language: Language): string {
  const named = terms.map((term) => ({ expected: term[language], patterns: term.avoid[language] }));
  const written = spellings.map(({ ja, avoid }) => ({ expected: ja, patterns: avoid }));
  const rules = [...named, ...(language === 'ja' ? written : [])].filter(
    ({ patterns }) => patterns.length > 0,
  );
  return stringify({ version: 1, rules });
}
