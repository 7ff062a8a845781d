import { coverage, coverageOf, type ServiceCoverage } from '../aws/sandbox/coverage.ts';
import { isServiceId, serviceIds } from '../aws/wire/models/index.ts';
import { say } from '../language/index.ts';
import { PASSED, USAGE_ERROR } from './exit-codes.ts';

/** Prints how many operations of each service the sandbox simulates, or which ones of one service. */
export async function printCoverage(service: string | undefined): Promise<number> {
  if (service === undefined) {
    console.log(tableOf(await coverage()));
    return PASSED;
  }
  if (!isServiceId(service)) {
    console.error(say`The sandbox has no service "${service}". It has ${serviceIds.join(', ')}.`);
    return USAGE_ERROR;
  }
  const { simulated, absent } = await coverageOf(service);
  console.log(listOf('simulated', simulated));
  console.log(listOf('refused', absent));
  return PASSED;
}

function tableOf(services: readonly ServiceCoverage[]): string {
  const counted = services.map(({ service, simulated, absent }) => ({
    service,
    count: simulated.length,
    all: simulated.length + absent.length,
  }));
  const sum = (key: 'count' | 'all'): number => counted.reduce((total, one) => total + one[key], 0);
  const rows = [...counted, { service: 'all', count: sum('count'), all: sum('all') }];
  const width = Math.max(...rows.map(({ service }) => service.length));
  return rows
    .map(
      ({ service, count, all }) => `${service.padEnd(width)}  ${`${count}`.padStart(4)} of ${all} operations`,
    )
    .join('\n');
}

const listOf = (title: string, names: readonly string[]): string =>
  [`${title} (${names.length})`, ...names.map((name) => `  ${name}`)].join('\n');
