export function copyStates(root: string, copies: string): () => number;
