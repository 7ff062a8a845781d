import type { YAMLError } from 'yaml';
import { say } from '../../language/say.ts';

/** Says what is wrong in YAML, without a full stop; in the parser's own words where they are few that meet them. */
export function yamlReason({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  const [own = message] = message.split(' at line ');
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return /mappings/.test(own) ? say`a value with ": " in it stands without quotes` : own;
    case 'DUPLICATE_KEY':
      return say`this key stands twice`;
    case 'TAB_AS_INDENT':
      return say`a tab stands where spaces belong`;
    case 'BAD_SCALAR_START':
      return say`a value that begins with ${own.slice(-1)} stands without quotes`;
    case 'BAD_DQ_ESCAPE':
      return say`${own.split(' ').at(-1)} means nothing between double quotes`;
    case 'MULTILINE_IMPLICIT_KEY':
      return say`":" is missing, or a text of several lines stands without quotes`;
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
      return (
        missing(own) ??
        (code === 'BAD_INDENT' ? say`the indentation is not that of the lines around it` : own)
      );
    default:
      return own;
  }
}

function missing(own: string): string | undefined {
  if (own.endsWith('quote')) return say`a quote is not closed`;
  if (own.includes('followed by map values')) return say`":" is missing after this key`;
  if (/Missing , (?:between|or)/.test(own)) return say`a comma is missing`;
  const bracket = /^Flow .* end with an? (.)$/.exec(own)?.[1];
  return bracket && say`a bracket is not closed: "${bracket}" is missing`;
}
