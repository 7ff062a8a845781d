import { say } from '../language/say.ts';
import { readDuration } from './attribute-table.ts';
import type { ProblemReporter } from './problems.ts';
import type { JsxElement } from './relevant-nodes.ts';
import { type SourceText, spanOf } from './source-text.ts';
import type { Position, Span } from './types.ts';

export interface ElapseElement {
  readonly id?: string;
  readonly span: Span;
  readonly durationMs: number;
}

type Attribute = JsxElement['attributes'][number];

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads `<Elapse duration="15m" />`; undefined when it is wrong, which is reported. */
export function readElapse(
  node: JsxElement,
  source: SourceText,
  reporter: ProblemReporter,
): ElapseElement | undefined {
  if (!node.position) return undefined;
  const span = spanOf(source, node.position);
  if (node.name !== 'Elapse') {
    reporter.report(span.start, 'elapse-name', node.name ?? '');
    return undefined;
  }
  if (node.children.length > 0) reporter.report(span.start, 'elapse-children');
  for (const attribute of node.attributes) {
    if (isNamed(attribute, 'duration')) continue;
    const place = placeOf(attribute, source, span);
    if (!isNamed(attribute, 'id')) reporter.report(place, 'elapse-attribute', nameOf(attribute));
    else if (idOf(attribute) === undefined) reporter.report(place, 'elapse-id');
  }
  const durationMs = readDurationOf(node, source, span, reporter);
  const id = idOf(node.attributes.find((attribute) => isNamed(attribute, 'id')));
  return durationMs === undefined ? undefined : { id, span, durationMs };
}

function readDurationOf(
  { attributes }: JsxElement,
  source: SourceText,
  span: Span,
  reporter: ProblemReporter,
): number | undefined {
  const attribute = attributes.find((one) => isNamed(one, 'duration'));
  if (!attribute) {
    reporter.report(span.start, 'elapse-duration', say`no duration`);
    return undefined;
  }
  const { value } = attribute;
  const durationMs = typeof value === 'string' ? readDuration(value, UNITS) : undefined;
  if (durationMs !== undefined) return durationMs;
  reporter.report(placeOf(attribute, source, span), 'elapse-duration', describe(value));
  return undefined;
}

const nameOf = (attribute: Attribute) => (attribute.type === 'mdxJsxAttribute' ? attribute.name : '{...}');
const isNamed = (attribute: Attribute, name: string) => nameOf(attribute) === name;

/** The id that an attribute gives; undefined when it is no plain id. */
function idOf(attribute: Attribute | undefined): string | undefined {
  const value = attribute?.value;
  return typeof value === 'string' && /^[A-Za-z0-9][\w-]*$/.test(value) ? value : undefined;
}

function placeOf({ position }: Attribute, source: SourceText, span: Span): Position {
  return position ? spanOf(source, position).start : span.start;
}

function describe(value: unknown): string {
  if (typeof value === 'string') return say`a duration "${value}" that says no length of time`;
  return value ? say`a duration that is an expression` : say`a duration without a value`;
}
