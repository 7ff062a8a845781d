import { generalError } from '../failures.ts';

/** Position where a listing goes on: the service's tokens by parameter, and the number of items of the page already shown. */
export interface Resume {
  readonly tokens: Readonly<Record<string, unknown>>;
  readonly skip: number;
}

const TRUNCATED = 'boto_truncate_amount';

/** botocore's `NextToken`: base64 of Python's `json.dumps`. */
export function encodeToken(tokens: Readonly<Record<string, unknown>>, skip?: number): string {
  const members = Object.entries(skip === undefined ? tokens : { ...tokens, [TRUNCATED]: skip });
  const json = `{${members.map(([name, value]) => `${ascii(name)}: ${ascii(value)}`).join(', ')}}`;
  return btoa(json);
}

/** Python's json.dumps escapes what is not ASCII. */
const ascii = (value: unknown) =>
  JSON.stringify(value ?? null).replace(
    /[\u0080-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A `--starting-token`: one of ours, or a token of the service itself. Throws for one with too many parts. */
export function decodeToken(token: string, parameters: readonly string[]): Resume {
  try {
    const { [TRUNCATED]: skip, ...tokens } = JSON.parse(atob(token)) as Record<string, unknown>;
    return { tokens, skip: Number(skip ?? 0) };
  } catch {
    return decodeOld(token, parameters);
  }
}

/** Before 2015 tokens were joined with `___`, the number of items last. */
function decodeOld(token: string, parameters: readonly string[]): Resume {
  const parts = token.split('___');
  const counted = parts.length === parameters.length + 1 && /^\d+$/.test(parts.at(-1) ?? '');
  const skip = counted ? Number(parts.pop()) : 0;
  if (parts.length > parameters.length && !counted) return decodeWhole(token, parameters);
  return { tokens: byParameter(parts, parameters), skip };
}

function decodeWhole(token: string, parameters: readonly string[]): Resume {
  if (token.split('___').length !== parameters.length + 1) throw generalError(`Bad starting token: ${token}`);
  return { tokens: byParameter([token], parameters), skip: 0 };
}

const byParameter = (parts: readonly string[], parameters: readonly string[]) =>
  Object.fromEntries(parameters.map((name, i) => [name, parts[i] === 'None' ? null : (parts[i] ?? null)]));
