import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { say } from '../language/index.ts';
import { USAGE_ERROR } from './exit-codes.ts';

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
