import type { MatchContext } from '../types.ts';

const QUERY = /\s--query(?:=|\s+)(?:'([^']*)'|"([^"]*)"|([^\s'"]+))/g;
/** An index, a filter or a flattening behind a key, also behind a pipe: `[0]`, `[]`, `[?Name=='x']`, ` | [0]`. */
const BRACKETS = /(?:\s*\|)?\s*\[(?:-?\d*|\*|\?[^\]]*|-?\d*:-?\d*)\]$/;

const keys = new WeakMap<MatchContext, string | undefined>();

/**
 * Returns the key of the values that a script prints without it, as its only `--query` names it; undefined where the
 * query makes an object, a list of several keys, or calls a function.
 *
 * @example queriedKey({ script: "aws ec2 describe-vpcs --query 'Vpcs[0].VpcId' --output text", ... }) // 'VpcId'
 */
export function queriedKey(context: MatchContext): string | undefined {
  if (!keys.has(context)) keys.set(context, keyIn(context.script ?? ''));
  return keys.get(context);
}

function keyIn(script: string): string | undefined {
  const queries = [...script.matchAll(QUERY)].map(
    ([, single, double, word]) => single ?? double ?? word ?? '',
  );
  const [query, ...others] = queries;
  if (query === undefined || others.length > 0) return undefined;
  let path = query.trim();
  while (BRACKETS.test(path)) path = path.replace(BRACKETS, '');
  return /(?:^|[.|]\s*)([A-Za-z_]\w*)$/.exec(path)?.[1];
}
