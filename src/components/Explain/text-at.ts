/** The offset in the text of a block at a point of the window; undefined where the point is beside the text. */
export function wordAt(block: HTMLElement, x: number, y: number): number | undefined {
  const caret = caretAt(x, y);
  if (!caret || !block.contains(caret.node)) return undefined;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(caret.node, caret.offset);
  const at = before.toString().length;
  // The caret is between two characters, or at the end of the line: the point must be on one of them.
  return [at - 1, at].find((one) => one >= 0 && isOn(rangeOf(block, one, one + 1), x, y));
}

/** The range of a stretch of a block's text. */
export function rangeOf(block: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (start >= at && start < at + length) range.setStart(node, start - at);
    if (end > at && end <= at + length) range.setEnd(node, end - at);
    at += length;
  }
  return range;
}

const isOn = (range: Range, x: number, y: number): boolean =>
  [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  );

function caretAt(x: number, y: number): { readonly node: Node; readonly offset: number } | undefined {
  if (document.caretPositionFromPoint) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret ? { node: caret.offsetNode, offset: caret.offset } : undefined;
  }
  const range = document.caretRangeFromPoint(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}
