import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { padded, say, widthOf } from '../../language/index.ts';
import { HOME } from '../../practice/index.ts';
import { findBubblewrap } from '../../shell/bash/index.ts';
import { findAws, findProgram } from './find-aws.ts';

/** Something that this machine can or cannot do. */
export interface Finding {
  /** The command or option that needs it. */
  readonly what: string;
  readonly works: boolean;
  readonly found: string;
  /** Advice for a person, where it does not work. */
  readonly remedy?: string;
}

interface Machine {
  readonly path: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Path of an AWS CLI. */
  readonly aws?: string;
}

/** Looks for what each target and shell needs. Asks AWS nothing. */
export async function toolFindings({ path, env, aws }: Machine): Promise<Finding[]> {
  const node = { what: '--target sandbox, recording', works: true, found: `Node.js ${process.version}` };
  const bash = await bashFinding(path, aws);
  return [node, bash, await confinementFinding(), liveFinding(env, bash)];
}

async function bashFinding(path: string, aws: string | undefined): Promise<Finding> {
  const what = '--shell bash';
  if (process.platform === 'win32')
    return { what, works: false, found: say`Windows has no bash of its own`, remedy: say`Run Tejun in WSL.` };
  if (!findProgram('bash', path))
    return { what, works: false, found: say`no bash on the PATH`, remedy: say`Install bash.` };
  try {
    const { file, version } = await findAws(aws, path);
    return { what, works: true, found: `${version.split(' ')[0]} at ${file}` };
  } catch (error) {
    return { what, works: false, found: (error as Error).message };
  }
}

async function confinementFinding(): Promise<Finding> {
  const what = say`confined --shell bash`;
  const bubblewrap = await findBubblewrap(HOME);
  if (bubblewrap.works) return { what, works: true, found: say`bubblewrap works` };
  return {
    what,
    works: false,
    found: bubblewrap.reason,
    remedy: say`Install bubblewrap (apt-get install bubblewrap): without it pages run with all that you may do.`,
  };
}

/** Looks where the AWS SDK looks first. SSO, roles and containers are settings of the files. */
function liveFinding(env: Machine['env'], bash: Finding): Finding {
  const what = '--target live';
  const files = [env.AWS_SHARED_CREDENTIALS_FILE, env.AWS_CONFIG_FILE].filter((file) => file !== undefined);
  const standard = ['credentials', 'config'].map((name) => join(homedir(), '.aws', name));
  const file = [...files, ...standard].find((name) => existsSync(name));
  const found = env.AWS_ACCESS_KEY_ID
    ? say`AWS_ACCESS_KEY_ID is set`
    : env.AWS_PROFILE
      ? say`the profile ${env.AWS_PROFILE}`
      : file;
  if (!found)
    return {
      what,
      works: false,
      found: say`no credentials`,
      remedy: say`Run aws configure or aws sso login.`,
    };
  if (!bash.works) return { what, works: false, found: say`credentials (${found}), but no --shell bash` };
  return { what, works: true, found: say`credentials (${found}); add --account-id` };
}

/** One finding a line, with what to do below it. */
export function findingsText(findings: readonly Finding[], { color }: { readonly color: boolean }): string {
  const width = Math.max(...findings.map(({ what }) => widthOf(what)));
  const paint = (style: 'green' | 'yellow', text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  return findings
    .map(({ what, works, found, remedy }) => {
      const mark = works ? paint('green', '✓') : paint('yellow', '✗');
      const advice = remedy ? `\n  ${' '.repeat(width)}  ${remedy}` : '';
      return `${mark} ${padded(what, width)}  ${found}${advice}`;
    })
    .join('\n');
}
