import { Bash, type ScriptNode } from 'just-bash';
import { endlessSyntax } from './endless-syntax.ts';
import { eachNode, type ParsedStatement, scriptOf } from './shell-statements.ts';

interface SyntaxProblem {
  /** As bash reports it, with its line breaks. */
  readonly message: string;
}

export type Parser = (script: string) => Promise<{ statements: ParsedStatement[] } | SyntaxProblem>;

/** Parses without running; one script at a time. */
export function createParser(): Parser {
  let parsed: ScriptNode | undefined;
  const bash = new Bash({ commands: [], defenseInDepth: false });
  bash.registerTransformPlugin({
    name: 'parse only',
    transform({ ast }) {
      parsed = ast;
      return { ast: scriptOf([]) };
    },
  });
  return async (script) => {
    if (script.trim() === '') return { statements: [] };
    const endless = endlessSyntax(script);
    if (endless !== undefined) return { message: endless };
    parsed = undefined;
    const { stderr } = await bash.exec(script, { rawScript: true });
    if (!parsed) return { message: asBash(stderr, script) };
    const { statements } = parsed as ScriptNode;
    const message = deferredProblem(statements) ?? openHereDocument(statements, script);
    return message === undefined ? { statements } : { message };
  };
}

/** Tells whether bash would wait for more: an open quote, document or command, a backslash or operator at the end. */
export async function isUnfinished(script: string, parse: Parser): Promise<boolean> {
  const parsed = await parse(script);
  if ('message' in parsed)
    return /looking for matching|unexpected end of file|not closed/.test(parsed.message);
  // Neither is noticed by the parser: an operator that joins the next line, and a backslash before it.
  if (/(?:^|\s)#[^\n]*$/.test(script)) return false;
  return /(?<!\\)(?:\||&&)\s*$/.test(script) || /(?<!\\)(?:\\\\)*\\$/.test(script);
}

/** Finds a problem that bash would only notice on reaching it. */
function deferredProblem(statements: ParsedStatement[]): string | undefined {
  const found = statements.find((statement) => statement.deferredError);
  return found?.deferredError && near(found.line ?? 1, found.deferredError.token);
}

/** To bash this is a warning; in a procedure it is a mistake, which would swallow the steps after it. */
function openHereDocument(statements: ParsedStatement[], script: string): string | undefined {
  let delimiter: string | undefined;
  eachNode(statements, (node) => {
    if (node.type !== 'HereDoc') return;
    const document = node as unknown as { delimiter: string; terminated?: boolean };
    if (document.terminated === false) delimiter ??= document.delimiter;
  });
  if (delimiter === undefined) return undefined;
  return `bash: line ${lineCount(script)}: syntax error: here-document is not closed: no line reads \`${delimiter}'\n`;
}

/** just-bash's wording -> bash 5.2's. */
function asBash(stderr: string, script: string): string {
  const [, line, reason = ''] = /Parse error at (\d+):\d+: (.*)/s.exec(stderr.trimEnd()) ?? [];
  if (line === undefined) return stderr;
  if (reason.includes('looking for matching')) return `bash: line ${line}: ${reason}\n`;
  if (/\bEOF\b/.test(reason))
    return `bash: line ${lineCount(script) + 1}: syntax error: unexpected end of file\n`;
  const token = /unexpected token `(.*)'/s.exec(reason)?.[1] ?? /, got (.*)$/s.exec(reason)?.[1];
  // At the end just-bash names the word it waits for, a word which is not there.
  if (/\bEOF\b/.test(reason) || (token !== undefined && !script.includes(token))) {
    return `bash: line ${lineCount(script) + 1}: syntax error: unexpected end of file\n`;
  }
  if (token === undefined) return `bash: line ${line}: ${reason}\n`;
  return near(Number(line), token);
}

function near(line: number, token: string): string {
  return `bash: line ${line}: syntax error near unexpected token \`${token}'\n`;
}

function lineCount(script: string): number {
  return script.trimEnd().split('\n').length;
}
