import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Outline, Section } from './outline.ts';

/**
 * Git's id of a blob with this text, in 40 hexadecimal digits; git itself need not know the blob. Git keeps text
 * without carriage returns (`.gitattributes`), whatever an editor has saved.
 */
export function blobId(text: string): string {
  const content = utf8ToBytes(text.replaceAll('\r\n', '\n'));
  return bytesToHex(sha1(concatBytes(utf8ToBytes(`blob ${content.length}\0`), content)));
}

/** A hash in 16 hexadecimal digits. */
export function shortHash(text: string): string {
  return bytesToHex(sha1(utf8ToBytes(text))).slice(0, 16);
}

/** White space says nothing: lines may be joined and split, also where Japanese has no spaces. */
export const compact = (text: string): string => text.replace(/\s+/g, '');

export const sameProse = (a: Section, b: Section): boolean => compact(a.prose) === compact(b.prose);

/** The hash of a page's prose, by which 0.2.0 told that nothing had changed. */
export const proseHash = ({ sections }: Outline): string =>
  shortHash(sections.map(({ prose }) => compact(prose)).join('\n'));

/** Texts of the headings of a page, by their names. */
export const headingTexts = ({ sections }: Outline): Map<string, string> =>
  new Map(sections.map(({ heading }) => [proseKey(heading), heading?.text ?? '']));

/** The name of a heading in what `accept` writes; empty for what stands before the first. */
export const proseKey = (heading: { readonly text: string; readonly anchor?: string } | undefined): string =>
  heading?.anchor ?? heading?.text ?? '';
