import type { RunTarget, SessionStart, TargetSession } from './types.ts';

export type { RunTarget, SessionStart, TargetSession } from './types.ts';

/** Begins a session in which pages are practised. What a target needs is loaded only where it is asked for. */
export async function openTarget(target: RunTarget, start: SessionStart): Promise<TargetSession> {
  if (target.target === 'recording') return (await import('./recording.ts')).openRecording(target, start);
  if (target.target === 'live') return (await import('./live.ts')).openLive(target, start);
  switch (target.shell) {
    case 'simulated':
      return (await import('./sandbox-in-process.ts')).openSandboxInProcess(target, start);
    case 'bash':
      return (await import('./sandbox-in-bash.ts')).openSandboxInBash(target, start);
  }
}
