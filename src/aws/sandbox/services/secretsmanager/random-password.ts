import type { GetRandomPasswordRequest, GetRandomPasswordResponse } from '@aws-sdk/client-secrets-manager';
import { defineOperation } from '../../operation/index.ts';
import type { Random } from '../../random/index.ts';
import { excludeCharacters, passwordLength } from './secret-constraints.ts';
import { invalidSecretParameter } from './secrets-errors.ts';

/** API reference, GetRandomPassword. */
const LENGTH = 32;
const UPPERCASE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

export default {
  GetRandomPassword: defineOperation<GetRandomPasswordRequest, GetRandomPasswordResponse>({
    constraints: { PasswordLength: passwordLength, ExcludeCharacters: excludeCharacters },
    reads: [
      'ExcludeNumbers',
      'ExcludePunctuation',
      'ExcludeUppercase',
      'ExcludeLowercase',
      'IncludeSpace',
      'RequireEachIncludedType',
    ],
    access: { action: 'secretsmanager:GetRandomPassword', resource: () => '*', namesResource: false },
    handle: ({ input, random }) => ({ RandomPassword: makePassword(input, random) }),
  }),
};

function makePassword(input: GetRandomPasswordRequest, random: Random): string {
  const types = typesOf(input);
  const all = types.join('');
  const length = Number(input.PasswordLength ?? LENGTH);
  if (all === '') throw invalidSecretParameter('No characters are left to make a password of.');
  if (input.RequireEachIncludedType === false) return random.text(length, all);
  if (length < types.length)
    throw invalidSecretParameter('Password length is too short based on the required types.');
  const drawn = [...types.map((type) => random.text(1, type)), ...random.text(length - types.length, all)];
  return shuffle(drawn, random).join('');
}

/** The characters of each type that is left. */
function typesOf(input: GetRandomPasswordRequest): string[] {
  const types = [
    input.ExcludeUppercase ? '' : UPPERCASE,
    input.ExcludeLowercase ? '' : UPPERCASE.toLowerCase(),
    input.ExcludeNumbers ? '' : '0123456789',
    input.ExcludePunctuation ? '' : PUNCTUATION,
    input.IncludeSpace ? ' ' : '',
  ];
  const excluded = new Set(input.ExcludeCharacters ?? '');
  const left = types.map((type) => [...type].filter((letter) => !excluded.has(letter)).join(''));
  return left.filter((type) => type !== '');
}

function shuffle(items: readonly string[], random: Random): string[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(random.integer(rest.length), 1));
}
