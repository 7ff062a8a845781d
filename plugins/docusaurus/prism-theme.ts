/**
 * Colours of code for prism-react-renderer: names of variables, which `src/css/site.css` gives a value for each
 * colour mode, so that a page is painted right before its script has run.
 */
const paint = (name: string, ...types: string[]) => ({ types, style: { color: `var(--code-${name})` } });

export const prismTheme = {
  plain: { color: 'var(--code-text)', backgroundColor: 'var(--code-ground)' },
  styles: [
    paint('comment', 'comment'),
    paint('string', 'string', 'inserted', 'attr-value'),
    paint('name', 'property', 'variable', 'assign-left', 'environment', 'attr-name'),
    paint('word', 'keyword', 'builtin', 'function', 'boolean', 'number', 'tag', 'constant'),
    paint('quiet', 'punctuation', 'operator', 'parameter'),
  ],
};
