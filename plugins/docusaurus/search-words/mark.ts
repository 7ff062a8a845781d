/** Name of the style of what was searched for, in the site's style sheet. */
const FOUND = 'tejun-found';

/**
 * Marks words in a page without changing it, in the place of mark.js, of which the search plugin uses this much: elements
 * that another script puts around words get in the way of React. A browser without highlights shows the page unmarked.
 */
export default class Mark {
  readonly #root: Element;

  constructor(root: Element) {
    this.#root = root;
  }

  unmark(): void {
    if (typeof Highlight !== 'undefined') CSS.highlights.delete(FOUND);
  }

  mark(words: readonly string[]): void {
    if (typeof Highlight === 'undefined') return;
    const wanted = words.map((word) => word.toLowerCase()).filter((word) => word !== '');
    const texts = document.createTreeWalker(this.#root, NodeFilter.SHOW_TEXT);
    const ranges: Range[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      for (const word of wanted) ranges.push(...rangesOf(node, word));
    CSS.highlights.set(FOUND, new Highlight(...ranges));
  }
}

function rangesOf(node: Node, word: string): Range[] {
  const text = (node.nodeValue ?? '').toLowerCase();
  const ranges: Range[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const range = document.createRange();
    range.setStart(node, at);
    // Lower case can be longer than the text: then its end is as far as it goes.
    range.setEnd(node, Math.min(at + word.length, node.nodeValue?.length ?? 0));
    ranges.push(range);
  }
  return ranges;
}
