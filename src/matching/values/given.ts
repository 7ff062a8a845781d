import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { MatchContext, ValueType } from '../types.ts';
import { normalV6 } from './ip.ts';
import { epochOf, instant } from './timestamp.ts';

/** Types that the command never gives: the example hides them, or they bind by themselves. */
const NEVER_GIVEN: ReadonlySet<ValueType> = new Set([
  ...(['mask', 'elision', 'placeholder', 'account-id', 'account-data', 'home', 'cli-version'] as const),
]);

const isWordCharacter = (char: string | undefined): boolean => char !== undefined && /[A-Za-z0-9]/.test(char);

/**
 * Tells whether the command gave this value: it is a word of the script, or a word of it is another spelling of the same
 * time or address, or what it gave has this digest. The output must repeat it.
 *
 * @example isGiven({ script: 'aws ec2 describe-vpcs --vpc-ids vpc-0a1b2c3d', ... }, 'resource-id', 'vpc-0a1b2c3d') // true
 */
export function isGiven(context: MatchContext, type: ValueType, text: string): boolean {
  const { script, bindings } = context;
  // A value that an earlier result showed stands for the run's own one in the script.
  if (NEVER_GIVEN.has(type) || bindings.has(text)) return false;
  if (type === 'fingerprint' && isContentDigest(context, text)) return true;
  if (script === undefined) return false;
  for (let at = script.indexOf(text); at >= 0; at = script.indexOf(text, at + 1)) {
    if (!isWordCharacter(script[at - 1]) && !isWordCharacter(script[at + text.length])) return true;
  }
  // JSON in a script writes the line ends of a key or a certificate in two signs.
  if (text.includes('\n') && script.replaceAll('\\n', '\n').includes(text.trim())) return true;
  const meaning = meaningOf(type, text);
  return meaning !== undefined && meaningsIn(context, script).has(meaning);
}

/** Tells whether two texts are spellings of one value: `...Z` and `...+00:00`, `2001:db8::1` and `2001:DB8:0::1`. */
export function isSameValue(type: ValueType, a: string, b: string): boolean {
  return a === b || (meaningOf(type, a) !== undefined && meaningOf(type, a) === meaningOf(type, b));
}

/** The time or the address of a text; undefined for a value that is spelt in one way. */
function meaningOf(type: ValueType, text: string): string | undefined {
  if (type === 'ip') return normalV6(text);
  const time = type === 'timestamp' ? (instant(text) ?? epochOf(text)) : undefined;
  return time === undefined ? undefined : `at ${time}`;
}

const TIME_OR_V6 =
  /(?<![\w.:+-])(?:\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?|\d{8}T\d{6}Z|\d{9,13}(?:\.\d+)?|[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})(?![\w:]|-\w)/g;

const meanings = new WeakMap<MatchContext, ReadonlySet<string>>();

/** Times and addresses of version 6 in a script. */
function meaningsIn(context: MatchContext, script: string): ReadonlySet<string> {
  const known = meanings.get(context);
  if (known) return known;
  const found = new Set<string>();
  for (const [text] of script.matchAll(TIME_OR_V6))
    for (const type of ['timestamp', 'ip'] as const) {
      const meaning = meaningOf(type, text);
      if (meaning !== undefined) found.add(meaning);
    }
  meanings.set(context, found);
  return found;
}

const QUOTED_OR_WORD = /'([^']*)'|"([^"]*)"|([^\s'"]+)/g;
const HERE_DOCUMENT = /<<-?[ \t]*(['"]?)(\w+)\1/;
/** A longer script has no more contents in it than this many. */
const MOST = 500;

const digests = new WeakMap<MatchContext, ReadonlySet<string>>();

/** Tells whether a digest is that of a content which the page writes: the same in each run. */
export function isContentDigest(context: MatchContext, digest: string): boolean {
  const known = digests.get(context) ?? new Set(contentsOf(context).flatMap(digestsOf));
  digests.set(context, known);
  return known.has(digest.replace(/^"|"$|^sha256:/g, ''));
}

/** Texts that the page's steps put into files or give to a command. */
function contentsOf({ contents = [], script = '' }: MatchContext): readonly string[] {
  const documents = documentsOf(script);
  const words = [...script.matchAll(QUOTED_OR_WORD)].map(
    ([, single, double, word]) => single ?? double ?? word ?? '',
  );
  // `echo` ends what it writes with a line break.
  return [...contents, ...documents, ...words.slice(0, MOST).flatMap((word) => [word, `${word}\n`])];
}

/** Bodies of here-documents. A word that no later line repeats is known at once, so that the work is that of one reading. */
function documentsOf(script: string): readonly string[] {
  const lines = script.split('\n');
  const last = new Map(lines.map((line, index) => [line, index]));
  const documents: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const word = HERE_DOCUMENT.exec(lines[index] ?? '')?.[2];
    if (word === undefined || (last.get(word) ?? -1) <= index) continue;
    const end = lines.indexOf(word, index + 1);
    documents.push(
      lines
        .slice(index + 1, end)
        .map((line) => `${line}\n`)
        .join(''),
    );
    index = end;
  }
  return documents;
}

/** MD5, SHA-1 and SHA-256, as services write them: in hexadecimal digits and in base64. */
const digestsOf = (content: string): readonly string[] =>
  [md5, sha1, sha256].flatMap((digest) => {
    const bytes = digest(utf8ToBytes(content));
    return [bytesToHex(bytes), btoa(String.fromCharCode(...bytes))];
  });
