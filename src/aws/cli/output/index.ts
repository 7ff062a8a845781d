import { generalError } from '../failures.ts';
import { jsonWithFloats } from '../python/float.ts';
import type { Query } from './jmespath-query.ts';
import { formatTable } from './table-output.ts';
import { formatText } from './text-output.ts';
import { isDictionary } from './values.ts';
import { formatYaml } from './yaml-output.ts';

export { search } from './jmespath-query.ts';

export interface Formatting {
  readonly output: string;
  readonly color: boolean;
  readonly query?: Query;
}

/** Prints an answer; text output is given page by page, so that `--query` sees each page for itself. */
export function format(operation: string, data: unknown, formatting: Formatting): string {
  const shown = formatting.query ? (formatting.query(data) ?? null) : data;
  if (formatting.output === 'json') return formatJson(shown);
  if (formatting.output === 'yaml') return formatYaml(shown);
  if (formatting.output === 'yaml-stream') return formatYaml(shown) === '' ? '' : formatYaml([shown]);
  if (formatting.output === 'table') return formatTable(operation, shown, formatting.color);
  return formatText(shown);
}

/** Throws for an output that the built-in cannot print, before anything is printed. */
export function checkOutput(output: string): void {
  if (['json', 'text', 'table', 'yaml', 'yaml-stream'].includes(output)) return;
  throw generalError(`Unknown output type: ${output}`);
}

/** As Python's `json.dump(indent=4, ensure_ascii=False)`; an answer without members prints nothing. */
export function formatJson(data: unknown): string {
  if (isDictionary(data) && Object.keys(data).length === 0) return '';
  return `${jsonWithFloats(data ?? null, 4)}\n`;
}
