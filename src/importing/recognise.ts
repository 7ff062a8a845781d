import { doubt } from './doubts.ts';
import { readLabel } from './labels.ts';
import { classify } from './rules/index.ts';
import type { Piece } from './rules/types.ts';
import { sectionOf } from './sections.ts';
import type { Block, CodeBlock, Item, LabelRole } from './types.ts';

type Label = Extract<Block, { kind: 'label' }>;

/** What is known of the blocks before, across lists and remarks. */
interface Memory {
  label?: Label;
  /** Line of the last step, as long as it has no result example. */
  step?: number;
}

/** Makes items of a page of the blocks of a text: each block of code gets its role. */
export function recognise(blocks: readonly Block[]): Item[] {
  const memory: Memory = {};
  return [...itemsOf(blocks, memory), ...unusedLabel(memory)];
}

function itemsOf(blocks: readonly Block[], memory: Memory): Item[] {
  return blocks.flatMap((block, index): Item[] => {
    switch (block.kind) {
      case 'label': {
        const unused = unusedLabel(memory);
        memory.label = block;
        return unused;
      }
      case 'code':
        return codeItems(block, memory);
      case 'admonition': {
        const { type, title, blocks: inside, ...place } = block;
        const open = `:::${type}${title ? `[${title}]` : ''}`;
        return [
          ...unusedLabel(memory),
          { ...place, kind: 'container', open, close: ':::', items: itemsOf(inside, memory) },
        ];
      }
      case 'quote': {
        const { blocks: inside, ...place } = block;
        return [
          ...unusedLabel(memory),
          { ...place, kind: 'container', open: '', close: '', items: itemsOf(inside, memory) },
        ];
      }
      case 'doubt':
        return [block];
      case 'heading': {
        const role = blocks[index + 1]?.kind === 'code' ? readLabel(`${block.text}:`)?.role : undefined;
        if (role && sectionOf(block.text) === undefined) {
          const { text, line, endLine, indent } = block;
          const unused = unusedLabel(memory);
          memory.label = { kind: 'label', role, text, line, endLine, indent };
          return unused;
        }
        memory.step = undefined;
        return [...unusedLabel(memory), block];
      }
      default:
        return [...unusedLabel(memory), block];
    }
  });
}

/** A label that no block follows is prose again. */
function unusedLabel(memory: Memory): Item[] {
  const { label } = memory;
  memory.label = undefined;
  if (!label) return [];
  const { role, text, ...place } = label;
  const message = `Nothing that looks like a ${role === 'result' ? 'result' : 'command'} follows this label.`;
  return [
    doubt(place, message, 'Put what belongs to it into a fence, or remove the label.'),
    { ...place, kind: 'prose', lines: [text] },
  ];
}

function codeItems(code: CodeBlock, memory: Memory): Item[] {
  if (code.body.every((line) => line.trim() === '')) return unusedLabel(memory);
  const label: LabelRole | undefined = memory.label?.role;
  memory.label = undefined;
  // A label stands close to its block: another step begins with every other label.
  const pieces = classify(code, { label, step: memory.step });
  return pieces.flatMap((piece): Item[] => {
    if (piece.kind === 'step') memory.step = piece.line;
    if (piece.kind === 'result') memory.step = undefined;
    return itemsOfPiece(piece, code);
  });
}

function itemsOfPiece({ doubt: why, line, ...piece }: Piece, { indent, endLine }: CodeBlock): Item[] {
  const place = { line, endLine: Math.max(line, Math.min(endLine, line + piece.body.length)), indent };
  const item: Item = { ...piece, ...place };
  return why ? [doubt(place, why.message, why.mend), item] : [item];
}
