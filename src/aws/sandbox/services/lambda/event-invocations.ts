import { retries } from './event-queue.ts';
import { versionOf } from './find-function.ts';
import { functionsIn } from './lambda-state.ts';
import { type Invocation, type RunContext, runFunction } from './run-function.ts';

/** Developer Guide, "How Lambda handles errors and retries with asynchronous invocation": after one and two minutes. */
const WAITS_MS = [60_000, 120_000];

/** Runs a function for an event whose sender does not wait; where it fails, it is tried twice more by the account's clock. */
export async function runEvent(invocation: Invocation, context: RunContext, attempt = 0): Promise<void> {
  const { failed } = await runFunction(invocation, context);
  const wait = WAITS_MS[attempt];
  if (!failed || wait === undefined) return;
  const { one, version, requestId, event, invokedArn } = invocation;
  context.state.of(retries).pending.push({
    ...{ functionName: one.name, region: one.region, version: version.id },
    invocation: { requestId, event, invokedArn },
    attempt: attempt + 1,
    due: new Date(context.clock.account().getTime() + wait),
  });
}

/** Tries again what is due; a function that is gone is not tried. */
export async function runRetries(context: RunContext): Promise<void> {
  const queue = context.state.of(retries);
  const now = context.clock.account();
  const due = queue.pending.filter((one) => one.due <= now);
  queue.pending = queue.pending.filter((one) => one.due > now);
  for (const { functionName, region, version: id, invocation, attempt } of due) {
    const one = functionsIn({ state: context.state, region }).get(functionName);
    const version = one && versionOf(one, id);
    if (one && version) await runEvent({ one, version, ...invocation }, context, attempt);
  }
}
