import { readdirSync, readFileSync } from 'node:fs';
import { type Account, readAccount } from '../aws/sandbox/index.ts';
import { say } from '../language/index.ts';
import { formatProblem } from '../procedure/index.ts';

/** An account, or the reason why there is none. */
export type AccountChoice =
  | { readonly file: string; readonly account: Account }
  | { readonly refusal: string };

/**
 * Chooses the account to serve: the one that is asked for, else the account of the project if it has just one.
 *
 * @param asked a course (`s3-buckets`, `docs/s3-buckets`) or an account file
 */
export function chooseAccount(asked: string | undefined): AccountChoice {
  const files = accountFiles();
  if (asked !== undefined) return readFrom(accountOfCourse(asked, files) ?? asked, files);
  const [first] = files;
  if (files.length === 1 && first !== undefined) return readFrom(first, files);
  return {
    refusal:
      first === undefined
        ? say`No docs/<course>/_account.yaml here. Start in the project, or name an account file with --account.`
        : say`Several courses have an account. Choose one:\n${choices(files)}`,
  };
}

/** @returns the account file of a course, when `asked` names one */
function accountOfCourse(asked: string, files: readonly string[]): string | undefined {
  const course = asked.replace(/\/+$/, '').replace(/^(\.\/)?docs\//, '');
  return files.find((file) => courseOf(file) === course);
}

/** `docs/s3-buckets/_account.yaml` -> `s3-buckets` */
const courseOf = (file: string): string => file.slice('docs/'.length, -'/_account.yaml'.length);

const choices = (files: readonly string[]): string =>
  files.map((file) => `  --account ${courseOf(file)}`).join('\n');

function readFrom(file: string, files: readonly string[]): AccountChoice {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const others = files.length > 0 ? say`\nThe accounts of this project are:\n${choices(files)}` : '';
    return { refusal: say`${file} cannot be read: ${(error as Error).message}.${others}` };
  }
  const { account, problems } = readAccount(text, file);
  return account ? { file, account } : { refusal: problems.map(formatProblem).join('\n') };
}

function accountFiles(): string[] {
  try {
    return readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .filter((name) => /[\\/]_account\.yaml$/.test(name))
      .map((name) => `docs/${name.replaceAll('\\', '/')}`)
      .sort();
  } catch {
    return [];
  }
}
