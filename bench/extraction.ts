import { extractPage, type PageIdentity, parsePage } from '../src/procedure/index.ts';
import { median } from './median.ts';

export interface ExtractionTimes {
  /** Median milliseconds of parsing the page. */
  readonly parseMs: number;
  /** Median milliseconds of extracting it from the parsed tree. */
  readonly extractMs: number;
}

const STEPS = 200;
const ROUNDS = 20;
/** The first rounds teach the engine the code; they are not counted. */
const WARM_UP = 5;

const identity: PageIdentity = { id: 'bench/page', file: 'docs/bench/page.mdx', locale: 'ja' };

/** Measures the extraction of a long page beside the parsing that every page needs anyway. */
export function measureExtraction(): ExtractionTimes {
  const source = generatePage(STEPS);
  const parse: number[] = [];
  const extract: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const start = performance.now();
    const tree = parsePage(source);
    const parsed = performance.now();
    const { page, problems } = extractPage(tree, source, identity);
    const extracted = performance.now();
    if (page?.steps.length !== STEPS)
      throw new Error(`The generated page is wrong: ${JSON.stringify(problems[0])}`);
    if (round < 0) continue;
    parse.push(parsed - start);
    extract.push(extracted - parsed);
  }
  return { parseMs: median(parse), extractMs: median(extract) };
}

/** A page like those of a course: a heading, a sentence, a command and its result example for each step. */
function generatePage(steps: number): string {
  const frontMatter = '---\ntitle: Bench\ntejun:\n  requires: []\n---\n';
  return frontMatter + Array.from({ length: steps }, (_, index) => generateStep(index)).join('\n');
}

function generateStep(index: number): string {
  const result = index % 2 === 0 ? textResult(index) : jsonResult(index);
  return `
## ${index}. \`example-bucket-${index}\` {/* #part-${index} */}

次の **コマンド** を実行します。See [the manual](https://docs.aws.amazon.com/cli/).

\`\`\`bash command id=list-${index} timeout=30s
cat << END > "policy-${index}.json"
{ "Version": "2012-10-17", "Statement": [] }
END
aws s3 ls "s3://example-bucket-${index}" --no-cli-pager
\`\`\`

${result}
`;
}

function textResult(index: number): string {
  return `\`\`\`text result match=contains\n2021-12-20 09:00:00 example-bucket-${index}\n\`\`\``;
}

function jsonResult(index: number): string {
  const vpc = { CidrBlock: '10.0.0.0/16', State: 'available', OwnerId: 'XXXXXXXXXXXX', IsDefault: false };
  return `\`\`\`json result\n${JSON.stringify({ Vpcs: [{ ...vpc, VpcId: `vpc-${index}` }] }, null, 4)}\n\`\`\``;
}
