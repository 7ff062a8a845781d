/**
 * Facts of a fence for the theme, carried in the fence's info string: Docusaurus hands that to
 * `@theme/CodeBlock` as `metastring`. Bundled for the browser, so it knows no parser.
 */

export interface FenceMetadata {
  readonly role: 'env' | 'check' | 'command' | 'file' | 'result';
  /** The step that the fence is, or whose result it shows. */
  readonly id: string;
  /** Its place among the steps that a reader sees, from 1; not on results. */
  readonly number?: string;
  /** Path of the file that the fence is. */
  readonly file?: string;
  /** Answers to the prompts of the step, separated by line breaks. */
  readonly input?: string;
  /** Why the step is not run. */
  readonly skip?: string;
  /** Conditions under which the step runs or the result is printed, separated by commas: `bash,cli>=2.15`. */
  readonly only?: string;
  readonly not?: string;
  /** When the result is printed, for a reader. */
  readonly case?: string;
  /** How a result example is compared, where it is not the default. */
  readonly match?: string;
  /** Why a result example is not compared. */
  readonly reason?: string;
}

const PREFIX = 'tejun-';
const ROLES: readonly string[] = [
  'env',
  'check',
  'command',
  'file',
  'result',
] satisfies FenceMetadata['role'][];

/** Marks as words of an info string, beside Docusaurus's own; `readFenceMarks` reads them back. */
export function writeFenceMarks(marks: FenceMetadata): string {
  return Object.entries(marks)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => `${PREFIX}${name}=${encodeURIComponent(value)}`)
    .join(' ');
}

/** The marks in a metastring; undefined for a fence that is not ours. */
export function readFenceMetadata(metastring: string | undefined): FenceMetadata | undefined {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of (metastring ?? '').matchAll(/(?:^|\s)tejun-([a-z]+)=(\S*)/g)) {
    found.set(name, decodeURIComponent(value));
  }
  const role = found.get('role');
  const id = found.get('id');
  if (id === undefined || !isRole(role)) return undefined;
  return { ...Object.fromEntries(found), role, id };
}

function isRole(text: string | undefined): text is FenceMetadata['role'] {
  return text !== undefined && ROLES.includes(text);
}
