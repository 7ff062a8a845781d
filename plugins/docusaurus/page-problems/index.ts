import type { LoadContext, Plugin } from '@docusaurus/types';
import { tellOfPage } from './tell.ts';

/** What of the bundler is used here: rspack's and webpack's compilers have it. */
interface Compiler {
  readonly hooks: {
    readonly afterCompile: { tap(name: string, listen: (compilation: Compilation) => void): void };
  };
}
interface Compilation {
  errors: Error[];
}

/** Shows what is wrong in a page as `doctest` does, in the terminal and over the page, without the loaders' stacks. */
export default function pageProblems(context: LoadContext): Plugin {
  const name = 'tejun-page-problems';
  const apply = (compiler: Compiler) =>
    compiler.hooks.afterCompile.tap(name, (compilation) => {
      compilation.errors = compilation.errors.flatMap((error) => tellOfPage(error, context.siteDir));
    });
  return { name, configureWebpack: () => ({ plugins: [{ apply }] }) };
}
