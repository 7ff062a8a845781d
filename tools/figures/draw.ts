import { eastAsianWidth } from 'get-east-asian-width';
import type { Box, Figure, Frame } from './types.ts';

/** Pixels: a cell of the grid holds one box and the arrows around it. */
const CELL = { width: 250, height: 120 };
const BOX = { width: 178, height: 58 };
const MARGIN = 14;
const LINE = 17;
const GLYPH = 6.7;

/** Draws a figure in one language as SVG. Its colours are those of the light theme; the dark theme inverts them. */
export function drawFigure(figure: Figure, locale: string): string {
  const width = extent(figure, 0) * CELL.width + 2 * MARGIN;
  const height = extent(figure, 1) * CELL.height + 2 * MARGIN;
  const title = textIn(figure.title, locale);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escaped(title)}</title>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 8 4 0 8Z" fill="#444"/></marker></defs>',
    `<rect width="${width}" height="${height}" rx="8" fill="#fff"/>`,
    ...(figure.frames ?? []).map((frame) => drawFrame(frame, locale)),
    ...(figure.arrows ?? []).flatMap((arrow) => {
      const [from, to] = [boxOf(figure, arrow.from), boxOf(figure, arrow.to)];
      return drawArrow(from, to, textIn(arrow.text ?? {}, locale), arrow.dashed ?? false);
    }),
    ...figure.boxes.map((box) => drawBox(box, locale)),
    '</svg>',
    '',
  ].join('\n');
}

const COLOURS = {
  person: { fill: '#e8f1fb', stroke: '#2563a8' },
  service: { fill: '#fdf1e2', stroke: '#b45f06' },
  resource: { fill: '#eaf5ec', stroke: '#2e7d3c' },
};

function drawBox(box: Box, locale: string): string {
  const { fill, stroke } = COLOURS[box.kind ?? 'resource'];
  const [x, y] = centre(box.at);
  return [
    `<rect x="${x - BOX.width / 2}" y="${y - BOX.height / 2}" width="${BOX.width}" height="${BOX.height}" rx="6" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`,
    drawText(textIn(box.text, locale), x, y),
  ].join('\n');
}

function drawFrame({ from, to, text, inset = 0 }: Frame, locale: string): string {
  const [left, top] = [MARGIN + from[0] * CELL.width + inset, MARGIN + from[1] * CELL.height + inset];
  const width = (to[0] - from[0] + 1) * CELL.width - 2 * inset;
  const height = (to[1] - from[1] + 1) * CELL.height - 2 * inset;
  return [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="8" fill="none" stroke="#777" stroke-dasharray="5 4"/>`,
    `<text x="${left + 10}" y="${top + 17}" fill="#444">${escaped(textIn(text, locale))}</text>`,
  ].join('\n');
}

function drawArrow(from: Box, to: Box, text: string, dashed: boolean): string[] {
  const [start, end] = [edge(from, to), edge(to, from)];
  const dashes = dashed ? ' stroke-dasharray="5 4"' : '';
  const line = `<line x1="${start[0]}" y1="${start[1]}" x2="${end[0]}" y2="${end[1]}" stroke="#444" stroke-width="1.5"${dashes} marker-end="url(#head)"/>`;
  if (text === '') return [line];
  const [x, y] = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  const lines = text.split('\n');
  const width = Math.max(...lines.map(stringWidth)) * GLYPH + 8;
  const height = lines.length * LINE + 2;
  // In a row the label is above its line; between neighbours, where it is too long, above the boxes.
  const above = width < Math.abs(end[0] - start[0]) - 16 ? 3 : BOX.height / 2 + 3;
  const middle = from.at[1] === to.at[1] ? y - above - height / 2 : y;
  const back = `<rect x="${round(x - width / 2)}" y="${round(middle - height / 2)}" width="${round(width)}" height="${height}" fill="#fff"/>`;
  return [line, back, drawText(text, x, middle)];
}

function drawText(text: string, x: number, y: number): string {
  const lines = text.split('\n');
  const first = y - ((lines.length - 1) * LINE) / 2 + 4.5;
  return lines
    .map(
      (line, index) =>
        `<text x="${round(x)}" y="${round(first + index * LINE)}" text-anchor="middle" fill="#1a1a1a">${escaped(line)}</text>`,
    )
    .join('\n');
}

/** The point of a box's border on the line to another box. */
function edge(box: Box, other: Box): [number, number] {
  const [x, y] = centre(box.at);
  const [dx, dy] = centre(other.at).map((value, axis) => value - (axis === 0 ? x : y)) as [number, number];
  const reach = Math.min(BOX.width / 2 / Math.abs(dx), BOX.height / 2 / Math.abs(dy));
  return [round(x + dx * reach), round(y + dy * reach)];
}

const centre = ([column, row]: readonly [number, number]): [number, number] => [
  MARGIN + (column + 0.5) * CELL.width,
  MARGIN + (row + 0.5) * CELL.height,
];

const extent = ({ boxes, frames = [] }: Figure, axis: 0 | 1): number =>
  1 + Math.max(...boxes.map(({ at }) => at[axis]), ...frames.map(({ to }) => to[axis]));

function boxOf({ boxes }: Figure, id: string): Box {
  const box = boxes.find((candidate) => candidate.id === id);
  if (!box)
    throw new Error(`No box has the id ${id}. Name one of ${boxes.map((each) => each.id).join(', ')}.`);
  return box;
}

/** Columns of a terminal: two for a Japanese character. */
const stringWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0), 0);

const round = (value: number): number => Math.round(value * 10) / 10;
const textIn = (texts: Readonly<Record<string, string>> | string, locale: string): string =>
  typeof texts === 'string' ? texts : (texts[locale] ?? '');
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
