/**
 * Regular expressions that are built while the program runs, so that no checker sees them: how many places a file has, and
 * why their time is linear or bounded.
 */
export const BUILT_AT_RUN_TIME: Readonly<Record<string, readonly [places: number, reason: string]>> = {
  'src/aws/cli/parameters/skeleton.ts': [1, "a constant number in quotes, on the CLI's own skeleton"],
  'src/aws/cli/request/s3-handlers.ts': [2, "botocore's two patterns of bucket names, in the step's worker"],
  'src/aws/cli/s3/selection.ts': [1, "a page's own glob (--include, --exclude), in the step's worker"],
  'src/aws/sandbox/allowed-pattern/index.ts': [1, 'compiled to see whether it is one, and never run'],
  'src/aws/sandbox/operation/validate.ts': [
    1,
    'patterns of constraints, each of which patternsOfConstraints finds',
  ],
  'src/aws/sandbox/protocols/http-routes.ts': [
    1,
    "routes of AWS's models: labels without a slash, between slashes",
  ],
  'src/aws/sandbox/services/dynamodb/expressions/expression-parser.js': [
    1,
    'a class of characters, by peggy',
  ],
  'src/aws/sandbox/services/dynamodb/statements/statement-parser.js': [1, 'a class of characters, by peggy'],
  'src/aws/sandbox/services/ec2/key-material/index.ts': [1, 'lines of a fixed width, no loop without end'],
  'src/aws/sandbox/services/logs/filter-pattern/filter-parser.js': [1, 'a class of characters, by peggy'],
  'src/aws/sandbox/services/logs/filter-pattern/regex.ts': [1, 'one atom, on one character'],
  'src/cli/doctest-options.ts': [1, 'compiled to see whether it is one, and never run'],
  'src/doctest/report/step.ts': [1, 'what a person types for oneself (--step)'],
  'src/doctest/recording/scrub/scrubber.ts': [1, 'escaped values side by side: no loop'],
  'src/matching/values/opaque-token.ts': [1, 'a constant with one loop, from start to end'],
  'src/matching/values/pattern.ts': [
    2,
    'two loose parts at most, on pieces of 2,000 characters; one part at one place',
  ],
  'src/matching/values/placed-id.ts': [
    1,
    'parts of the expression above it, which is checked, from start to end',
  ],
  'src/matching/values/reader-values.ts': [1, 'escaped values side by side: no loop'],
  'src/matching/values/service-id.ts': [
    2,
    'parts of the expression above them, which is checked, from the start',
  ],
  'src/matching/values/timestamp.ts': [1, 'a constant without a loop'],
  'src/procedure/apply-variables.ts': [2, 'one class from start to end; escaped words side by side'],
  'src/procedure/flow-on.ts': [1, 'escaped values side by side: no loop'],
  'src/shell/bash/session-dir.ts': [1, 'the path of the home: no loop'],
  'src/shell/simulated/commands/filter-commands.ts': [
    1,
    'three repetitions and no repeated group, on 1,000 characters (refusalOf)',
  ],
  'src/shell/simulated/commands/text-commands.ts': [1, "a number of columns of `wc`, in the step's worker"],
  'src/shell/simulated/endless-syntax.ts': [1, 'a copy of a literal, which is checked'],
};
