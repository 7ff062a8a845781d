/** UTF-16 units that are taken: a longer line would take longer to draw, at each key, than a reader waits. */
export const LONGEST_INPUT = 65_536;

/** Effect of a key at the prompt. */
export type Key =
  | { readonly kind: 'text'; readonly text: string }
  /** No key: a command that takes the place of what stands at the prompt. */
  | { readonly kind: 'put'; readonly text: string }
  | {
      readonly kind:
        | 'enter'
        | 'tab'
        | 'interrupt'
        | 'clear'
        | 'left'
        | 'right'
        | 'word-left'
        | 'word-right'
        | 'home'
        | 'end'
        | 'older'
        | 'newer'
        | 'search'
        | 'delete-left'
        | 'delete-right'
        | 'delete-word-left'
        | 'delete-word-right'
        | 'delete-to-start'
        | 'delete-to-end'
        | 'yank'
        /** More was pasted than is taken. */
        | 'too-much';
    };

type Kind = Exclude<Key['kind'], 'text' | 'put'>;

/** As a terminal sends them: readline's default keys (bash 5.2, bind -p). */
const sequences: Readonly<Record<string, Kind>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x03': 'interrupt',
  '\x0c': 'clear',
  '\x02': 'left',
  '\x1b[D': 'left',
  '\x1bOD': 'left',
  '\x06': 'right',
  '\x1b[C': 'right',
  '\x1bOC': 'right',
  '\x1bb': 'word-left',
  '\x1b[1;5D': 'word-left',
  '\x1b[1;3D': 'word-left',
  '\x1bf': 'word-right',
  '\x1b[1;5C': 'word-right',
  '\x1b[1;3C': 'word-right',
  '\x01': 'home',
  '\x1b[H': 'home',
  '\x1bOH': 'home',
  '\x05': 'end',
  '\x1b[F': 'end',
  '\x1bOF': 'end',
  '\x10': 'older',
  '\x1b[A': 'older',
  '\x1bOA': 'older',
  '\x0e': 'newer',
  '\x1b[B': 'newer',
  '\x1bOB': 'newer',
  '\x12': 'search',
  '\x7f': 'delete-left',
  '\x08': 'delete-left',
  '\x04': 'delete-right',
  '\x1b[3~': 'delete-right',
  '\x17': 'delete-word-left',
  '\x1b\x7f': 'delete-word-left',
  '\x1bd': 'delete-word-right',
  '\x15': 'delete-to-start',
  '\x0b': 'delete-to-end',
  '\x19': 'yank',
};

/** The longest first, so that Escape with a letter is not cut up. */
const known = Object.keys(sequences).toSorted((a, b) => b.length - a.length);
// biome-ignore lint/suspicious/noControlCharactersInRegex: keys are control characters
const UNKNOWN = /^(?:\x1b(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|[ -~])?|[\x00-\x1f])/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: up to the next key
const TEXT = /^[^\x00-\x1f\x7f]+/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: so a terminal marks what is pasted
const PASTED = /^\x1b\[200~(.*?)(?:\x1b\[201~|$)/s;

/** Takes apart what a terminal sent: keys, and what was pasted. Keys that do nothing here are left out. */
export function readKeys(data: string): Key[] {
  const keys: Key[] = [];
  let rest = data;
  while (rest !== '') {
    const pasted = PASTED.exec(rest);
    const sequence = known.find((one) => rest.startsWith(one));
    const length = pasted?.[0].length ?? sequence?.length ?? UNKNOWN.exec(rest)?.[0].length;
    const text = length === undefined ? (TEXT.exec(rest)?.[0] ?? '') : '';
    if (pasted) keys.push(...readPasted(pasted[1] ?? ''));
    else if (sequence !== undefined) keys.push({ kind: sequences[sequence] as Kind });
    else if (text !== '') keys.push({ kind: 'text', text });
    rest = rest.slice(length ?? (text.length || 1));
  }
  return keys;
}

/** Whole lines are entered, all of them or none; what is pasted completes nothing. */
function readPasted(pasted: string): Key[] {
  if (pasted.length > LONGEST_INPUT) return [{ kind: 'too-much' }];
  return pasted.split(/\r\n?|\n/).flatMap((line, index): Key[] => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they would move the cursor
    const text = line.replaceAll('\t', '    ').replace(/[\x00-\x1f\x7f]/g, '');
    const entered: Key[] = index === 0 ? [] : [{ kind: 'enter' }];
    return text === '' ? entered : [...entered, { kind: 'text', text }];
  });
}
