import { isDeepStrictEqual } from 'node:util';
import { say } from '../../language/index.ts';
import { formOf } from '../../matching/index.ts';
import {
  includePartials,
  type Page,
  type PageIdentity,
  pageForRun,
  type ResultExample,
  type RunFacts,
  readPage,
  resultsOf,
} from '../../procedure/index.ts';

/** The new body of a result example, by the id of its step. */
export type Bodies = ReadonlyMap<string, string>;

export interface RewriteContext {
  /** Facts of the run that the page was planned for. */
  readonly facts?: RunFacts;
  /** Reads the partials that the page shows. */
  readonly readPartial?: (file: string) => string | undefined;
}

export type Rewritten = { readonly source: string } | { readonly problem: string };

/** A page whose result examples have these bodies; all that is outside of them stays as it is, to the byte. */
export function rewritePage(
  source: string,
  page: Page,
  bodies: Bodies,
  context: RewriteContext = {},
): Rewritten {
  const lines = linesOf(source);
  // Last first, so that the lines above keep their numbers.
  for (const step of page.steps.toReversed()) {
    const body = bodies.get(step.id);
    if (body === undefined || step.role === 'elapse') continue;
    if ('result' in step && step.result) replaceBody(lines, step.result, body);
    else addResult(lines, step.span.end.line - 1, body);
  }
  const rewritten = lines.map(({ text, lineBreak }) => text + lineBreak).join('');
  const problem = faultIn(rewritten, page, bodies, context);
  return problem ? { problem } : { source: rewritten };
}

interface Line {
  readonly text: string;
  readonly lineBreak: string;
}

function linesOf(source: string): Line[] {
  return [...source.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/g)]
    .map(([, text = '', lineBreak = '']) => ({ text, lineBreak }))
    .filter((line, index, all) => index < all.length - 1 || line.text !== '' || line.lineBreak !== '');
}

function replaceBody(lines: Line[], { span, body: old }: ResultExample, body: string): void {
  const [opening, closing] = [span.start.line - 1, span.end.line - 1];
  const before = lines.slice(opening + 1, closing);
  const oldLines = old.split('\n');
  const prefixes = before.map(({ text }, index) =>
    text.slice(0, Math.max(0, text.length - (oldLines[index] ?? '').length)),
  );
  // A blank line of a list has no indentation, of a quote only its mark.
  const usual =
    prefixes.find((_, index) => oldLines[index]?.trim()) ?? containerOf(lines[closing]?.text ?? '');
  const blank = prefixes.find((_, index) => oldLines[index] === '') ?? usual.trimEnd();
  const lineBreak = lines[opening]?.lineBreak ?? '\n';
  const after = body
    .split('\n')
    .map((text): Line => ({ text: (text === '' ? blank : usual) + text, lineBreak }));
  lines.splice(opening + 1, before.length, ...after);
}

/** Adds a result below a step; `closing` is the index of the line that closes its fence. */
function addResult(lines: Line[], closing: number, body: string): void {
  const { text, lineBreak: own } = lines[closing] ?? { text: '', lineBreak: '\n' };
  // The last line of a page may have no line break.
  const lineBreak = own === '' ? '\n' : own;
  lines[closing] = { text, lineBreak };
  const prefix = containerOf(text);
  const added = ['', `\`\`\`${formOf(body)} result`, ...body.split('\n'), '```'];
  const after = added.map(
    (line): Line => ({ text: line === '' ? prefix.trimEnd() : prefix + line, lineBreak }),
  );
  lines.splice(closing + 1, 0, ...after);
}

/** Returns the prefix of a closing fence: the marks of the lists and quotes around it. */
const containerOf = (closing: string): string => /^(.*?)(?:`{3,}|~{3,})[ \t]*$/.exec(closing)?.[1] ?? '';

/** Read again, the page must be the same but for these bodies: else something in one of them was taken for Markdown. */
function faultIn(
  source: string,
  page: Page,
  bodies: Bodies,
  { facts, readPartial = () => undefined }: RewriteContext,
): string | undefined {
  const { id, file, locale } = page;
  const written = readPage(includePartials(source, file, readPartial).text, {
    id,
    file,
    locale,
  } satisfies PageIdentity).page;
  const read = written && facts ? pageForRun(written, facts) : written;
  const wanted = page.steps.map((step) => essence(step, bodies.get(step.id)));
  const got = read?.steps.map((step) => essence(step));
  if (got && isDeepStrictEqual(plain(wanted), plain(got))) return undefined;
  return say`What was printed cannot stand in its fence: it holds what Markdown reads as the end of one, or the page has a layout that cannot be kept. Write it by hand.`;
}

function essence(step: Page['steps'][number], body?: string): unknown {
  const { span: _, ...rest } = step;
  if (rest.role === 'elapse') return rest;
  const { bodySpan: __, ...script } = rest;
  const [result, ...others] = resultsOf(step).map(({ span: _, bodySpan: __, ...example }) => example);
  if (!result && body === undefined) return script;
  if (!result) return { ...script, result: { form: formOf(body ?? ''), body }, alternatives: [] };
  return { ...script, result: { ...result, body: body ?? result.body }, alternatives: others };
}

/** Plain data without the keys that are undefined: a page from the cache does not have them. */
const plain = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
