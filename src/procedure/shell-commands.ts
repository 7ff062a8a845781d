import { readScript, type ScriptRegion } from './shell-scanner.ts';

/** One simple command of a script: what stands between line breaks, `;`, `|`, `&&` and the like. */
export interface SimpleCommand {
  /** As written, quotes included; assignments before the command are words too. */
  readonly words: readonly string[];
  /** Offset in the script where the first word begins. */
  readonly start: number;
  /** True where it reads the output of the command before it. */
  readonly piped: boolean;
  /** True inside parentheses: variables set there are gone after them. */
  readonly subshell: boolean;
}

/** Words of the grammar that stand before a command. */
const KEYWORDS = new Set('then do else elif if while until ! { time'.split(' '));
/** Words of the grammar after which nothing is a command. */
const CLOSERS = new Set('} fi done esac'.split(' '));
const SEPARATOR = /[\n;|&()]/;

interface Token {
  readonly kind: 'text' | 'space' | 'separator';
  readonly text: string;
  readonly start: number;
}

/**
 * Takes a script apart into its simple commands. Not a shell parser: comments and heredocs are left out, what stands
 * inside quotes and substitutions stays part of its word.
 */
export function shellCommands(script: string): SimpleCommand[] {
  const found: SimpleCommand[] = [];
  let words: { text: string; start: number }[] = [];
  let open = false;
  let piped = false;
  let depth = 0;
  const end = (separator: string) => {
    while (KEYWORDS.has(words[0]?.text ?? '')) words.shift();
    const [first] = words;
    if (first && !CLOSERS.has(first.text))
      found.push({ words: words.map(({ text }) => text), start: first.start, piped, subshell: depth > 0 });
    // After `|`, the command may stand on the next line.
    if (first || separator !== '\n') piped = separator === '|';
    words = [];
    // The parenthesis after a pattern of `case` opens none.
    if (separator === '(') depth += 1;
    else if (separator === ')') depth = Math.max(0, depth - 1);
  };
  for (const { kind, text, start } of tokens(script)) {
    if (kind === 'separator') end(text);
    else if (kind === 'text') {
      const before = open ? words.pop() : undefined;
      words.push({ text: (before?.text ?? '') + text, start: before?.start ?? start });
    }
    open = kind === 'text';
  }
  end('\n');
  return found;
}

function* tokens(script: string): Generator<Token> {
  const regionAt = new Map<number, ScriptRegion>(
    readScript(script).regions.map((region) => [region.start, region]),
  );
  for (let start = 0; start < script.length; ) {
    const region = regionAt.get(start);
    const token = region ? { kind: kindOf(region), length: region.end - start } : tokenAt(script, start);
    yield { kind: token.kind, text: script.slice(start, start + token.length), start };
    start += token.length;
  }
}

const kindOf = ({ kind }: ScriptRegion): Token['kind'] =>
  kind === 'comment' || kind === 'heredoc' ? 'space' : 'text';

function tokenAt(script: string, index: number): { kind: Token['kind']; length: number } {
  const character = script[index] ?? '';
  if (script.startsWith('\\\n', index)) return { kind: 'space', length: 2 };
  if (character === '\\') return { kind: 'text', length: 2 };
  if (/[ \t\r]/.test(character)) return { kind: 'space', length: 1 };
  if (!SEPARATOR.test(character) || isRedirection(script, index)) return { kind: 'text', length: 1 };
  const doubled = /[|&;]/.test(character) && script[index + 1] === character;
  return { kind: 'separator', length: doubled ? 2 : 1 };
}

/** The `&` of `2>&1` and `&>`, and the `|` of `>|`, separate nothing. */
function isRedirection(script: string, index: number): boolean {
  if (script[index] === '&') return script[index - 1] === '>' || script[index + 1] === '>';
  return script[index] === '|' && script[index - 1] === '>';
}
