import { defineCommand } from 'just-bash';
import { failed, printed } from './answer.ts';

const DURATION = /^(\d+\.?\d*|\.\d+)([smhd]?)$/;

/** Checks its operands like sleep(1), then takes no time: the practice's clock moves with `<Elapse>` only. */
export const sleepCommand = defineCommand('sleep', async (args) => {
  if (args.length === 0) return failed("sleep: missing operand\nTry 'sleep --help' for more information.");
  for (const arg of args) {
    if (!DURATION.test(arg)) return failed(`sleep: invalid time interval ‘${arg}’`);
  }
  // Lets timers fire: a loop that waits for ever can then be stopped by its time-out.
  await new Promise((resolve) => setTimeout(resolve, 0));
  return printed('');
});
