import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { MatchContext } from '../types.ts';

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
