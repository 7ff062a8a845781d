import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import { templateError } from '../cloudformation-errors.ts';

/** Aliases in one template: more are an attack on its reader. */
const MAX_ALIASES = 100;

/**
 * Reads a template in YAML or JSON as data, with the short forms written out.
 * Throws `Template format error: YAML not well-formed.`
 *
 * @example
 * readTemplateText('Value: !GetAtt Queue.Arn') // { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] } }
 */
export function readTemplateText(text: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw templateError(`${languageOf(text)} not well-formed. (line ${line}, column ${col})`);
  }
  let aliases = 0;
  const read = (node: unknown): unknown => {
    if (isAlias(node)) {
      aliases += 1;
      if (aliases > MAX_ALIASES)
        throw templateError('YAML aliases are not allowed in CloudFormation templates');
      return read(node.resolve(document));
    }
    return withTag(node as Node | null, dataOf(node, read));
  };
  return read(document.contents);
}

export function isJson(text: string): boolean {
  return text.trimStart().startsWith('{');
}

const languageOf = (text: string) => (isJson(text) ? 'JSON' : 'YAML');

function dataOf(node: unknown, read: (node: unknown) => unknown): unknown {
  if (isMap(node))
    return Object.fromEntries(node.items.map(({ key, value }) => [String(read(key)), read(value)]));
  if (isSeq(node)) return node.items.map(read);
  return isScalar(node) ? scalarOf(node) : undefined;
}

/** A number keeps its digits: an account id may begin with 0. */
function scalarOf(node: Scalar): unknown {
  const { value, source } = node;
  return typeof value === 'number' && source !== undefined && String(value) !== source ? source : value;
}

/** `!Ref a` -> `{ Ref: 'a' }` */
function withTag(node: Node | null, value: unknown): unknown {
  const name = /^!(\w+)$/.exec(node?.tag ?? '')?.[1];
  if (name === undefined) return value;
  if (name === 'Ref' || name === 'Condition') return { [name]: value };
  if (name === 'GetAtt' && typeof value === 'string') {
    const dot = value.indexOf('.');
    return { 'Fn::GetAtt': dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
  }
  return { [`Fn::${name}`]: value };
}
