import { say } from '../../../language/index.ts';
import { type Page, shellCommands } from '../../../procedure/index.ts';
import { type CourseRule, type FoundInStep, isScripted, type ScriptedStep } from '../types.ts';

/** Credential variables of the AWS CLI: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html */
const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'];
const CREDENTIALS = new Set([
  ...KEYS,
  ...['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_CONFIG_FILE'],
  // The AWS CLI still reads the name that the session token had first.
  'AWS_SECURITY_TOKEN',
  ...['AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE'],
]);

type Change = { readonly name: string; readonly exported: boolean };

/** Whoever goes on working in the terminal would still be the course's user, or would find no credentials at all. */
export const exportedCredentialRule: CourseRule = {
  name: 'exported-credential',
  reads: 'course',
  find(pages) {
    const exported = new Map<string, FoundInStep>();
    for (const { page, step, words, start } of statementsIn(pages)) {
      for (const change of changesOf(words)) {
        if (change.exported) exported.set(change.name, foundIn(page, step, start, change.name));
        else exported.delete(change.name);
      }
    }
    return [...exported.values()];
  },
};

/** Lists the commands that run in the reader's own shell. */
function statementsIn(pages: readonly Page[]) {
  return pages.flatMap((page) =>
    page.steps.filter(isScripted).flatMap((step) =>
      shellCommands(step.script)
        .filter(({ subshell }) => !subshell)
        .map(({ words, start }) => ({ page, step, words, start })),
    ),
  );
}

function foundIn(page: Page, step: ScriptedStep, index: number, name: string): FoundInStep {
  return {
    page,
    step,
    index,
    text: name,
    message: say`${name}, exported here, is still exported at the end of the course.`,
    fix: say`Write unset ${name} in a "bash env" fence of the last page.`,
  };
}

/** Finds the changes of a simple command to the shell's environment. */
function changesOf([command = '', ...args]: readonly string[]): Change[] {
  if (command === 'eval' && args.join(' ').includes('export-credentials')) {
    return KEYS.map((name) => ({ name, exported: true }));
  }
  const options = args.filter((word) => /^[-+]/.test(word)).join('');
  const exported =
    command === 'export'
      ? !options.includes('n')
      : command === 'unset'
        ? false
        : /^(?:declare|typeset)$/.test(command) && options.includes('x')
          ? !options.includes('+x')
          : undefined;
  if (exported === undefined) return [];
  return args
    .map((word) => /^(\w+)(=(?:""|'')?$)?/.exec(word))
    .filter((match) => match !== null && CREDENTIALS.has(match[1] ?? ''))
    .map((match) => ({ name: match?.[1] ?? '', exported: exported && match?.[2] === undefined }));
}
