import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

export function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.(?:tsx?|js)$/.test(entry.name) ? [path] : [];
  });
}

/** Finds the nodes of a source that are wanted, in their order. */
export function nodesOf<Wanted extends ts.Node>(
  file: string,
  isWanted: (node: ts.Node) => node is Wanted,
): Wanted[] {
  const found: Wanted[] = [];
  const visit = (node: ts.Node): void => {
    if (isWanted(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

/** Says where a node stands: `src/matching/text/lines.ts:37`. */
export function placeOf(node: ts.Node): string {
  const tree = node.getSourceFile();
  const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
  return `${relative(PROJECT, tree.fileName)}:${line + 1}`;
}
