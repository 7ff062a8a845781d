import type { SimulatedShellOptions } from '../../../shell/index.ts';
import { commandLine, comparableArguments, sameArguments } from '../arguments.ts';
import type { Content, RecordedCall, RecordedFile } from '../types.ts';

type Aws = NonNullable<SimulatedShellOptions['aws']>;
type AwsOutput = Awaited<ReturnType<Aws>>;
type AwsHost = Parameters<Aws>[1];

/** The exit code of a call that has no recording: none of the CLI's own. */
const NOT_RECORDED = 125;

/** Stands for `aws`: answers each call with what was recorded of it, and keeps what it could not answer. */
export class Player {
  #calls: RecordedCall[] = [];
  #played: RecordedCall[] = [];
  #complaints: string[] = [];
  /** Calls that a complaint names already. */
  readonly #named = new Set<RecordedCall>();

  /** A step begins, in which these calls were recorded. */
  begin(calls: readonly RecordedCall[]): void {
    this.#calls = [...calls];
    this.#played = [];
    this.#complaints = [];
  }

  /** The step has ended. @returns what was called and not recorded, or recorded and not called; a sentence each. */
  end(): string[] {
    const left = this.#calls
      .filter((call) => !this.#named.has(call))
      .map((call) => `The step no longer calls \`${commandLine(call.arguments)}\`, which was recorded.`);
    return [...this.#complaints, ...left];
  }

  readonly aws: Aws = async (args, host) => {
    const call = this.#take(args);
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
    const called = `\`${commandLine(args)}\``;
    const times = this.#played.filter((call) => sameArguments(call.arguments, args)).length;
    if (times > 0)
      return `${called} was recorded only ${times === 1 ? 'once' : `${times} times`} in this step.`;
    const other = this.#calls.find((call) => !this.#named.has(call) && sameCommand(call.arguments, args));
    if (!other) return `${called} was not recorded.`;
    this.#named.add(other);
    return `${called} was recorded with other arguments: \`${commandLine(other.arguments)}\`.`;
  }
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
