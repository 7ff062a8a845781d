import { invalidLogsParameter } from '../logs-errors.ts';

/** A character that must come, one that may, or one that may come again and again; or a place in the text. */
type Node =
  | { readonly kind: 'one' | 'optional' | 'many'; test(character: string): boolean }
  | { readonly kind: 'start' | 'end' };

/** A regular expression without groups: it matches where one of its alternatives does. */
export type CompiledRegex = readonly (readonly Node[])[];

/** User Guide, "Supported regular expressions": letters, digits, these symbols, classes, and no parentheses. */
const PART =
  /(?<anchor>[$^])|(?<bar>\|)|(?<atom>\\x[\dA-Fa-f]{2}|\\[^x]|\[\^?(?:\\.|[^\]\\])+\]|[.\w#=@/;,:-])(?<times>[*+?]|\{\d+(?:,\d*)?\})?/y;
/** Our limit, so that a text of any length is searched in a time that grows with its length only. */
const MOST_NODES = 1_000;

/** Compiles the text between two percent signs. Throws InvalidParameterException. */
export function compileRegex(source: string): CompiledRegex {
  const alternatives: Node[][] = [[]];
  PART.lastIndex = 0;
  for (let at = 0; at < source.length; at = PART.lastIndex) {
    const groups = PART.exec(source)?.groups;
    if (!groups) throw invalidLogsParameter(`Invalid character(s) in term '${source.charAt(at)}'`);
    const { anchor, atom = '', times } = groups;
    if (groups.bar) alternatives.push([]);
    else if (anchor) alternatives.at(-1)?.push({ kind: anchor === '^' ? 'start' : 'end' });
    else alternatives.at(-1)?.push(...repeated(atom, times));
  }
  // Our wording.
  if (alternatives.flat().length > MOST_NODES)
    throw invalidLogsParameter('The regular expression is too large.');
  return alternatives;
}

function repeated(atom: string, times = '{1}'): Node[] {
  const [least, most] = boundsOf(times);
  // A number that is too large is refused by the number of nodes; here it must not fill the memory.
  const copies = (count: number, kind: 'one' | 'optional') =>
    Array.from({ length: Math.min(Math.max(count, 0), MOST_NODES + 1) }, () => ({ kind, test }));
  const test = testOf(atom);
  const must = copies(least, 'one');
  return most === undefined
    ? [...must, { kind: 'many', test }]
    : [...must, ...copies(most - least, 'optional')];
}

function boundsOf(times: string): readonly [number, number | undefined] {
  if (times === '*') return [0, undefined];
  if (times === '+') return [1, undefined];
  if (times === '?') return [0, 1];
  const [least = '', most] = times.slice(1, -1).split(',');
  return [Number(least), most === undefined ? Number(least) : most === '' ? undefined : Number(most)];
}

function testOf(atom: string): (character: string) => boolean {
  try {
    const expression = new RegExp(`^${atom === '.' ? '[^\\n]' : atom}$`, 's');
    return (character) => expression.test(character);
  } catch {
    // A class such as [z-a]. Our wording.
    throw invalidLogsParameter(`The regular expression has an invalid part: ${atom}`);
  }
}

/** Tells whether a text has a match in it. All places that a match may have reached are followed at once. */
export function matchesRegex(alternatives: CompiledRegex, text: string): boolean {
  return alternatives.some((nodes) => {
    let places = new Set<number>();
    for (let at = 0; at <= text.length; at++) {
      reach(nodes, 0, at, text.length, places);
      if (places.has(nodes.length)) return true;
      const next = new Set<number>();
      for (const place of places) {
        const node = nodes[place];
        if (!node || !('test' in node) || !node.test(text.charAt(at)) || at === text.length) continue;
        reach(nodes, node.kind === 'many' ? place : place + 1, at + 1, text.length, next);
      }
      places = next;
    }
    return false;
  });
}

/** Adds a place, and those behind it that need no character. */
function reach(nodes: readonly Node[], from: number, at: number, length: number, places: Set<number>): void {
  for (let place = from; !places.has(place); place++) {
    places.add(place);
    const kind = nodes[place]?.kind;
    const passes =
      kind === 'optional' ||
      kind === 'many' ||
      (kind === 'start' && at === 0) ||
      (kind === 'end' && at === length);
    if (!passes) return;
  }
}
