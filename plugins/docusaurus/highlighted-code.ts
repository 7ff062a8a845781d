import type { Plugin } from '@docusaurus/types';

/** Code comes painted (`plugins/remark/highlight-code.ts`): the highlighter of Docusaurus's theme stays out of the browser. */
export default function paintedCode(): Plugin {
  return {
    name: 'tejun-painted-code',
    configureWebpack: () => ({ resolve: { alias: { 'prism-react-renderer$': false } } }),
  };
}

/** For what else the theme sets off like code; the paints themselves are in `src/theme/CodeBlock/Content`. */
export const codeTheme = {
  plain: { color: 'var(--code-text)', backgroundColor: 'var(--code-ground)' },
  styles: [],
};
