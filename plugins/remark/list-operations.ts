import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { coverage, type ServiceCoverage } from '../../src/aws/sandbox/coverage.ts';

const ELEMENT = 'SimulatedOperations';

/**
 * Replaces `<SimulatedOperations />` by the operations that the sandbox simulates, a service an item that can be
 * unfolded. They come from the code when the site is built: the page cannot promise more than there is.
 */
export default function listOperations() {
  return async (tree: Root): Promise<void> => {
    const places: { parent: { children: RootContent[] }; index: number }[] = [];
    visit(tree, 'mdxJsxFlowElement', (node, index, parent) => {
      if (node.name === ELEMENT && parent && index !== undefined)
        places.push({ parent: parent as { children: RootContent[] }, index });
    });
    if (places.length === 0) return;
    const items = (await coverage()).map(unfoldable);
    for (const { parent, index } of places.toReversed()) parent.children.splice(index, 1, ...items);
  };
}

function unfoldable({ service, simulated, absent }: ServiceCoverage): RootContent {
  const count = `: ${simulated.length} / ${simulated.length + absent.length}`;
  return element('details', [
    element('summary', [
      { type: 'inlineCode', value: service },
      { type: 'text', value: count },
    ]),
    { type: 'paragraph', children: [{ type: 'text', value: simulated.join(', ') }] },
  ]);
}

const element = (name: string, children: unknown[]): RootContent =>
  ({ type: 'mdxJsxFlowElement', name, attributes: [], children }) as unknown as RootContent;
