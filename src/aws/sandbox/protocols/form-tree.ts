/** Form parameters such as `Filter.1.Value.2=x`, as a tree along their dots. */
export interface FormTree {
  value?: string;
  readonly children: Map<string, FormTree>;
}

export function formTree(parameters: Iterable<[string, string]>): FormTree {
  const root: FormTree = { children: new Map() };
  for (const [name, value] of parameters) {
    let node = root;
    for (const part of name.split('.')) node = child(node, part);
    // AWS takes the first of two parameters with one name.
    node.value ??= value;
  }
  return root;
}

/** The children `1`, `2`, ... in the order of their numbers. */
export function numbered(tree: FormTree | undefined): FormTree[] {
  return [...(tree?.children ?? [])]
    .filter(([name]) => /^\d{1,9}$/.test(name))
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, node]) => node);
}

function child(node: FormTree, name: string): FormTree {
  let next = node.children.get(name);
  if (!next) {
    next = { children: new Map() };
    node.children.set(name, next);
  }
  return next;
}
