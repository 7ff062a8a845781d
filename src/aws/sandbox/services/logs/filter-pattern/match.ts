import { matchesWildcard } from '../../../wildcard/index.ts';
import { readJsonObject, splitFields, valuesAt } from './fields.ts';
import { type CompiledRegex, compileRegex, matchesRegex } from './regex.ts';
import type { FilterPattern, PatternComparator, PatternCondition, PatternOperand, Term } from './types.ts';

/**
 * Tells whether an event's message matches a filter pattern.
 *
 * @example
 * matchesFilter(parseFilterPattern('ERROR -timeout'), '[ERROR 400] bad request') // true
 */
export function matchesFilter(pattern: FilterPattern, message: string): boolean {
  switch (pattern.kind) {
    case 'terms':
      return matchesTerms(pattern.terms, message);
    case 'json': {
      const root = readJsonObject(message);
      return (
        root !== undefined &&
        holds(pattern.condition, (selector) => valuesAt(root, selector.steps), compareValue)
      );
    }
    case 'fields': {
      const placed = splitFields(message, pattern.fields);
      return (
        placed?.every(({ field, value }) =>
          field.kind === 'rest' || !field.condition
            ? true
            : holds(
                field.condition,
                () => [value],
                (given, operator, operand) => compareText(String(given), operator, operand),
              ),
        ) ?? false
      );
    }
  }
}

/** User Guide: a `?` is ignored beside terms that must come or must not come. */
function matchesTerms(terms: readonly Term[], message: string): boolean {
  const contains = ({ operand }: Term) =>
    operand.kind === 'regex'
      ? matchesRegex(regexOf(operand), message)
      : operand.kind === 'text' && message.includes(operand.text);
  if (terms.every(({ kind }) => kind === 'any')) return terms.length === 0 || terms.some(contains);
  return terms.every((term) => term.kind === 'any' || contains(term) === (term.kind === 'all'));
}

type Compare = (value: unknown, operator: PatternComparator, operand: PatternOperand) => boolean;

/** Tells whether one of the values of each subject is as wanted. A subject without values satisfies NOT EXISTS only. */
function holds<Subject>(
  condition: PatternCondition<Subject>,
  valuesOf: (subject: Subject) => readonly unknown[],
  compare: Compare,
): boolean {
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, valuesOf, compare) && holds(condition.right, valuesOf, compare);
    case 'or':
      return holds(condition.left, valuesOf, compare) || holds(condition.right, valuesOf, compare);
    case 'exists':
      return valuesOf(condition.subject).length > 0 === condition.wanted;
    case 'is':
      return valuesOf(condition.subject).includes(STATES[condition.state]);
    case 'compare':
      return valuesOf(condition.subject).some((value) =>
        compare(value, condition.operator, condition.operand),
      );
  }
}

const STATES = { NULL: null, TRUE: true, FALSE: false };

/** Compares a JSON value: objects and lists are equal to nothing, and no number orders a text. */
function compareValue(value: unknown, operator: PatternComparator, operand: PatternOperand): boolean {
  if (typeof value === 'object') return false;
  if (operator !== '=' && operator !== '!=')
    return typeof value === 'number' && isOrdered(value, operator, operand);
  if (operand.kind === 'number' && typeof value === 'number')
    return (value === operand.value) === (operator === '=');
  return compareText(String(value), operator, operand);
}

function compareText(text: string, operator: PatternComparator, operand: PatternOperand): boolean {
  if (operator !== '=' && operator !== '!=')
    return text.trim() !== '' && isOrdered(Number(text), operator, operand);
  return isEqual(text, operand) === (operator === '=');
}

function isEqual(text: string, operand: PatternOperand): boolean {
  switch (operand.kind) {
    case 'text':
      return text === operand.text;
    case 'wildcard':
      return matchesWildcard(operand.pattern.replace(/[\\?]/g, '\\$&'), text, true);
    case 'regex':
      return matchesRegex(regexOf(operand), text);
    case 'number':
      return text === operand.text || (text.trim() !== '' && Number(text) === operand.value);
  }
}

const compiled = new WeakMap<PatternOperand, CompiledRegex>();

/** Compiles a pattern's expression once, not for each message. */
function regexOf(operand: PatternOperand & { kind: 'regex' }): CompiledRegex {
  const known = compiled.get(operand) ?? compileRegex(operand.source);
  compiled.set(operand, known);
  return known;
}

function isOrdered(value: number, operator: PatternComparator, operand: PatternOperand): boolean {
  if (operand.kind !== 'number') return false;
  switch (operator) {
    case '<':
      return value < operand.value;
    case '<=':
      return value <= operand.value;
    case '>':
      return value > operand.value;
    case '>=':
      return value >= operand.value;
    default:
      return false;
  }
}
