import type { AwsFiles } from '../../../src/aws/cli/index.ts';

type Node = { readonly content?: Uint8Array; readonly modified: Date };

/** Files in memory by absolute path; folders have no content. */
export class MemoryFiles implements AwsFiles {
  readonly nodes = new Map<string, Node>();
  readonly #made: Date;

  constructor(files: Readonly<Record<string, Uint8Array | undefined>>, made: Date) {
    this.#made = made;
    this.#folder('/');
    for (const [path, content] of Object.entries(files)) {
      this.#folder(content ? path.slice(0, path.lastIndexOf('/')) : path.replace(/\/$/, ''));
      if (content) this.nodes.set(path, { content, modified: made });
    }
  }

  async read(path: string) {
    return this.nodes.get(path)?.content;
  }
  async stat(path: string) {
    const node = this.nodes.get(path.length > 1 ? path.replace(/\/$/, '') : path);
    if (!node) return undefined;
    const kind = node.content ? ('file' as const) : ('folder' as const);
    return { kind, size: node.content?.length ?? 0, modified: node.modified };
  }
  async list(folder: string) {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    const inside = [...this.nodes.keys()].filter((path) => path.startsWith(prefix) && path !== prefix);
    return inside.map((path) => path.slice(prefix.length)).filter((name) => !name.includes('/'));
  }
  async write(path: string, content: Uint8Array) {
    this.nodes.set(path, { content, modified: this.#made });
  }
  async makeFolder(path: string) {
    this.#folder(path);
  }
  async remove(path: string) {
    this.nodes.delete(path);
  }
  async setModified(path: string, modified: Date) {
    const node = this.nodes.get(path);
    if (node) this.nodes.set(path, { ...node, modified });
  }

  #folder(path: string): void {
    const parts = path.split('/').filter(Boolean);
    for (let depth = 0; depth <= parts.length; depth++) {
      const folder = `/${parts.slice(0, depth).join('/')}`;
      if (!this.nodes.has(folder)) this.nodes.set(folder, { modified: this.#made });
    }
  }
}
