/** Ends a run of the built-in `aws`: what goes to stderr and the exit code. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';
  readonly exitCode: number;
  /** Whole text for stderr, final newline included. */
  readonly stderr: string;
  constructor(exitCode: number, stderr: string) {
    super(stderr.trim());
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
}

/** Exit codes of AWS CLI v2 (docs.aws.amazon.com/cli/latest/topic/return-codes.html). */
export const exitCodes = { usage: 252, configuration: 253, service: 254, general: 255 } as const;

const USAGE = `aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
  aws <command> <subcommand> help
`;

const failure = (code: number, message: string) => new CliFailure(code, `\n${message}\n`);

/** A command line that cannot be understood; `program` when another usage than aws's own is printed. */
export const usageError = (message: string, usage = USAGE) =>
  failure(exitCodes.usage, `usage: ${usage}\naws: error: ${message}\n`);

export const unknownOptions = (options: readonly string[]) =>
  failure(exitCodes.usage, `usage: ${USAGE}\nUnknown options: ${options.join(', ')}\n`);

/** A parameter's value is wrong; the message alone is printed. */
export const invalidParameter = (message: string) => failure(exitCodes.usage, message);

export const parameterError = (option: string, message: string) =>
  invalidParameter(`Error parsing parameter '${option}': ${message}`);

export const configurationError = (message: string) => failure(exitCodes.configuration, message);

export const generalError = (message: string) => failure(exitCodes.general, message);

/** An answer of AWS that says no: `An error occurred (Code) when calling the Operation operation: Message`. */
export const serviceError = (code: string, operation: string, message: string) =>
  failure(
    exitCodes.service,
    `An error occurred (${code}) when calling the ${operation} operation: ${message}`,
  );

/** What the AWS CLI has and the built-in has not; the wording is ours. */
export const notBuiltIn = (what: string, instead: string) =>
  failure(exitCodes.usage, `The built-in aws of Tejun has no ${what}: ${instead}`);
