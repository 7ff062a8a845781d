import { tokenRule } from './token-rule.ts';

/**
 * Bearer tokens: JSON Web Tokens (RFC 7519; Cognito and IAM Identity Center give them out), and the
 * tokens of GitHub, GitLab and Slack, by the prefixes that they are known by.
 */
const TOKEN =
  /(?<![\w-])(?:eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}|gh[opusr]_[A-Za-z0-9]{36}|github_pat_\w{40,}|glpat-[\w-]{20,}|xox[abeoprs]-[\w-]{20,})(?![\w-])/g;

export const bearerTokenRule = tokenRule({
  name: 'bearer-token',
  pattern: TOKEN,
  what: 'a real access token',
  fix: () => 'Leave it out: write its first letters and "...". A token that was published must be revoked.',
});
