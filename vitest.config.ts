import { defineConfig } from 'vitest/config';

const bundle = 'test/cli/bundle.ts';

/**
 * Tests that need more than Node.js (the built command line, git, real clients and shells or what these were recorded to
 * do, the built site in a browser), and those that go through all of the sandbox, of the site's pages or of the sources.
 */
const slow = {
  cli: [
    'test/bin/**/*.test.ts',
    'test/architecture/layers.test.ts',
    'test/cli/**/*.test.ts',
    'test/tools/{mutants,prose,release}.test.ts',
    'test/authoring/import/{no-line-lost,seed}.test.ts',
    'test/aws/sandbox/{perform,operation/validate}.test.ts',
    'test/aws/sandbox/services/{event-chains,cloudformation/every-type,cloudformation/stacks,iam/every-operation,iam/pages}.test.ts',
    'test/docs/{course-rules,durations,matching-samples,policies}.test.ts',
    'test/doctest/{changed-examples,engine/watched-plan,update/plan-updates}.test.ts',
    'test/practice/course.test.ts',
    'test/project/writers.test.ts',
    'test/shell/browser-entry.test.ts',
    'test/plugins/vitest/**/*.test.ts',
    'test/github/{action,workflows}.test.ts',
    'test/security/{linear-time,tampered-recording}.test.ts',
    'test/session/engine/session-actions.test.ts',
    'test/translation/{sync,work}.test.ts',
    'test/translation/files/{git-history,move,outdated,site,start,strings}.test.ts',
  ],
  clients: [
    'test/aws/cli/commands/run-command.test.ts',
    'test/aws/sandbox/http/**/*.test.ts',
    'test/aws/sandbox/protocols/round-trip.test.ts',
    'test/contract/**/*.test.ts',
    'test/doctest/full-disk.test.ts',
    'test/doctest/recording/journal/**/*.test.ts',
    'test/doctest/targets/**/*.test.ts',
    'test/shell/bash/**/*.test.ts',
    'test/shell/{contract,fixtures,isolation,recovery}.test.ts',
  ],
  // The others there need no site: they test modules of `src/site`.
  site: ['test/site/!(course-groups|duration|fence-metadata|highlight|kept-courses|page-data).test.ts'],
};

/** Modules that only a build by Docusaurus has, for the components that use them. */
const inPlaceOfDocusaurus = {
  '@docusaurus/Translate': `${import.meta.dirname}/test/components/docusaurus/translate.ts`,
  '@docusaurus/Link': `${import.meta.dirname}/test/components/docusaurus/link.ts`,
  '@generated/tejun-courses/default/courses.json': `${import.meta.dirname}/test/components/docusaurus/courses.ts`,
};

const project = (name: string, include: string[], globalSetup: string[], exclude: string[] = []) => ({
  resolve: { alias: inPlaceOfDocusaurus },
  test: {
    name,
    include,
    globalSetup,
    exclude: ['test/fixtures/**', 'node_modules/**', ...exclude],
    // To load the sources for each suite takes longer than most suites: those without processes share what is loaded.
    isolate: name !== 'unit',
    // Vitest would leave one core of a small machine alone: it idles while a process or a browser is waited for.
    maxWorkers: '100%',
    sequence: { groupOrder: name === 'unit' ? 0 : 1 },
    // Tests read English, whatever the language of the person who runs them.
    env: { LC_ALL: '', LC_MESSAGES: 'C' },
    setupFiles: name === 'unit' ? ['test/restore-globals.ts'] : [],
    // Suites that start the real command line or a browser need more than Vitest's 5 s on a busy machine.
    testTimeout: name === 'site' ? 180_000 : 60_000,
    hookTimeout: 120_000,
    // On a busy machine of CI a browser or a process may answer too late once, and a property may meet a rare
    // counterexample that no change has to do with. `.ci/run` names each such test, with why it failed first.
    retry: process.env.CI ? 1 : 0,
    // A page a core, in suites whose tests run side by side.
    maxConcurrency: 2,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', ['test/**/*.test.ts'], [], Object.values(slow).flat()),
      project('cli', slow.cli, [bundle]),
      project('clients', slow.clients, [bundle]),
      project('site', slow.site, [bundle, 'test/site/shared-build.ts']),
    ],
  },
});
