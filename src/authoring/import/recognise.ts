import { fullWidthRule } from '../lint/index.ts';
import { doubt } from './items.ts';
import { readLabel } from './labels.ts';
import { classifyCode } from './rules/index.ts';
import type { CodePart } from './rules/types.ts';
import { sectionOf } from './sections.ts';
import type { CodeBlock, ImportedItem, LabelRole, SourceBlock } from './types.ts';

type Label = Extract<SourceBlock, { kind: 'label' }>;

/** Facts about the blocks before, across lists and admonitions. */
interface Memory {
  label?: Label;
  /** Line of the last step, as long as it has no result example. */
  step?: number;
}

/** Makes items of a page of the blocks of a text: each block of code gets its role. */
export function recognise(blocks: readonly SourceBlock[]): ImportedItem[] {
  const memory: Memory = {};
  return [...itemsOf(blocks, memory), ...unusedLabel(memory)];
}

function itemsOf(blocks: readonly SourceBlock[], memory: Memory): ImportedItem[] {
  return blocks.flatMap((block, index): ImportedItem[] => {
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
        const name = `${type}${title ? `[${title}]` : ''}`;
        return [
          ...unusedLabel(memory),
          { ...place, kind: 'container', name, items: itemsOf(inside, memory) },
        ];
      }
      case 'quote': {
        const { blocks: inside, ...place } = block;
        return [...unusedLabel(memory), { ...place, kind: 'container', items: itemsOf(inside, memory) }];
      }
      case 'doubt':
        return [block];
      case 'heading': {
        const role = roleOfHeading(block.text, blocks[index + 1], memory);
        if (role) {
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

/** `### Output` right above a block is a label, if the block is what it says. */
function roleOfHeading(text: string, next: SourceBlock | undefined, { step }: Memory): LabelRole | undefined {
  const role = next?.kind === 'code' ? readLabel(`${text}:`)?.role : undefined;
  if (next?.kind !== 'code' || !role || sectionOf(text) !== undefined) return undefined;
  return classifyCode(next, { label: role, step }).some(isRun) ? role : undefined;
}

const isRun = ({ kind }: CodePart) => kind === 'step' || kind === 'result';

/** A label that no block follows is prose again. */
function unusedLabel(memory: Memory): ImportedItem[] {
  const { label } = memory;
  memory.label = undefined;
  if (!label) return [];
  const { role, text, ...place } = label;
  const why =
    role === 'result' && memory.step === undefined
      ? doubt(place, NO_COMMAND, 'Put the command that prints it before the label, or remove the label.')
      : doubt(
          place,
          `Nothing that looks like a ${role === 'result' ? 'result' : 'command'} follows this label.`,
          'Put what belongs to it into a fence, or remove the label.',
        );
  return [why, { ...place, kind: 'prose', lines: [text] }];
}

const NO_COMMAND = 'No command without a result stands before this label.';

function codeItems(code: CodeBlock, memory: Memory): ImportedItem[] {
  if (code.body.every((line) => line.trim() === '')) return unusedLabel(memory);
  // A label stands close to its block: another step begins with every other label.
  const pieces = classifyCode(code, { label: memory.label?.role, step: memory.step });
  const unused = pieces.some(isRun) ? [] : unusedLabel(memory);
  memory.label = undefined;
  const items = pieces.flatMap((piece): ImportedItem[] => {
    if (piece.kind === 'step') memory.step = piece.line;
    if (piece.kind === 'result') memory.step = undefined;
    return itemsOfPiece(piece, code);
  });
  return [...unused, ...items];
}

function itemsOfPiece(
  { doubt: why, line, ...piece }: CodePart,
  { indent, endLine }: CodeBlock,
): ImportedItem[] {
  const place = { line, endLine: Math.max(line, Math.min(endLine, line + piece.body.length)), indent };
  const doubts = why ? [doubt(place, why.message, why.fix)] : [];
  if (piece.kind === 'result') {
    const body = piece.body.map(withoutColours);
    const isChanged = body.some((text, index) => text !== piece.body[index]);
    return [...doubts, ...(isChanged ? [doubt(place, COLOURS, LOOK)] : []), { ...piece, body, ...place }];
  }
  const [wrong] = piece.kind === 'step' ? fullWidthRule.find(piece.body.join('\n')) : [];
  if (wrong)
    doubts.push(
      doubt(place, wrong.message, `${wrong.fix} tejun lint --fix corrects all that is beyond doubt.`),
    );
  return [...doubts, { ...piece, ...place }];
}

const COLOURS = 'Escape sequences of a terminal, such as colours, were taken out of this result.';
const LOOK = 'Look whether it shows what the terminal showed.';

/** Control sequences of a terminal: ECMA-48, "CSI". */
const withoutColours = (text: string): string => text.replace(/\p{Cc}\[[0-?]*[ -/]*[@-~]/gu, '');
