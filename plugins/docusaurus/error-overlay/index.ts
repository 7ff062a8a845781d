import type { LoadContext, Plugin } from '@docusaurus/types';
import { checkPages } from '../../../src/procedure/index.ts';
import { inShownLanguage, readDocs } from '../read-docs.ts';
import { asError, pageErrors } from './page-errors.ts';

/** Part of the bundler used here: the compilers of rspack and webpack have it. */
interface Compiler {
  readonly hooks: {
    readonly afterCompile: { tap(name: string, listen: (compilation: Compilation) => void): void };
  };
}
interface Compilation {
  readonly compiler: { isChild(): boolean };
  errors: Error[];
}

/** Shows what is wrong in a page, and between pages, as `doctest` does, in the terminal and over the page, without the loaders' stacks. */
export default function pageProblems(context: LoadContext): Plugin {
  const name = 'tejun-page-problems';
  let between: readonly Error[] = [];
  const apply = (compiler: Compiler) =>
    compiler.hooks.afterCompile.tap(name, (compilation) => {
      const ofPages = compilation.errors.flatMap((error) =>
        pageErrors(error, context.siteDir, context.i18n.defaultLocale),
      );
      // A child makes the frame of the page, over which all this is shown: what fails it would stand in its place.
      compilation.errors = compilation.compiler.isChild() ? ofPages : [...ofPages, ...between];
    });
  return {
    name,
    async allContentLoaded({ allContent }) {
      const docs = readDocs(allContent, context);
      // A page that cannot be read would be missed by every page that requires it: say that once, not twice.
      const pages = docs.flatMap(({ page }) => (page ? inShownLanguage(page, context) : []));
      between = pages.length === docs.length ? checkPages(pages).map(asError) : [];
    },
    configureWebpack: () => ({ plugins: [{ apply }] }),
  };
}
