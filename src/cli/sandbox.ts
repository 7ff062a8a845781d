import { spawn } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { constants, devNull } from 'node:os';
import { isatty } from 'node:tty';
import type { Command } from 'commander';
import type { ServedSandbox } from '../aws/sandbox/http/index.ts';
import { say } from '../language/index.ts';
import { PASSED, USAGE_ERROR } from './exit-codes.ts';
import {
  DEFAULT_PORT,
  parseAmount,
  parsePort,
  parseUpstream,
  type SandboxCliOptions,
} from './sandbox-options.ts';

const examples = (): string => say`
  tejun sandbox                                prints lines to paste into another terminal; Ctrl-C stops it
  tejun sandbox --account s3-buckets           the same, with the account of this course
  tejun sandbox --account s3-buckets -- bash   a shell in which aws talks to the sandbox
  eval "$(tejun sandbox &)"                    this terminal; kill "$TEJUN_SANDBOX_PID" stops it
  tejun sandbox clock +15m                     lets time pass
  tejun sandbox coverage s3                    operations of Amazon S3 that are simulated`;

/** Configures `tejun sandbox`; `exit` receives the exit code. */
export function configureSandbox(sandbox: Command, exit: (code: number) => void): void {
  sandbox
    .argument('[command...]', say`after --: run with the environment that leads to the sandbox`)
    .option('--port <number>', say`where on 127.0.0.1 (default: ${DEFAULT_PORT})`, parsePort)
    .option(
      '--account <course>',
      say`a course, or an account file; needed when several courses have an account`,
    )
    .option('--upstream <url>', say`an emulator that answers what the sandbox lacks`, parseUpstream)
    .option('--seed <text>', say`other ids, keys and tokens than usual`, 'tejun')
    .addHelpText('after', examples())
    .action(async (command: string[], options: Partial<SandboxCliOptions>) => {
      exit(await serve(command, { port: DEFAULT_PORT, seed: 'tejun', ...options }));
    });
  sandbox
    .command('clock')
    .description(say`the running sandbox's clock: tells it, or lets time pass`)
    .argument('[amount]', say`as in +15m: a number with s, m, h or d`, parseAmount)
    .allowUnknownOption() // `-15m` is one to commander; parseAmount refuses them all
    .action(async (amount: number | undefined) => {
      const { moveClock } = await import('./sandbox-clock.ts');
      exit(await moveClock(amount, sandbox.opts<{ port?: number }>().port));
    });
  sandbox
    .command('coverage')
    .description(say`how much of each service is simulated, or the operations of one`)
    .argument('[service]', say`as the AWS CLI names it: sqs`)
    .action(async (service: string | undefined) => {
      const { printCoverage } = await import('./sandbox-coverage.ts');
      exit(await printCoverage(service));
    });
}

async function serve(command: readonly string[], options: SandboxCliOptions): Promise<number> {
  if (command.length > 0 && !process.argv.includes('--')) {
    console.error(say`tejun sandbox has no subcommand "${command[0]}". A command to run stands after --.`);
    return USAGE_ERROR;
  }
  const { chooseAccount } = await import('./sandbox-account.ts');
  const choice = chooseAccount(options.account);
  if ('refusal' in choice) {
    console.error(choice.refusal);
    return USAGE_ERROR;
  }
  const http = await import('../aws/sandbox/http/index.ts');
  const served = await http
    .serveSandbox({ ...options, listen: options.port, account: choice.account })
    .catch(explainListening(options.port));
  if (!served) return USAGE_ERROR;
  // Before there is anything to leave behind, and to the end: by default a signal ends the process at once.
  const stopped = stopSignal();
  const environment = http.createEnvironment(served);
  process.once('exit', environment.remove);
  console.error(
    `${say`Tejun sandbox: account ${choice.account.id} of ${choice.file}, on ${served.url}`}\n${served.readerKey ? say`[default] is ${served.readerKey.userName}.` : say`No user has a key: [default] is empty.`}`,
  );
  let code = PASSED;
  if (command.length > 0)
    code = await runOnTerminal(command, http.commandEnvironment(environment, process.env));
  else {
    printAndLetGo(http.shellLines(environment));
    await stopped;
  }
  await served.close();
  environment.remove();
  return code;
}

function explainListening(port: number): (error: NodeJS.ErrnoException) => ServedSandbox | undefined {
  return (error) => {
    if (error.code === 'EADDRINUSE')
      console.error(
        say`Port ${port} is in use. Choose another with --port, or --port 0 for any that is free.`,
      );
    else if (error.code === 'EACCES')
      console.error(say`Port ${port} may not be used. Choose one from 1024 with --port.`);
    else throw error;
    return undefined;
  };
}

/** Whoever reads our output, as `$(... &)` does, must see its end while we go on. */
function printAndLetGo(text: string): void {
  writeSync(1, text);
  if (isatty(1)) return;
  closeSync(1);
  openSync(devNull, 'w'); // takes the number 1, which else a socket would get
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

/** Runs a command on this terminal. @returns its exit code, as a shell would say it. */
export function runOnTerminal(
  [command = '', ...args]: readonly string[],
  env: Record<string, string | undefined>,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: env as NodeJS.ProcessEnv });
    // The terminal sends SIGINT to both: it is the command's to decide what Ctrl-C means.
    const ignore = (): void => undefined;
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on('SIGINT', ignore).on('SIGTERM', pass).on('SIGHUP', pass);
    child.once('error', (error) => {
      console.error(say`${command} cannot be run: ${error.message}`);
      resolve(USAGE_ERROR);
    });
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
