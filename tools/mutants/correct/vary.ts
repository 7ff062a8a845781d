import type { Model, Pair, Shape } from '../read-corpus.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Output of a correct second run of a command, with the number of its new values. */
interface Varied {
  readonly output: string;
  readonly changed: number;
  readonly changes: readonly { readonly path: string; readonly from: string; readonly to: string }[];
}

/** Members that hold a name, a text or a state although their value looks like an id. */
const NAMES =
  /(?:Name|name|Description|description|Version|version|Path|Message|message|Status|State|Type|Cidr|CidrBlock|Key|Etag|ETag|Digest|digest|Sha256|SHA256|Body|Content|Document|Value|Pattern|Text|Content\w*)$/;
/** Members that identify what AWS made. */
const IDENTIFIERS =
  /(?:Ids?|ids?|IDs?|Arns?|arns?|ARN|Identifiers?|Token|token|Marker|Handle|Uuid|Hash|Url|URL|Uri|Endpoint|Address|DNSName|DnsName|Domain|Location|CanonicalHostedZone\w*|MacAddress|Fingerprint|SerialNumber)$/;

/** Makes new values, equal ones for equal ones. `random` answers numbers from 0 to 1. */
export function vary(
  pair: Pick<Pair, 'command' | 'output'> & Partial<Pick<Pair, 'operation'>>,
  model: Model | undefined,
  random: () => number,
): Varied {
  const known = new Map<string, string>();
  const changes: { path: string; from: string; to: string }[] = [];
  const digit = () => String(Math.floor(random() * 10));
  const pick = (from: string) => from[Math.floor(random() * from.length)] ?? '0';
  const given = (text: string) =>
    new RegExp(`(?<![A-Za-z0-9])${text.replace(/[^\w]/g, '\\$&')}(?![A-Za-z0-9])`).test(pair.command);

  const fresh = (from: string, make: () => string): string => {
    const earlier = known.get(from);
    if (earlier !== undefined) return earlier;
    const to = given(from) ? from : make();
    known.set(from, to);
    return to;
  };
  /** Character by character, each of its own class; hexadecimal digits stay such. */
  const respell = (text: string): string => {
    const bare = text.replaceAll('EXAMPLE', '0');
    const inCapitals = /[A-Z]/.test(bare) || !/[a-z]/.test(bare);
    // The first four capitals of IAM's ids tell what they are of.
    const prefix = /^A(?:CCA|KIA|SIA|IDA|ROA|GPA|NPA|IPA|SCA|NVA|PKA)/.exec(text)?.[0] ?? '';
    const letters = /^[0-9a-f]+$/.test(bare) ? 'abcdef' : 'abcdefghijklmnopqrstuvwxyz';
    const rest = text
      .slice(prefix.length)
      .replaceAll('EXAMPLE', prefix ? 'A0A0A0A0A' : inCapitals ? 'A0A0A0A' : '0a0a0a0')
      .replace(/[0-9a-zA-Z]/g, (char) =>
        /\d/.test(char) ? digit() : /[a-z]/.test(char) ? pick(letters) : pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
      );
    return prefix ? prefix + rest.padEnd(17, 'A').slice(0, 17) : rest;
  };
  const time = (text: string): string => {
    const at = new Date(Date.UTC(2024, Math.floor(random() * 12), 1 + Math.floor(random() * 28), 3, 4, 5));
    const iso = at.toISOString();
    return text
      .replace(/\d{4}-\d\d-\d\d/, iso.slice(0, 10))
      .replace(
        /\d\d:\d\d:\d\d/,
        `${pick('01')}${digit()}:${pick('012345')}${digit()}:${pick('012345')}${digit()}`,
      )
      .replace(/\.\d+/, (fraction) => `.${[...fraction.slice(1)].map(digit).join('')}`);
  };
  const isRandom = (chunk: string): boolean =>
    chunk.length >= 8 &&
    /\d/.test(chunk) &&
    /[A-Za-z]/.test(chunk) &&
    (/^[0-9a-f]+$/.test(chunk) || (chunk.match(/\d[A-Za-z]|[A-Za-z]\d/g) ?? []).length >= 3);

  const isPrefixed = (value: string, chunk: string): boolean =>
    /(?:^|[^A-Za-z])[a-z]+-$/.test(value.slice(0, value.indexOf(chunk))) &&
    /^[0-9a-f]{17}$|^[0-9a-f]*EXAMPLE[0-9a-f]*$/.test(chunk);
  // The parts of a name were chosen by the user of the command: they are the same in ARNs.
  const chosen = new Set<string>();
  JSON.parse(pair.output, (key, value: unknown) => {
    if (typeof value === 'string' && /(?:Name|name)$/.test(key))
      for (const chunk of value.match(/[A-Za-z0-9]{8,}/g) ?? [])
        if (!isPrefixed(value, chunk)) chosen.add(chunk);
    return value;
  });

  const isMade = (chunk: string): boolean =>
    known.has(chunk) || [...known.values()].some((made) => made.includes(chunk));

  /** Another id for a part of a text that identifies something; other parts stay. */
  const another = (chunk: string, inId: boolean, identifies: boolean): string => {
    const isExample = chunk.includes('EXAMPLE');
    if (isExample && inId)
      return fresh(chunk, () => [...Array(17)].map(() => pick('0123456789abcdef')).join(''));
    if (isExample && /\d/.test(chunk) && identifies) return fresh(chunk, () => respell(chunk));
    return (identifies && isRandom(chunk)) || inId ? fresh(chunk, () => respell(chunk)) : chunk;
  };

  const text = (value: string, key: string, path: string): string => {
    if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) return fresh(value, () => time(value));
    let result = value
      .replace(/(?<![A-Za-z0-9])(?:\d{12}|(?<=[:/])\d*EXAMPLE\d*)(?![A-Za-z0-9])/g, (id) =>
        // The documentation hides accounts behind EXAMPLE; a run prints 12 digits.
        id.length === 12 ? fresh(id, () => Array.from({ length: 12 }, digit).join('')) : id,
      )
      .replace(
        /(?<![A-Za-z0-9])[0-9a-zA-Z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-zA-Z]{12}(?![A-Za-z0-9])/g,
        (id) => fresh(id, () => id.replace(/[0-9A-Za-z]/g, () => pick('0123456789abcdef'))),
      );
    if (key === 'MacAddress' || key === 'macAddress')
      return fresh(value, () => value.replace(/[0-9a-f]/g, () => pick('0123456789abcdef')));
    if (!NAMES.test(key) && /^(?!0\.0|127|169\.254)\d{1,3}(?:\.\d{1,3}){3}$/.test(value))
      return fresh(value, () => `${1 + Math.floor(random() * 200)}.${digit()}.${digit()}.${digit()}`);
    const identifies = IDENTIFIERS.test(key) || value.startsWith('arn:');
    result = result.replace(/[A-Za-z0-9]{8,}/g, (chunk) => {
      if (isMade(chunk)) return known.get(chunk) ?? chunk;
      const inId = isPrefixed(value, chunk);
      return NAMES.test(key) || chosen.has(chunk) ? chunk : another(chunk, inId, identifies);
    });
    if (result !== value) changes.push({ path, from: value, to: result });
    return result;
  };

  const walk = (value: Json, shape: Shape | undefined, key: string, path: string): Json => {
    const inner = (name: string | undefined) => (name === undefined ? undefined : model?.shapes[name]);
    if (Array.isArray(value))
      return value.map((item, index) => walk(item, inner(shape?.member?.shape), key, `${path}[${index}]`));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => {
          const member = shape?.members?.[name];
          return [name, walk(item, inner(member?.shape ?? shape?.value?.shape), name, `${path}.${name}`)];
        }),
      );
    }
    const isTime =
      shape?.type === 'timestamp' || (shape?.type === 'long' && /(?:[tT]ime|[tT]imestamp)$/.test(key));
    if (
      typeof value === 'number' &&
      Number.isSafeInteger(Math.floor(value)) &&
      isTime &&
      value > 1e9 &&
      !given(String(value))
    ) {
      const to = Number(
        (value + (value > 1e11 ? 86_400_000 * 30 : 86_400 * 30) + Math.floor(random() * 1000)).toFixed(3),
      );
      changes.push({ path, from: String(value), to: String(to) });
      return to;
    }
    if (typeof value !== 'string' || shape?.enum) return value;
    const made = text(value, key, path);
    if (made !== value && !changes.some((change) => change.path === path))
      changes.push({ path, from: value, to: made });
    return made;
  };

  const operation = (pair.operation ?? '').replace(/(?:^|-)([a-z])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
  const name = Object.keys(model?.operations ?? {}).find(
    (known) => known.toLowerCase() === operation.toLowerCase(),
  );
  const output = name === undefined ? undefined : model?.operations[name]?.output?.shape;
  const shape = output === undefined ? undefined : model?.shapes[output];
  const again = (): Json => walk(JSON.parse(pair.output) as Json, shape, '', '');
  // An id may stand in a text above the key that tells that it is one: the second round knows it.
  again();
  changes.length = 0;
  const value = again();
  return { output: JSON.stringify(value, null, 4), changed: changes.length, changes };
}
