import type { Sandbox } from '../aws/sandbox/index.ts';
import type { SimulatedShell } from '../shell/index.ts';
import type { CallerFacts, RefusalFacts } from '../teaching/index.ts';

/** Facts around a step that failed, where the account and the shell are ours to ask. */
export interface Circumstances {
  readonly caller: CallerFacts;
  readonly refusal: RefusalFacts | undefined;
  /** Names of the variables that are set. */
  readonly variables: readonly string[];
}

/** Asks the shell and the account; sends no request. */
export async function circumstancesOf(
  shell: SimulatedShell,
  sandbox: Sandbox,
  now: Date,
): Promise<Circumstances> {
  const { surroundings } = shell;
  return {
    caller: callerOf((await surroundings.effectiveConfig()).credentials, sandbox, now),
    refusal: sandbox.takeRefusal(),
    variables: surroundings.variables(),
  };
}

type Credentials = Awaited<ReturnType<SimulatedShell['surroundings']['effectiveConfig']>>['credentials'];

function callerOf(credentials: Credentials, sandbox: Sandbox, now: Date): CallerFacts {
  if (credentials.kind === 'none') return { kind: 'none' };
  if (credentials.kind === 'role') return { kind: 'role', arn: credentials.roleArn };
  const owner = sandbox.keyOwner(credentials);
  if (!owner) return { kind: 'unknown-key' };
  const { arn, session } = owner;
  if (!session) return { kind: 'user', arn };
  return { kind: 'session', arn, mfa: session.mfa, expiredMs: now.getTime() - session.expires.getTime() };
}
