import { say } from '../../../language/index.ts';
import { readScript, type ScriptRegion } from '../../../procedure/index.ts';
import type { Found, ScriptRule } from '../types.ts';

/** Characters of word processors and input methods, by the shell's character that they replace. */
const PLAIN: Readonly<Record<string, string>> = {
  '\u3000': 'a plain space',
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-- or -',
  '\u2014': '-- or -',
  '\u2015': '-- or -',
  '\u2212': '-',
  '\uffe5': '\\',
};
/** They look like nothing or like a plain space, and are neither: wrong even in a string. */
const INVISIBLE = /[\u00a0\u200b-\u200d\u2060\ufeff\u00ad]/;
const SUSPECT =
  /[\u00a0\u00ad\u200b-\u200d\u2060\ufeff\u3000\u2010-\u2015\u2018\u2019\u201c\u201d\u2212\uffe5\uff01-\uff5e]/g;
const JAPANESE = /[\u3005\u3040-\u30ff\u4e00-\u9fff]/;

/** Characters that a shell takes for letters. Comments and Japanese strings are free. */
export const fullWidthRule: ScriptRule = {
  name: 'full-width',
  reads: 'script',
  find(script) {
    const regions = regionsOf(script);
    return [...script.matchAll(SUSPECT)].flatMap(({ index, 0: character }): Found[] => {
      const region = regions.find(({ start, end }) => start <= index && index < end);
      return region && isFree(region, script, character) ? [] : [foundAt(index, character)];
    });
  },
};

/** A substitution is a command again: only its own strings may hold Japanese. */
function regionsOf(script: string, offset = 0): ScriptRegion[] {
  return readScript(script).regions.flatMap(({ kind, start, end }): ScriptRegion[] => {
    if (kind !== 'substitution') return [{ kind, start: start + offset, end: end + offset }];
    const inner = /^(?:\$\(|`)/.exec(script.slice(start, end))?.[0].length;
    return inner === undefined ? [] : regionsOf(script.slice(start + inner, end - 1), offset + start + inner);
  });
}

function isFree({ kind, start, end }: ScriptRegion, script: string, character: string): boolean {
  if (kind === 'comment') return true;
  if (INVISIBLE.test(character)) return false;
  return !isWideAscii(character) || JAPANESE.test(script.slice(start, end));
}

const isWideAscii = (character: string) => character === '\u3000' || /[\uff01-\uff5e]/.test(character);

function foundAt(index: number, character: string): Found {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const invisible = INVISIBLE.test(character);
  const plain = PLAIN[character] ?? String.fromCharCode((character.codePointAt(0) ?? 0) - 0xfee0);
  return {
    index,
    text: character,
    message: invisible
      ? say`An invisible character (${code}) stands in the command.`
      : character === '\u3000'
        ? say`A full-width space (${code}) stands in the command.`
        : say`"${character}" (${code}) stands in the command.`,
    edit: editOf(character, plain),
    fix: invisible ? say`Delete it, and write a plain space if one is needed.` : say`Write ${plain}.`,
  };
}

/** A dash may be one or two: that is for the writer to say. */
function editOf(character: string, plain: string): Found['edit'] {
  if (character === '\u00a0' || character === '\u3000') return { length: 1, replacement: ' ' };
  if (INVISIBLE.test(character)) return { length: 1, replacement: '' };
  return plain.length === 1 ? { length: 1, replacement: plain } : undefined;
}
