/**
 * Facts of AWS CLI 2.9.19 about a service that the SDK's schemas do not have, or order differently: of the simulated
 * operations only. Keys are botocore's own, in camel case.
 */
export interface CliModel {
  /** The CLI's commands, in its order, separated by spaces. */
  readonly commands: string;
  /** The simulated operations, separated by spaces. */
  readonly simulated: string;
  /** Structure: its members in the CLI's order, separated by spaces; members not named come last. */
  readonly memberOrder: Readonly<Record<string, string>>;
  /** Input structure: its required members, where they differ from the schema's. */
  readonly required: Readonly<Record<string, string>>;
  /**
   * Structure, member: least value or length; of a list, its own and that of its items. Of an output only those that
   * its skeleton breaks.
   */
  readonly min: Readonly<Record<string, Readonly<Record<string, number | readonly number[]>>>>;
  /** Structure, member: numbers that are not plain integers. */
  readonly numbers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Input structure, member: the first of the values that its texts may have. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Structure, member of an output: the CLI's name for the texts of its list, where that is not "String". */
  readonly listItemNames: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Structure: the SDK's members that 2.9.19 does not have, separated by spaces. */
  readonly addedSince: Readonly<Record<string, string>>;
  readonly pagination: Readonly<Record<string, Paginator>>;
  /** The commands after `wait`, in the CLI's order, separated by spaces. */
  readonly waiterCommands: string;
  /** By botocore's name: `VpcAvailable`. */
  readonly waiters: Readonly<Record<string, Waiter>>;
}

/** An entry of botocore's `paginators-1.json`; output tokens, result keys and the last two are JMESPath expressions. */
export interface Paginator {
  readonly inputToken: readonly string[];
  readonly outputToken: readonly string[];
  readonly resultKey: readonly string[];
  /** The parameter for the size of a page. */
  readonly limitKey?: string;
  /** True while there is more. */
  readonly moreResults?: string;
  /** Printed from the first page only. */
  readonly nonAggregateKeys?: readonly string[];
}

/** An entry of botocore's `waiters-2.json`: an operation that is called until an acceptor decides. */
export interface Waiter {
  readonly operation: string;
  /** Seconds between two calls. */
  readonly delay: number;
  readonly maxAttempts: number;
  /** The first that matches decides. */
  readonly acceptors: readonly Acceptor[];
}

export interface Acceptor {
  readonly matcher: 'path' | 'pathAll' | 'pathAny' | 'status' | 'error';
  readonly state: 'success' | 'failure' | 'retry';
  readonly expected: string | number | boolean;
  /** A JMESPath expression on the output, for the three `path` matchers. */
  readonly argument?: string;
}
