import { GetRandomPasswordCommand } from '@aws-sdk/client-secrets-manager';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openAccount } from '../open.ts';
import { standStill } from '../time.ts';

standStill();

test('a random password has the length and the characters that are asked for', async () => {
  const { secrets } = openAccount('password').admin;
  const flag = fc.boolean();
  const request = fc.record({
    PasswordLength: fc.integer({ min: 5, max: 200 }),
    ExcludeNumbers: flag,
    ExcludePunctuation: flag,
    ExcludeUppercase: flag,
    IncludeSpace: flag,
    ExcludeCharacters: fc.string({ maxLength: 10 }),
  });
  await fc.assert(
    fc.asyncProperty(request, async (asked) => {
      const { RandomPassword: text = '' } = await secrets.send(new GetRandomPasswordCommand(asked));
      expect(text).toHaveLength(asked.PasswordLength);
      expect([...text].filter((letter) => asked.ExcludeCharacters.includes(letter))).toEqual([]);
      expect(/\d/.test(text)).toBe(!asked.ExcludeNumbers);
      expect(/[A-Z]/.test(text)).toBe(!asked.ExcludeUppercase);
      expect(/[!-/:-@[-`{-~]/.test(text)).toBe(!asked.ExcludePunctuation);
    }),
    { numRuns: 50 },
  );
});
