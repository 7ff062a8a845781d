/** What AWS CLI 2.9.19 knows of a service and the SDK's schemas do not, or order otherwise. */
export interface ServiceFacts {
  /** The CLI's commands, in its order, separated by spaces. */
  readonly operations: string;
  /** Structure: its members in the CLI's order, separated by spaces; members not named come last. */
  readonly order: Readonly<Record<string, string>>;
  /** Input structure: its required members, where they are not the schema's. */
  readonly required: Readonly<Record<string, string>>;
  /**
   * Structure, member: least value or length; of a list, its own and that of its items. Of an answer only those that
   * its skeleton breaks.
   */
  readonly least: Readonly<Record<string, Readonly<Record<string, number | readonly number[]>>>>;
  /** Structure, member: numbers that are not plain integers. */
  readonly numbers: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Input structure, member: the first of the values that its texts may have. */
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Structure, member of an answer: what the CLI calls the texts of its list, where that is not "String". */
  readonly items: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Structure: the members of the SDK that are younger than 2.9.19, separated by spaces. */
  readonly younger: Readonly<Record<string, string>>;
  readonly paginators: Readonly<Record<string, Paginator>>;
}

/** How an operation's answer goes on; outputs, results, `more` and `once` are JMESPath expressions. */
export interface Paginator {
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly results: readonly string[];
  /** The parameter for the size of a page. */
  readonly limit?: string;
  /** True while there is more. */
  readonly more?: string;
  /** Printed from the first page only. */
  readonly once?: readonly string[];
}
