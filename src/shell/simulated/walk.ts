interface Node {
  readonly type: string;
}

/** Visits every node of a syntax tree, children first: a visitor may replace them. */
export function eachNode(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) eachNode(item, visit);
  } else if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) eachNode(child, visit);
    if ('type' in value && typeof value.type === 'string') visit(value as Node);
  }
}

/** Tells whether the tree has a node of this type. */
export function containsNode(value: unknown, type: string): boolean {
  let found = false;
  eachNode(value, (node) => {
    found ||= node.type === type;
  });
  return found;
}
