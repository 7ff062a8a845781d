import type { SimulatedShellOptions } from '../shell/index.ts';
import { commandLine, comparableArguments, sameArguments } from './arguments.ts';
import { type AnswerTexts, answerTexts } from './texts.ts';
import type { Content, RecordedCall, RecordedFile } from './types.ts';

type GivenAws = NonNullable<SimulatedShellOptions['aws']>;
type AwsOutput = Awaited<ReturnType<GivenAws>>;
type AwsHost = Parameters<GivenAws>[1];

/** The exit code of a call that has no recording: none of the CLI's own. */
const NOT_RECORDED = 125;

/** Recorded calls around a command that is no step. */
interface BetweenCalls {
  /** Calls of the steps up to the last one that ran, in order. */
  readonly before: readonly RecordedCall[];
  /** Calls of the steps after it. */
  readonly after: readonly RecordedCall[];
}

/** Stands for `aws`: answers each call with what was recorded of it, and keeps what it could not answer. */
export class RecordedAws {
  readonly #texts: AnswerTexts;
  #calls: RecordedCall[] = [];
  #played: RecordedCall[] = [];
  #complaints: string[] = [];
  /** Set between steps, where a reader types commands. */
  #between?: BetweenCalls;
  /** Calls that a complaint names already. */
  readonly #named = new Set<RecordedCall>();

  constructor(texts: AnswerTexts = answerTexts('en')) {
    this.#texts = texts;
  }

  /** A step begins, in which these calls were recorded. */
  begin(calls: readonly RecordedCall[]): void {
    this.#calls = [...calls];
    this.#played = [];
    this.#complaints = [];
    this.#between = undefined;
  }

  /** The step has ended. @returns what was called and not recorded, or recorded and not called; a sentence each. */
  end(): string[] {
    const left = this.#calls
      .filter((call) => !this.#named.has(call))
      .map((call) => this.#texts.noLongerCalled(quote(call.arguments)));
    return [...this.#complaints, ...left];
  }

  /** Until the next step begins, commands are answered by the latest call that was the same. */
  rest(between: BetweenCalls): void {
    this.#between = between;
  }

  readonly aws = async (args: readonly string[], host: AwsHost): Promise<AwsOutput> => {
    const call = this.#between ? latest(this.#between.before, args) : this.#take(args);
    if (!call) {
      const complaint = this.#complaint(args);
      this.#complaints.push(complaint);
      return { stdout: '', stderr: `${complaint}\n`, exitCode: NOT_RECORDED };
    }
    for (const file of call.files) await write(file, host);
    for (const path of call.removed) await host.files?.remove(path).catch(() => undefined);
    return outputOf(call);
  };

  /** The first call that is left with these arguments, or with those that differ only in what is made anew. */
  #take(args: readonly string[]): RecordedCall | undefined {
    const comparable = comparableArguments(args);
    const exact = this.#calls.findIndex((call) => sameArguments(call.arguments, args));
    const index =
      exact >= 0
        ? exact
        : this.#calls.findIndex((call) => sameArguments(comparableArguments(call.arguments), comparable));
    const [call] = index < 0 ? [] : this.#calls.splice(index, 1);
    if (call) this.#played.push(call);
    return call;
  }

  #complaint(args: readonly string[]): string {
    const called = quote(args);
    if (this.#between)
      return latest(this.#between.after, args)
        ? this.#texts.inLaterStep(called)
        : this.#texts.onlySteps(called);
    const times = this.#played.filter((call) => sameArguments(call.arguments, args)).length;
    if (times > 0) return this.#texts.onlyOften(called, times);
    const other = this.#calls.find((call) => !this.#named.has(call) && sameCommand(call.arguments, args));
    if (!other) return this.#texts.notRecorded(called);
    this.#named.add(other);
    return this.#texts.otherArguments(called, quote(other.arguments));
  }
}

const quote = (args: readonly string[]): string => `\`${commandLine(args)}\``;

/** The last of the calls with these arguments, or with those that differ only in what is made anew. */
function latest(calls: readonly RecordedCall[], args: readonly string[]): RecordedCall | undefined {
  const comparable = comparableArguments(args);
  return calls.findLast((call) => sameArguments(comparableArguments(call.arguments), comparable));
}

/** `sts get-caller-identity`: the words before the first option. */
function sameCommand(a: readonly string[], b: readonly string[]): boolean {
  const words = (args: readonly string[]) => args.filter((arg) => !arg.startsWith('-')).slice(0, 2);
  return sameArguments(words(a), words(b));
}

function outputOf({ stdout, stderr, exitCode }: RecordedCall): AwsOutput {
  const output = { stderr: textOf(stderr), exitCode };
  return typeof stdout === 'string'
    ? { ...output, stdout }
    : { ...output, stdout: '', bytes: bytesOf(stdout) };
}

async function write({ path, mode, content }: RecordedFile, { files }: AwsHost): Promise<void> {
  await files?.makeFolder(path.slice(0, path.lastIndexOf('/')) || '/');
  await files?.write(path, bytesOf(content), { secret: mode.endsWith('00') });
}

const textOf = (content: Content): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(bytesOf(content));

const bytesOf = (content: Content): Uint8Array =>
  typeof content === 'string'
    ? new TextEncoder().encode(content)
    : Uint8Array.from(atob(content.base64), (char) => char.charCodeAt(0));
