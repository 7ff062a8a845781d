import { GetRandomPasswordCommand } from '@aws-sdk/client-secrets-manager';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { START } from '../../practice.ts';
import { openAccount } from '../open.ts';

// The SDK signs with the machine's time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterAll(() => {
  vi.useRealTimers();
});

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
