import { type CustomCommand, defineCommand } from 'just-bash';
import { quoted } from '../../quoting.ts';
import type { ChildEnvironments } from '../statement-source.ts';
import { failed, succeeded } from './exec-results.ts';

type Environment = Record<string, string>;

/** `env` and `printenv` as in coreutils: just-bash's own also know the variables that are not exported. */
export function environmentCommands(handed: ChildEnvironments): CustomCommand[] {
  return [env(handed), printenv];
}

function env(handed: ChildEnvironments): CustomCommand {
  return defineCommand('env', async (args, context) => {
    const asked = parse(args, { ...context.exportedEnv });
    if ('problem' in asked) return failed(asked.problem, 125);
    const { environment, command } = asked;
    if (command.length === 0) return succeeded(listed(environment));
    if (!context.exec) return failed('env: no command can be started from here', 126);
    // The environment stands in the script itself.
    handed.push(undefined);
    try {
      return await context.exec(started(environment, command), {
        cwd: context.cwd,
        env: environment,
        replaceEnv: true,
        stdin: String(context.stdin),
        stdinKind: 'bytes',
        ...(context.signal && { signal: context.signal }),
      });
    } finally {
      handed.pop();
    }
  });
}

/** `NAME='value' ... COMMAND ARG ...`; just-bash would give every command a PWD. */
function started(environment: Environment, command: readonly string[]): string {
  const assignments = Object.entries(environment)
    .filter(([name]) => /^[A-Za-z_]\w*$/.test(name))
    .map(([name, value]) => `${name}=${quoted(value)}`);
  const withoutPwd = Object.hasOwn(environment, 'PWD') ? '' : 'unset PWD; ';
  return withoutPwd + [...assignments, ...command.map(quoted)].join(' ');
}

const printenv = defineCommand('printenv', async (names, { exportedEnv = {} }) => {
  if (names.length === 0) return succeeded(listed(exportedEnv));
  const known = names.filter((name) => Object.hasOwn(exportedEnv, name));
  const values = known.map((name) => `${exportedEnv[name]}\n`).join('');
  return { stdout: values, stderr: '', exitCode: known.length === names.length ? 0 : 1 };
});

function listed(environment: Environment): string {
  return Object.entries(environment)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

type Asked = { environment: Environment; command: string[] } | { problem: string };

/** `env [-i] [-u NAME]... [--] [NAME=VALUE]... [COMMAND [ARG]...]` */
function parse(args: readonly string[], inherited: Environment): Asked {
  const left = [...args];
  let environment = inherited;
  while (left[0]?.startsWith('-')) {
    const option = left.shift() ?? '';
    const unset = /^(?:-u|--unset)=?(.*)$/s.exec(option);
    if (option === '--') break;
    if (unset) {
      const name = unset[1] || left.shift();
      if (name === undefined) return { problem: "env: option requires an argument -- 'u'" };
      delete environment[name];
    } else if (/^(-|-i|--ignore-environment)$/.test(option)) environment = {};
    else return { problem: `env: this shell's env knows -i and -u NAME, not '${option}'` };
  }
  return { environment, command: assign(left, environment) };
}

/** Takes the `NAME=VALUE` words into the environment and gives back the words after them. */
function assign(words: readonly string[], environment: Environment): string[] {
  const command = words.findIndex((word) => !/^[^=]+=/.test(word));
  const count = command < 0 ? words.length : command;
  for (const word of words.slice(0, count)) {
    const end = word.indexOf('=');
    environment[word.slice(0, end)] = word.slice(end + 1);
  }
  return words.slice(count);
}
