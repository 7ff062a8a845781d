/** Texts of AWS CLI 2.9.19 about a command and those below it: the first sentence of each, in English. */
export interface Manual {
  readonly about: string;
  /** By their words after the command: `get-session-token`, `wait vpc-available`; `''` for the command itself. */
  readonly commands: Readonly<Record<string, CommandManual>>;
  /** The structures of the results: member, its text, and the structure in it. */
  readonly structures: Readonly<Record<string, Readonly<Record<string, Member>>>>;
}

export interface CommandManual {
  readonly about: string;
  /** By their flags. */
  readonly options?: Readonly<Record<string, string>>;
  /** The command whose options it has. */
  readonly like?: string;
  /** The structure of its result. */
  readonly output?: string;
}

/** `*` before the name of a structure: it is the value in a map, whose keys nobody has named. */
type Member = string | readonly [text: string, structure: string];
