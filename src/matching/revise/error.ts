import { trimmedLines } from '../text/trimmed-lines.ts';
import { reviseEach } from './revise-lines.ts';
import type { RevisionContext } from './types.ts';

/** Decoration of an error by CLI versions: the page's own stays as it is. */
const PREFIX = /^aws: \[ERROR\]: /;
const RETRIES = / \(reached max retries: \d+\)(?=: )/;
const DETAILS = /^Additional error details:/;

/** An error of a service or of the CLI, whose message is stale. */
export function reviseError(body: string, printed: string, context: RevisionContext): string {
  const leading = /^(?:[ \t]*\n)*/.exec(body)?.[0] ?? '';
  const own = body.slice(leading.length);
  const prefix = PREFIX.exec(own)?.[0] ?? '';
  const rest = own.slice(prefix.length);
  const [first = '', ...others] = trimmedLines(printed.replace(/^\s*\n/, '').trimStart());
  const details = DETAILS.test(rest) ? -1 : others.findIndex((line) => DETAILS.test(line));
  const kept = details < 0 ? others : trimmedLines(others.slice(0, details).join('\n'));
  const wanted = trimmedLines(rest);
  const retries = RETRIES.exec(wanted[0] ?? '')?.[0] ?? '';
  const head = first
    .replace(PREFIX, '')
    .replace(RETRIES, '')
    .replace(' operation: ', () => ` operation${retries}: `);
  return leading + prefix + reviseEach(rest, wanted, [head, ...kept], context);
}
