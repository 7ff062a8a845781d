import { readdirSync, readFileSync } from 'node:fs';
import { type Account, readAccount } from '../aws/sandbox/index.ts';
import { formatProblem } from '../procedure/index.ts';

/** Read, or why not, for the person who asked. */
export type AccountChoice =
  | { readonly file: string; readonly account: Account }
  | { readonly refusal: string };

/** The account of a file, or of the only course there is. */
export function chooseAccount(file: string | undefined): AccountChoice {
  if (file !== undefined) return readFrom(file);
  const files = accountFiles();
  const [only] = files;
  if (files.length === 1 && only !== undefined) return readFrom(only);
  const list = files.map((name) => `  --account ${name}`).join('\n');
  return {
    refusal:
      files.length === 0
        ? 'No docs/<course>/_account.yaml here. Start in the project, or name an account file with --account.'
        : `More than one course has an account. Choose one:\n${list}`,
  };
}

function readFrom(file: string): AccountChoice {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return { refusal: `${file} cannot be read: ${(error as Error).message}` };
  }
  const { account, problems } = readAccount(text, file);
  return account ? { file, account } : { refusal: problems.map(formatProblem).join('\n') };
}

function accountFiles(): string[] {
  try {
    return readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .filter((name) => /(^|[\\/])_account\.yaml$/.test(name))
      .map((name) => `docs/${name.replaceAll('\\', '/')}`)
      .sort();
  } catch {
    return [];
  }
}
