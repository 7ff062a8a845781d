import { styleText } from 'node:util';
import { counted, cut, padded, wrapped } from '../../language/index.ts';
import { describeStep } from '../report/step.ts';
import { type ComparedPage, type ComparedStep, type CompareRow, SIDES } from './types.ts';

export interface CompareTextOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

/** From here on three columns are wide enough to read. */
const SIDE_BY_SIDE = 100;
const NAMES = ['page', ...SIDES] as const;
const INDENT = '    ';

const paint = (
  { color }: CompareTextOptions,
  style: Parameters<typeof styleText>[0],
  text: string,
): string => (color ? styleText(style, text, { validateStream: false }) : text);

/** One page: a line for each step, and below it the lines in which page, recording and sandbox part. */
export function comparedPageText(page: ComparedPage, options: CompareTextOptions): string {
  const { recorded } = page;
  const origin = recorded
    ? `recorded ${recorded.date.slice(0, 10)} with ${recorded.cli.split(' ')[0]}, ${recorded.target}`
    : 'not recorded';
  return [
    paint(options, 'bold', cut(`${page.page}  ${page.file}`, options.width)),
    paint(options, 'dim', `${INDENT}${origin}`),
    ...page.steps.flatMap((step) => stepLines(step, options)),
  ].join('\n');
}

function stepLines(compared: ComparedStep, options: CompareTextOptions): string[] {
  const { line, id, command } = describeStep(compared.step);
  const agrees = compared.parting.length === 0;
  const [mark, style] =
    compared.skipped !== undefined
      ? (['-', 'yellow'] as const)
      : agrees
        ? (['=', 'green'] as const)
        : (['≠', 'red'] as const);
  const more = compared.skipped === undefined ? '' : `  (skipped: ${compared.skipped})`;
  const about = `${String(line).padStart(4)}  ${id}  ${command.split('\n')[0]}${more}`;
  const head = `${paint(options, style, mark)} ${cut(about, options.width - 2)}`;
  if (agrees) return [head];
  const show = options.width >= SIDE_BY_SIDE ? sideBySide : stacked;
  return [head, '', ...compared.parting.flatMap((rows) => [...show(dedented(rows), options), ''])];
}

/** Three columns, long lines wrapped. */
function sideBySide(rows: readonly CompareRow[], options: CompareTextOptions): string[] {
  const width = Math.floor((options.width - INDENT.length - 2 * 3) / 3);
  const line = (cells: readonly string[]): string => `${INDENT}${cells.join(' │ ')}`.trimEnd();
  const header = line(NAMES.map((name) => paint(options, 'dim', padded(name, width))));
  const body = rows.flatMap((row) => {
    const cells = NAMES.map((name) => wrapped(row[name] ?? '', width));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, index) =>
      line(
        NAMES.map((name, column) =>
          paint(options, styleOf(row, name), padded(cells[column]?.[index] ?? '', width)),
        ),
      ),
    );
  });
  return [header, ...body];
}

/** One below the other, each whole, so that what differs stands in one place. */
function stacked(rows: readonly CompareRow[], options: CompareTextOptions): string[] {
  const label = Math.max(...NAMES.map((name) => name.length));
  const width = options.width - INDENT.length - label - 3;
  return NAMES.flatMap((name) => {
    const lines = rows.flatMap((row) =>
      row[name] === undefined
        ? []
        : wrapped(row[name], width).map((text) => paint(options, styleOf(row, name), text)),
    );
    const shown = lines.length > 0 ? lines : [paint(options, 'dim', '(nothing)')];
    return shown.map((text, index) => `${INDENT}${(index === 0 ? name : '').padEnd(label)} │ ${text}`);
  });
}

const styleOf = (row: CompareRow, name: keyof CompareRow): 'reset' | 'red' =>
  name !== 'page' && row[name] !== row.page ? 'red' : 'reset';

/** Without the indentation that all lines share. */
function dedented(rows: readonly CompareRow[]): CompareRow[] {
  const texts = rows.flatMap((row) => NAMES.flatMap((name) => row[name] ?? []));
  const shared = Math.min(
    ...texts.filter((text) => text.trim()).map((text) => /^ */.exec(text)?.[0].length ?? 0),
  );
  return rows.map((row) =>
    Object.fromEntries(
      NAMES.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name].slice(shared)]])),
    ),
  );
}

export function comparedSummary(pages: readonly ComparedPage[], options: CompareTextOptions): string {
  const steps = pages.flatMap((page) => page.steps);
  const parting = steps.filter((step) => step.parting.length > 0).length;
  const said =
    parting === 0 ? paint(options, 'green', 'all agree') : paint(options, 'red', `${parting} part`);
  return `${counted(pages.length, 'page')}, ${counted(steps.length, 'step')}: ${said}`;
}
