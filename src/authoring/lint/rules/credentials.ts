import { say } from '../../../language/index.ts';
import type { Found, TextRule } from '../types.ts';

/** Tells whether a secret is a placeholder: AWS's documentation writes EXAMPLE into its own, others mask theirs. */
function isPlaceholder(text: string): boolean {
  return /example/i.test(text) || /([X*x0])\1{5}/.test(text);
}

interface Token {
  readonly name: string;
  readonly pattern: RegExp;
  /** Noun for messages: `a real session token`. */
  readonly what: () => string;
  /** Returns the instruction, given the start of the token: no more of it may be shown. */
  fix(start: string): string;
}

/** A rule against something that lets in whoever reads it, known by its form. Placeholders are free. */
function tokenRule({ name, pattern, what, fix }: Token): TextRule {
  return {
    name,
    reads: 'text',
    find: (text) =>
      [...text.matchAll(pattern)]
        .filter(([token]) => !isPlaceholder(token))
        .map(({ index, 0: token }) => {
          const start = token.slice(0, 4);
          return { index, text: token, message: say`${start}... looks like ${what()}.`, fix: fix(start) };
        }),
  };
}

/** Prefixes of keys: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const ACCESS_KEY = /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g;

export const accessKeyRule = tokenRule({
  name: 'access-key',
  pattern: ACCESS_KEY,
  what: () => say`the id of a real access key`,
  fix: (start) =>
    say`Write AKIAIOSFODNN7EXAMPLE, or ${start} and 16 times X. A key that was published must be deleted.`,
});

/**
 * How the tokens that STS gives out begin, or where one is called by its name. The name is looked for only before what is
 * long enough: white space without end before each character of white space would take quadratic time.
 */
const SESSION_TOKEN =
  /(?<![A-Za-z0-9/+=])(?:(?:FwoG|FQoG|IQoJ|AQoD)[A-Za-z0-9/+=]{60,}|(?=[A-Za-z0-9/+=]{80})(?<=session_?token["']?\s*[:=]\s*["']?)[A-Za-z0-9/+=]{80,})/gi;

export const sessionTokenRule = tokenRule({
  name: 'session-token',
  pattern: SESSION_TOKEN,
  what: () => say`a real session token`,
  fix: () =>
    say`Write AQoEXAMPLEH4aoAH0gNCAPy..., or hide it. A token that was published stays valid until it expires.`,
});

/**
 * Bearer tokens: JSON Web Tokens (RFC 7519; Cognito and IAM Identity Center give them out), and the
 * tokens of GitHub, GitLab and Slack, by the prefixes that they are known by.
 */
const BEARER_TOKEN =
  /(?<![\w-])(?:eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}|gh[opusr]_[A-Za-z0-9]{36}|github_pat_\w{40,}|glpat-[\w-]{20,}|xox[abeoprs]-[\w-]{20,})(?![\w-])/g;

export const bearerTokenRule = tokenRule({
  name: 'bearer-token',
  pattern: BEARER_TOKEN,
  what: () => say`a real access token`,
  fix: () =>
    say`Leave it out: write its first letters and "...". A token that was published must be revoked.`,
});

const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+(?=[A-Za-z0-9+/]{20})/g;

/** Finds private keys, as `aws ec2 create-key-pair` prints them. */
export const privateKeyRule: TextRule = {
  name: 'private-key',
  reads: 'text',
  find: (text) =>
    [...text.matchAll(PRIVATE_KEY)].map(({ index, 0: written }) => ({
      index,
      text: written.trim(),
      message: say`This is a private key.`,
      fix: say`Leave its content out: write "..." for it. A private key that was published must be replaced.`,
    })),
};

const SECRET = /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;
const NAMED = /secret[\w-]*["']?\s*[:=]?\s*["']?$/i;

/** 40 characters that name nothing, or that are called a secret. */
export const secretKeyRule: TextRule = {
  name: 'secret-key',
  reads: 'text',
  find: (text) =>
    [...text.matchAll(SECRET)].flatMap(({ index, 0: written }): Found[] => {
      if (isPlaceholder(written)) return [];
      if (!NAMED.test(text.slice(Math.max(0, index - 40), index)) && !looksRandom(written)) return [];
      return [
        {
          index,
          text: written,
          message: say`${written.slice(0, 4)}... looks like a real secret access key.`,
          fix: say`Write wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY, or hide it. A secret that was published must be deleted with its key.`,
        },
      ];
    }),
};

/** All kinds of letters, and no run of one kind as long as in a word, a path or a hash. */
function looksRandom(text: string): boolean {
  return /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text) && !/[a-z]{6}|[A-Z]{7}/.test(text);
}
