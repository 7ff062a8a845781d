import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { messageKey } from '../../src/language/say.ts';

/** A text that the sources say, by its key. */
export interface Said {
  readonly file: string;
  readonly line: number;
  /** Undefined for a noun that is no literal. */
  readonly key: string | undefined;
}

/** Finds every text that the files below a folder say in the language of the person. */
export function findSaid(folder: string): Said[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  return files.flatMap((file) => saidIn(file, readFileSync(join(folder, file), 'utf8')));
}

/** @returns the texts of one source: each `say` with a template, each noun that is counted */
export function saidIn(file: string, text: string): Said[] {
  // Others have functions of these names, too.
  if (!/from '[^']*\/language\/(?:index|say)\.ts'/.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Said[] = [];
  const visit = (node: ts.Node): void => {
    const key = keyIn(node);
    if (key) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ file, line: line + 1, key: key.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function keyIn(node: ts.Node): { readonly text: string | undefined } | undefined {
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say')
    return { text: messageKey(partsOf(node.template)) };
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'counted') return undefined;
  const [, noun] = node.arguments;
  return { text: noun && ts.isStringLiteral(noun) ? `{0} ${noun.text}` : undefined };
}

const partsOf = (template: ts.TemplateLiteral): string[] =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
