import { setTimeout } from 'node:timers/promises';
import type { Page, RunnableStep } from '../../procedure/index.ts';
import {
  type Content,
  commandLine,
  type RecordedCall,
  type RecordedStep,
  withoutCodes,
} from '../../recording/index.ts';
import type { CallLog, IncompleteCall, JournalCall } from './journal/index.ts';
import { Scrubber, type ScrubOptions, type Sensitive } from './scrub/index.ts';

/** The recorded calls of one page. */
export interface RecordedPage {
  readonly steps: readonly RecordedStep[];
  readonly regions: readonly string[];
  /** Why the page cannot be recorded, a sentence each. */
  readonly problems: readonly string[];
}

export interface RecorderOptions {
  readonly scrub: ScrubOptions;
  /** The folder that stands behind the home, and the home that every run shows. */
  readonly home: { readonly real: string; readonly shown: string };
}

/** The keys in a home, as values that must not be published. */
export function sensitiveKeys(
  key:
    | { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken?: string }
    | undefined,
): Sensitive[] {
  if (!key) return [];
  const { accessKeyId, secretAccessKey, sessionToken } = key;
  return [
    { kind: 'access-key-id', value: accessKeyId },
    { kind: 'secret', value: secretAccessKey },
    ...(sessionToken ? [{ kind: 'session-token', value: sessionToken } as const] : []),
  ];
}

interface Taken {
  readonly step: RunnableStep;
  readonly endedAt: Date;
  /** Why the step did not end by itself. */
  readonly stopped?: string;
  readonly names: readonly string[];
}

/** How long a call that a page left in the background may take to end. */
const PATIENCE_MS = 5_000;
const POLL_INTERVAL_MS = 50;
const QR_CODE = 'A QR code, left out of the recording: it holds a secret.\n';

/** Takes what the journal has of each step, and gives it away scrubbed. */
export class Recorder {
  readonly #journal: CallLog;
  readonly #scrubber: Scrubber;
  readonly #options: RecorderOptions;
  readonly #known = new Set<string>();
  #steps: Taken[] = [];

  constructor(journal: CallLog, options: RecorderOptions) {
    this.#journal = journal;
    this.#options = options;
    this.#scrubber = new Scrubber(options.scrub);
  }

  /** A step has ended: the calls that were started since the last one are its own. */
  take(step: RunnableStep, endedAt: Date, stopped?: string): void {
    const names = this.#journal.names().filter((name) => !this.#known.has(name));
    for (const name of names) this.#known.add(name);
    if (names.length > 0 || stopped !== undefined) this.#steps.push({ step, endedAt, stopped, names });
  }

  /** The page has ended. Values that are sensitive are looked for in all of it before any of it is given away. */
  async finish(page: Page): Promise<RecordedPage> {
    const steps = this.#steps;
    this.#steps = [];
    await this.#untilOver(steps.flatMap(({ names }) => names));
    const raw = steps.map((taken) => ({
      ...taken,
      calls: taken.names.map((name) => this.#journal.read(name)),
    }));
    const written = page.steps.map((step) => (step.role === 'elapse' ? '' : step.script)).join('\n');
    for (const call of raw.flatMap(({ calls }) => calls)) this.#learn(call, written);
    const complete = (call: JournalCall | IncompleteCall): call is JournalCall => !('problem' in call);
    return {
      steps: raw.map(({ step, endedAt, calls }) => ({
        id: step.id,
        script: step.script,
        endedAt: endedAt.toISOString(),
        calls: calls.filter(complete).map((call) => this.#published(call)),
      })),
      regions: [
        ...new Set(raw.flatMap(({ calls }) => calls.filter(complete).map(({ region }) => region))),
      ].filter(Boolean),
      problems: raw.flatMap(({ step, stopped, calls }) => [
        ...(stopped === undefined
          ? []
          : [`${step.file ?? page.file}:${step.span.start.line} The step cannot be recorded: ${stopped}.`]),
        ...calls.flatMap((call) => ('problem' in call ? [this.#incomplete(page, step, call)] : [])),
      ]),
    };
  }

  /** Every value that a recording must not hold. */
  get secrets(): readonly string[] {
    return this.#scrubber.values;
  }

  async #untilOver(names: readonly string[]): Promise<void> {
    for (let waited = 0; waited < PATIENCE_MS; waited += POLL_INTERVAL_MS) {
      if (names.every((name) => this.#journal.isOver(name))) return;
      await setTimeout(POLL_INTERVAL_MS);
    }
  }

  #learn(call: JournalCall | IncompleteCall, written: string): void {
    this.#scrubber.learnArguments(call.arguments, written);
    if ('problem' in call) return;
    for (const bytes of [call.stdout, call.stderr, ...call.files.map(({ content }) => content)])
      this.#scrubber.learn(latin1(bytes), written);
  }

  #published(call: JournalCall): RecordedCall {
    const holdsCode = call.arguments.includes('create-virtual-mfa-device');
    return {
      arguments: withoutCodes(call.arguments.map((arg) => this.#clean(arg))),
      stdout: this.#content(call.stdout),
      stderr: this.#content(call.stderr),
      exitCode: call.exitCode,
      files: call.files.map(({ path, mode, content }) => {
        const isImage = holdsCode && content[0] === 0x89;
        return { path: this.#clean(path), mode, content: isImage ? QR_CODE : this.#content(content) };
      }),
      removed: call.removed.map((path) => this.#clean(path)),
    };
  }

  #content(bytes: Uint8Array): Content {
    const text = utf8(bytes);
    return text === undefined
      ? { base64: Buffer.from(this.#clean(latin1(bytes)), 'latin1').toString('base64') }
      : this.#clean(text);
  }

  #clean(text: string): string {
    const { real, shown } = this.#options.home;
    return this.#scrubber.scrub(text.replaceAll(real, shown));
  }

  #incomplete({ file }: Page, step: RunnableStep, { arguments: args, problem }: IncompleteCall): string {
    return `${step.file ?? file}:${step.span.start.line} \`${this.#clean(commandLine(args))}\` cannot be recorded: ${problem}.`;
  }
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Undefined for bytes that are no text: they would not come back as they were. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
