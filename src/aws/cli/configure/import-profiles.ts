import type { Value } from '../argparse/index.ts';
import { printedOutput } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import { generalError } from '../failures.ts';
import { loadFile } from '../parameters/index.ts';
import type { AwsHost, AwsOutput } from '../types.ts';
import { runSet } from './set.ts';

/** Headers of the console's file. Source: awscli/customizations/configure/importer.py. */
const HEADERS = ['User Name', 'Access Key ID', 'Secret Access key'];

/** Runs `aws configure import --csv file://credentials.csv`: a profile for each row, named after its user. */
export async function runImport(
  values: ReadonlyMap<string, Value>,
  globals: Globals,
  host: AwsHost,
): Promise<AwsOutput> {
  const csv = String(await loadFile('--csv', String(values.get('csv')), host));
  const rows = readCsv(csv, values.has('skip-invalid'));
  const prefix = String(values.get('profile-prefix') ?? '');
  for (const [name = '', accessKeyId = '', secret = ''] of rows) {
    const profile = { ...globals, profile: prefix + name };
    const keys = { aws_access_key_id: accessKeyId, aws_secret_access_key: secret };
    for (const [varname, value] of Object.entries(keys))
      await runSet(new Map(Object.entries({ varname, value })), profile, host);
  }
  return printedOutput(`Successfully imported ${rows.length} profile(s)\n`);
}

/** Reads the values under the three headers, row by row. Throws for a row without one of them, unless such rows are skipped. */
function readCsv(csv: string, skipsInvalid: boolean): string[][] {
  if (csv.trim() === '') throw generalError('Provided CSV contains no contents');
  const [head = '', ...rows] = csv.replace(/\r?\n$/, '').split(/\r?\n/);
  const names = head.split(',').map((name) => name.toLowerCase().trim());
  const places = HEADERS.map((header) => {
    const place = names.indexOf(header.toLowerCase());
    if (place < 0) throw generalError(`Expected header "${header}" not found`);
    return place;
  });
  return rows.flatMap((row, index) => {
    const columns = row.split(',').map((column) => column.trim());
    const missing = HEADERS.find((_, at) => !columns[places[at] ?? -1]);
    if (missing === undefined) return [places.map((place) => columns[place] ?? '')];
    if (skipsInvalid) return [];
    throw generalError(`Failed to parse entry #${index + 1}: Row missing value for header "${missing}"`);
  });
}
