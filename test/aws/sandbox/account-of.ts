import { readFileSync } from 'node:fs';
import { type Account, readAccount } from '../../../src/aws/sandbox/index.ts';

const parsed = new Map<string, Account>();

/** Returns the account of a YAML text, which is parsed once: a sandbox changes nothing of its account. */
export function accountOf(yaml: string, file = 'account.yaml'): Account {
  const known = parsed.get(yaml);
  if (known) return known;
  const { account, problems } = readAccount(yaml, file);
  if (!account) throw new Error(JSON.stringify(problems, null, 2));
  parsed.set(yaml, account);
  return account;
}

/** Returns the account of a file, whose path begins at the root of the repository. */
export const accountOfFile = (file: string): Account => accountOf(readFileSync(file, 'utf8'), file);
