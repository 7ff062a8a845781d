import { invalidLogsParameter } from '../logs-errors.ts';
import { parse, SyntaxError as Unparsed } from './filter-parser.js';
import { compileRegex } from './regex.ts';
import type { FilterPattern, PatternCondition, PatternOperand } from './types.ts';

/** User Guide: "There is a limit of 2 regex for each filter pattern when creating a delimited or JSON filter pattern". */
const MOST_REGEXES = 2;

/**
 * Parses a filter pattern: terms, `{ JSON }` or `[space, delimited]`. Throws InvalidParameterException.
 *
 * @example
 * parseFilterPattern('{ $.level = "ERROR" && $.status >= 500 }').kind // 'json'
 */
export function parseFilterPattern(text: string): FilterPattern {
  const pattern = parseText(text);
  const sources = operandsOf(pattern).flatMap((operand) =>
    operand.kind === 'regex' ? [operand.source] : [],
  );
  // Our wording.
  if (pattern.kind !== 'terms' && sources.length > MOST_REGEXES)
    throw invalidLogsParameter(`A filter pattern can have at most ${MOST_REGEXES} regular expressions.`);
  for (const source of sources) compileRegex(source);
  if (pattern.kind === 'fields' && pattern.fields.filter(({ kind }) => kind === 'rest').length > 1)
    throw invalidLogsParameter('A filter pattern can have one ellipsis only.');
  return pattern;
}

function parseText(text: string): FilterPattern {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof Unparsed)) throw error;
    // A text that users of AWS quote; it names what cannot stand there.
    const [wrong = ''] = /^(?:[^\p{L}\p{N}_\s]+|\S+)/u.exec(text.slice(error.location.start.offset)) ?? [];
    throw invalidLogsParameter(
      wrong === '' ? 'Invalid filter pattern' : `Invalid character(s) in term '${wrong}'`,
    );
  }
}

function operandsOf(pattern: FilterPattern): PatternOperand[] {
  switch (pattern.kind) {
    case 'terms':
      return pattern.terms.map(({ operand }) => operand);
    case 'json':
      return inCondition(pattern.condition);
    case 'fields':
      return pattern.fields.flatMap((field) =>
        field.kind === 'field' && field.condition ? inCondition(field.condition) : [],
      );
  }
}

function inCondition(condition: PatternCondition<unknown>): PatternOperand[] {
  if (condition.kind === 'and' || condition.kind === 'or')
    return [...inCondition(condition.left), ...inCondition(condition.right)];
  return condition.kind === 'compare' ? [condition.operand] : [];
}
