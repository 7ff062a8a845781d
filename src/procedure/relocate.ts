import type { Extraction } from './extract.ts';
import { BEGIN, END } from './partials.ts';
import type { Position, Problem, ResultExample, Span, Step } from './types.ts';

/** Moves what was found in a text with partials to the files that it was written in. */
export function relocate(extraction: Extraction, text: string, file: string): Extraction {
  const places = placesIn(text, file);
  if (!places) return extraction;
  const { page, problems, warnings } = extraction;
  const partials = [...new Set(places.map((place) => place.file))].filter((one) => one !== file);
  return {
    ...(page && { page: { ...page, partials, steps: page.steps.map((step) => stepAt(step, places, file)) } }),
    problems: problems.map((problem) => problemIn(problem, places)),
    warnings: warnings.map((problem) => problemIn(problem, places)),
  };
}

type Places = readonly PlaceInFile[];

const placeOf = (line: number, places: Places): PlaceInFile | undefined => places[line - 1];

function problemIn(problem: Problem, places: Places): Problem {
  const place = placeOf(problem.line, places);
  if (!place) return problem;
  const { file, line, indent } = place;
  return { ...problem, file, line, column: Math.max(1, problem.column - indent) };
}

function stepAt<S extends Step>(step: S, places: Places, page: string): S {
  const { file = page } = placeOf(step.span.start.line, places) ?? {};
  const placed = { ...step, span: spanAt(step.span, places), ...(file !== page && { file }) };
  if (placed.role === 'elapse') return placed;
  const withBody = { ...placed, bodySpan: spanAt(placed.bodySpan, places) };
  if (!('result' in withBody) || !withBody.result) return withBody;
  const { result, alternatives } = withBody;
  return {
    ...withBody,
    result: resultAt(result, places),
    ...(alternatives && { alternatives: alternatives.map((one) => resultAt(one, places)) }),
  };
}

const resultAt = (result: ResultExample, places: Places): ResultExample => ({
  ...result,
  span: spanAt(result.span, places),
  bodySpan: spanAt(result.bodySpan, places),
});

const spanAt = ({ start, end }: Span, places: Places): Span => ({
  start: positionAt(start, places),
  end: positionAt(end, places),
});

/** Offsets stay those of the text with its partials. */
function positionAt(position: Position, places: Places): Position {
  const { line, indent } = placeOf(position.line, places) ?? { line: position.line, indent: 0 };
  return { ...position, line, column: Math.max(1, position.column - indent) };
}

/** Place of a line of a text with partials. */
interface PlaceInFile {
  readonly file: string;
  readonly line: number;
  /** Characters that stand before the line because the partial is shown in a list or in tabs. */
  readonly indent: number;
}

/** Finds where each line of a text with partials is written; undefined where it has none. */
function placesIn(text: string, file: string): readonly PlaceInFile[] | undefined {
  if (!text.includes(END)) return undefined;
  const within = [{ file, line: 0, indent: 0 }];
  return text.split('\n').map((line) => {
    const isEnd = line.trim() === END && within.length > 1;
    if (isEnd) within.pop();
    const here = within.at(-1) ?? { file, line: 0, indent: 0 };
    if (!isEnd) here.line += 1;
    const place = { ...here };
    const [, indent = '', name] = BEGIN.exec(line) ?? [];
    if (name !== undefined) within.push({ file: name, line: 0, indent: indent.length });
    return place;
  });
}
