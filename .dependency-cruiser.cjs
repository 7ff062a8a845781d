/**
 * Who may import whom: the layers of the project. `npm run imports` checks it.
 * A folder not named in a rule may be imported by anyone above it.
 */
const PURE =
  '^src/(procedure|matching|recording(?!/files)|aws/(wire|sandbox(?!/http/)|cli|manual)|translation(?!/(files|index|accept))|shell/(simulated|types|truncate-output|index)|practice|teaching|authoring/(lint|import|script))';
const OURS = '^(src|plugins|bin|bench)/';

/** `folder` may import, of ours, only itself and what is listed. */
const only = (folder, allowed, comment) => ({
  name: `${folder.replaceAll('/', '-')}-imports`,
  comment,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: OURS,
    pathNot: [`^src/${folder}/`, ...allowed.map((place) => `^src/${place}`)],
  },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two parts that need each other are one part.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'unresolved',
      comment: 'A name that nothing stands behind.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(@theme|@docusaurus|@generated|@site)' },
    },
    {
      name: 'pure-folders-know-no-node',
      comment: "These folders run in the reader's browser too: Web APIs only.",
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: ['core'] },
    },
    only('procedure', ['language/'], 'The model depends on nothing but words.'),
    only('matching', ['procedure/'], 'Matching knows the model, nothing else.'),
    only('aws/wire', [], 'How AWS is spoken: below the account and the CLI alike.'),
    only(
      'aws/sandbox',
      ['aws/wire/', 'language/', 'procedure/(types|closest-match|escape-reg-exp|source-text|yaml/)'],
      'The account knows no client; it shares the shape of a Problem, and what works on any text or YAML.',
    ),
    {
      name: 'only-the-command-line-and-targets-open-a-port',
      comment: 'src/aws/sandbox/http is the one folder that listens; the account itself must not load it.',
      severity: 'error',
      from: { path: '^(src|plugins)/', pathNot: '^src/(aws/sandbox/http|cli|doctest/targets)/' },
      to: { path: '^src/aws/sandbox/http/' },
    },
    only('aws/manual', [], 'The words of the CLI: pages show them without its code.'),
    only(
      'aws/cli',
      ['aws/wire/', 'aws/manual/'],
      "The CLI could talk to the real AWS: it knows no service's implementation.",
    ),
    only(
      'shell',
      ['aws/cli/', 'aws/wire/message/'],
      'The shell runs `aws` and `curl`, and knows no account.',
    ),
    only(
      'practice',
      ['procedure/', 'matching/', 'recording/(?!files)', 'shell/', 'aws/sandbox/', 'teaching/'],
      'Brings page, account and shell together.',
    ),
    only(
      'doctest',
      [
        'procedure/',
        'matching/',
        'recording/',
        'practice/',
        'shell/',
        'aws/sandbox/',
        'project/',
        'teaching/',
        'language/',
      ],
      'Plans, runs and reports.',
    ),
    only(
      'session',
      [
        'procedure/',
        'matching/',
        'recording/(?!files)',
        'practice/',
        'shell/',
        'aws/sandbox/',
        'aws/cli/',
        'teaching/',
      ],
      'A practice in the browser; knows no component that shows it.',
    ),
    only(
      'recording',
      ['procedure/', 'shell/', 'project/'],
      'What `aws` printed once, in its place; runs nothing.',
    ),
    only('language', [], 'Words of the command line: it knows no thing that they are about.'),
    only('teaching', [], 'From facts to causes: it asks nobody.'),
    only('verification', [], 'What readers are told of runs: every page of the site carries it.'),
    only('project', ['procedure/', 'language/'], 'Files of a project; runs nothing.'),
    only('translation', ['procedure/', 'project/', 'language/'], 'Pairs pages; runs nothing.'),
    only(
      'site',
      ['procedure/types', 'translation/types', 'session/types', 'verification/'],
      'What the build of the site and its pages both know.',
    ),
    {
      name: 'components-imports',
      comment: 'The site shows pages, sessions and results; it runs nothing by itself and reads no file.',
      severity: 'error',
      from: { path: '^src/(components|embedded|theme|pages)/' },
      to: {
        path: OURS,
        pathNot: [
          '^src/(components|embedded|theme|pages|css|procedure|matching|session|teaching|verification|site)/',
          '^src/translation/types',
          // By import() only: site-loads-shell-and-sandbox-on-demand.
          '^src/(practice|shell|aws)/',
        ],
      },
    },
    {
      name: 'plugins-imports',
      comment: 'The build of the site reads pages; it runs and writes none.',
      severity: 'error',
      from: { path: '^plugins/(docusaurus|remark)/' },
      to: {
        path: OURS,
        pathNot:
          '^(plugins/(docusaurus|remark)|src/(procedure|matching|project|recording|translation|session|verification|site|aws/sandbox))/',
      },
    },
    {
      name: 'vitest-imports',
      comment: 'Pages as tests in an editor: the engine is in src/doctest.',
      severity: 'error',
      from: { path: '^plugins/vitest/' },
      to: { path: OURS, pathNot: '^(plugins/vitest|src/(doctest|procedure|project))/' },
    },
    {
      name: 'no-folder-cycles',
      comment: 'Two concerns that need each other are one concern.',
      scope: 'folder',
      severity: 'error',
      from: { path: '^(src/[^/]+|src/aws/[^/]+|plugins)$' },
      to: { path: '^(src/[^/]+|src/aws/[^/]+|plugins)$', circular: true },
    },
    {
      name: 'pages-know-no-plugin',
      comment: 'What the build and the pages share is in src/site: neither imports the other.',
      severity: 'error',
      from: { path: '^src/(components|embedded|theme|pages|session|site)/' },
      to: { path: '^plugins/' },
    },
    {
      name: 'plugins-know-no-component',
      comment: 'What the build and the pages share is in src/site: neither imports the other.',
      severity: 'error',
      from: { path: '^plugins/' },
      to: { path: '^src/(components|embedded|theme|pages)/' },
    },
    only('authoring/lint', ['procedure/', 'language/'], 'Reads pages; runs nothing.'),
    only(
      'authoring/import',
      ['procedure/', 'authoring/lint/', 'language/'],
      'Makes pages of texts; runs nothing. What the linter finds in commands is said at once.',
    ),
    only('authoring/script', ['procedure/', 'shell/quoting'], 'Makes scripts of pages; runs nothing.'),
    only(
      'authoring/new',
      ['procedure/', 'project/', 'translation/', 'language/'],
      'Texts to begin with, in all languages of the project.',
    ),
    {
      name: 'services-know-no-other-service',
      comment: "What services share is the account's state, not each other.",
      severity: 'error',
      from: { path: '^src/aws/sandbox/services/([^/]+)/' },
      to: { path: '^src/aws/sandbox/services/', pathNot: '^src/aws/sandbox/services/($1/|[^/]+$)' },
    },
    {
      name: 'site-loads-shell-and-sandbox-on-demand',
      comment: 'A reader who runs nothing must not download them: import() only.',
      severity: 'error',
      from: { path: '^src/(components/(?!Terminal/)|embedded|theme|pages|session/[^/]+\\.ts$)' },
      to: {
        path: '^src/(shell|aws|practice|session/[^/]+|components/Terminal)/',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nobody-imports-cli',
      comment: 'Only the command line exits.',
      severity: 'error',
      from: { path: '^(src|plugins)/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'through-the-door',
      // doctest has a second door: the process that runs pages must not load what reads MDX. So has shell: bash needs
      // Node.js. So have procedure and project: a page, and what runs pages, must not load what reads MDX either. The
      // sandbox's account file, its server and the list of its operations are loaded without the account.
      comment: 'A folder is entered by its index.ts; types.ts may be used for types.',
      severity: 'error',
      from: { path: '^(src|plugins|bench)/([^/]+)/' },
      to: {
        path: '^src/(procedure|matching|recording|aws/(cli|manual|sandbox)|shell|practice|teaching|doctest|translation|authoring/(lint|import|new|script)|project|language|verification|session)/',
        pathNot: [
          '^src/((aws|authoring)/)?[^/]+/(index|types)\\.ts$',
          '^src/(doctest/engine/steps|shell/(bash/index|quoting))\\.ts$',
          '^src/recording/files/index\\.ts$',
          // The browser speaks English here: it has no need of the other languages.
          '^src/language/say\\.ts$',
          '^src/procedure/(answers|apply-variables|file-step|flow-on|is-hidden|run-facts|closest-match|escape-reg-exp|source-text|rule-names|(json|yaml)/index|read-page)\\.ts$',
          '^src/project/(layout|usage-error)\\.ts$',
          '^src/aws/sandbox/(account/index|http/index|coverage)\\.ts$',
          // A page that runs nothing loads these, and not what runs a practice.
          '^src/session/(terminal/index|session-state|local-storage|practice-pages)\\.ts$',
          '^$1/$2/',
        ],
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
