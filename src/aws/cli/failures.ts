/** Exit codes of AWS CLI v2 (docs.aws.amazon.com/cli/latest/topic/return-codes.html). */
export const exitCodes = { usage: 252, configuration: 253, service: 254, general: 255 } as const;

/** Ends a run of the built-in `aws`: what goes to stderr and the exit code. */
export class CliFailure extends Error {
  override readonly name: string = 'CliFailure';
  readonly exitCode: number;
  /** Whole text for stderr, final newline included. */
  readonly stderr: string;
  /** Output printed before the failure. */
  readonly stdout: string = '';
  constructor(exitCode: number, stderr: string, stdout = '') {
    super(stderr.replace(/^\n|\n$/g, ''));
    this.exitCode = exitCode;
    this.stderr = stderr;
    this.stdout = stdout;
  }
}

/** An AWS error response. */
export interface ErrorResponse {
  readonly status: number;
  readonly code: string;
  readonly operation: string;
  readonly message: string;
  /** Of S3: where the bucket is. */
  readonly region?: string;
  /** After all attempts: how many came after the first. */
  readonly retries?: number;
}

/** `An error occurred (Code) when calling the Operation operation: Message`. */
export class ServiceFailure extends CliFailure {
  override readonly name = 'ServiceFailure';
  readonly response: ErrorResponse;
  constructor(refusal: ErrorResponse) {
    const { code, operation, message, retries } = refusal;
    const retried = retries === undefined ? '' : ` (reached max retries: ${retries})`;
    super(
      exitCodes.service,
      `\nAn error occurred (${code}) when calling the ${operation} operation${retried}: ${message}\n`,
    );
    this.response = refusal;
  }

  /** The same refusal, told otherwise. */
  with(changes: Partial<ErrorResponse>): ServiceFailure {
    return new ServiceFailure({ ...this.response, ...changes });
  }
}

/** Nothing answered. */
export class ConnectionFailure extends CliFailure {
  override readonly name = 'ConnectionFailure';
  constructor(url: string) {
    super(exitCodes.general, `\nCould not connect to the endpoint URL: "${url}"\n`);
  }
}

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
export const invalidParameterFailure = (message: string) => failure(exitCodes.usage, message);

export const parameterError = (option: string, message: string) =>
  invalidParameterFailure(`Error parsing parameter '${option}': ${message}`);

export const configurationError = (message: string) => failure(exitCodes.configuration, message);

export const generalError = (message: string) => failure(exitCodes.general, message);

/** Refuses what the AWS CLI has and the built-in does not; the wording is ours. */
export const notBuiltIn = (what: string, instead: string) =>
  failure(exitCodes.usage, `The built-in aws of Tejun has no ${what}: ${instead}`);
