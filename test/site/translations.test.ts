import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Every name that a theme string of ours has in the code. */
function usedNames(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  const names = files.flatMap((file) =>
    [...readFileSync(`src/${file}`, 'utf8').matchAll(/\bid(?:=|: )['"](tejun\.[\w.]+)['"]/g)].map(
      ([, name]) => name,
    ),
  );
  return [...new Set(names)].map(String).sort();
}

it('translates every theme string into English, and no other', () => {
  const translated: Record<string, { message: string }> = JSON.parse(
    readFileSync('i18n/en/code.json', 'utf8'),
  );
  const ours = Object.keys(translated).filter((name) => name.startsWith('tejun.'));
  expect(usedNames()).toEqual(ours.sort());
  for (const { message } of Object.values(translated)) expect(message).toMatch(/^[\x20-\x7e]+$/);
});
