import { type CustomCommand, defineCommand } from 'just-bash';
import type { Handed } from '../feeding.ts';
import { quoted } from '../quoting.ts';
import { failed, printed } from './answer.ts';

type Environment = Record<string, string>;

/** `env` and `printenv` as in coreutils: just-bash's own also know the variables that are not exported. */
export function environmentCommands(handed: Handed): CustomCommand[] {
  return [env(handed), printenv];
}

function env(handed: Handed): CustomCommand {
  return defineCommand('env', async (args, context) => {
    const asked = parse(args, { ...context.exportedEnv });
    if ('problem' in asked) return failed(asked.problem, 125);
    const { environment, command } = asked;
    if (command.length === 0) return printed(listed(environment));
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
  if (names.length === 0) return printed(listed(exportedEnv));
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
  let environment = inherited;
  let index = 0;
  for (; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const unset = /^(?:-u|--unset=)(.+)$/s.exec(arg)?.[1];
    if (arg === '--') {
      index += 1;
      break;
    }
    if (arg === '-' || arg === '-i' || arg === '--ignore-environment') environment = {};
    else if (unset !== undefined) delete environment[unset];
    else if (arg === '-u' || arg === '--unset') {
      index += 1;
      const name = args[index];
      if (name === undefined) return { problem: "env: option requires an argument -- 'u'" };
      delete environment[name];
    } else if (arg.startsWith('-'))
      return { problem: `env: this shell's env knows -i and -u NAME, not '${arg}'` };
    else break;
  }
  for (; index < args.length; index += 1) {
    const [, name, value = ''] = /^([^=]+)=(.*)$/s.exec(args[index] ?? '') ?? [];
    if (name === undefined) break;
    environment[name] = value;
  }
  return { environment, command: args.slice(index) };
}
