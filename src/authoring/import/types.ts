/** Model of an imported text, whatever its format, and of the page made from it. */

/** How the text is written. */
export type SourceFormat = 'markdown' | 'rest' | 'plain';

/** Something that was decided on weak grounds, or that could not be carried over: for the writer to look at. */
export interface Uncertain {
  /** Lines of the old text, from 1, first and last. */
  readonly line: number;
  readonly endLine: number;
  /** The finding and its treatment, in one sentence. */
  readonly message: string;
  /** Instruction for the writer, in one sentence. */
  readonly fix: string;
}

export interface Imported {
  readonly format: SourceFormat;
  readonly mdx: string;
  /** In the order of the old text; each is marked in `mdx` too. */
  readonly uncertain: readonly Uncertain[];
}

export interface SourcePosition {
  readonly line: number;
  readonly endLine: number;
  /** Prefix of each of its lines in the page: the indentation of a list, the `> ` of a quote. */
  readonly indent: string;
}

/** Role that a label gives to the block after it. */
export type LabelRole = 'command' | 'env' | 'check' | 'result';

/** A part of the old text, its prose in Markdown already. */
export type SourceBlock =
  | (SourcePosition & {
      readonly kind: 'heading';
      readonly text: string;
      readonly depth: number;
      readonly anchor?: string;
    })
  | (SourcePosition & { readonly kind: 'prose'; readonly lines: readonly string[] })
  | (SourcePosition & { readonly kind: 'label'; readonly role: LabelRole; readonly text: string })
  | CodeBlock
  | (SourcePosition & {
      readonly kind: 'admonition';
      readonly type: string;
      readonly title: string;
      readonly blocks: readonly SourceBlock[];
    })
  | (SourcePosition & { readonly kind: 'quote'; readonly blocks: readonly SourceBlock[] })
  | (SourcePosition & { readonly kind: 'doubt'; readonly message: string; readonly fix: string });

export interface CodeBlock extends SourcePosition {
  readonly kind: 'code';
  readonly body: readonly string[];
  readonly lang?: string;
  readonly title?: string;
}

export type StepRole = 'env' | 'check' | 'command';

/** A part of the page. */
export type ImportedItem =
  | Exclude<SourceBlock, { kind: 'label' | 'code' | 'admonition' | 'quote' }>
  | (SourcePosition & {
      readonly kind: 'step';
      readonly role: StepRole;
      readonly body: readonly string[];
      readonly title?: string;
    })
  | (SourcePosition & { readonly kind: 'result'; readonly body: readonly string[]; readonly title?: string })
  | (SourcePosition & {
      readonly kind: 'fence';
      readonly lang: string;
      readonly body: readonly string[];
      readonly title?: string;
    })
  | (SourcePosition & { readonly kind: 'elapse'; readonly duration: string })
  | (SourcePosition & {
      readonly kind: 'container';
      /** Of an admonition: its type and title, as in `note[Title]`; a quote has none. */
      readonly name?: string;
      readonly items: readonly ImportedItem[];
    });

/** A text taken apart. */
export interface Document {
  readonly blocks: readonly SourceBlock[];
  readonly title?: string;
  /** Lines of front matter that the text has already. */
  readonly frontMatter?: readonly string[];
}
