import { defineCommand } from 'just-bash';
import type { SimulatedShellOptions } from '../types.ts';
import { failed, succeeded } from './exec-results.ts';

type Elapse = SimulatedShellOptions['elapse'];

const DURATION = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/;

const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** Checks its operands like sleep(1). The practice's time passes at once, so that a loop sees a state change. */
export const sleepCommand = (elapse: Elapse | undefined) =>
  defineCommand('sleep', async (args) => {
    if (args.length === 0) return failed("sleep: missing operand\nTry 'sleep --help' for more information.");
    for (const arg of args) {
      if (!DURATION.test(arg)) return failed(`sleep: invalid time interval ‘${arg}’`);
    }
    const seconds = args.reduce((sum, arg) => sum + secondsOf(arg), 0);
    await letPass(elapse, seconds * 1000);
    return succeeded('');
  });

function secondsOf(arg: string): number {
  const [, number = '', unit = ''] = DURATION.exec(arg) ?? [];
  return Number(number) * (SECONDS[unit] ?? 1);
}

/** Lets so many milliseconds of the practice's time pass at once. */
export async function letPass(elapse: Elapse | undefined, milliseconds: number): Promise<void> {
  elapse?.(milliseconds);
  // Lets timers fire: a loop that waits for ever can then be stopped by its time-out.
  await new Promise((resolve) => setTimeout(resolve, 0));
}
