import { type EventSourceMapping, eventSources, stateOfEventSource } from './event-source-state.ts';
import { versionOf } from './find-function.ts';
import { functionsIn } from './lambda-state.ts';
import { pollQueue } from './poll-queues.ts';
import { pollStream } from './poll-streams.ts';
import type { RunContext } from './run-function.ts';
import { isStream, type Reader } from './stream-source.ts';

/** Looks at the sources of all mappings that are enabled, by the account's clock, and gives what is there to the functions. */
export async function pollEventSources(context: RunContext): Promise<void> {
  const now = context.clock.account().getTime();
  for (const mapping of [...eventSources(context).values()]) {
    if (stateOfEventSource(mapping, context.clock) !== 'Enabled') continue;
    if (now < mapping.polled + mapping.settings.windowSeconds * 1000) continue;
    mapping.polled = now;
    const reader = readerOf(mapping, context);
    if (!reader || reader.one.reservedConcurrency === 0) continue;
    await (isStream(mapping.sourceArn) ? pollStream : pollQueue)(mapping, reader, context);
  }
}

function readerOf({ region, settings }: EventSourceMapping, { state }: RunContext): Reader | undefined {
  const one = functionsIn({ state, region }).get(settings.functionName);
  const version = one && versionOf(one, settings.qualifier);
  return version && { one, version };
}
