import type { ParameterStringFilter, ParametersFilter } from '@aws-sdk/client-ssm';
import { ServiceError } from '../../operation/index.ts';
import { checkPath, isUnder } from './names.ts';
import { ssmValidationError } from './ssm-errors.ts';
import { latestOf, type Parameter } from './state.ts';

/** Valid values of keys that have a closed list. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  Type: ['String', 'StringList', 'SecureString'],
  Tier: ['Standard', 'Advanced', 'Intelligent-Tiering'],
};

/** The texts of a parameter that a key compares; a function of its newest version. */
const TEXTS: Readonly<Record<string, (parameter: Parameter) => readonly (string | undefined)[]>> = {
  Name: ({ name }) => [name],
  Type: (parameter) => [latestOf(parameter).type],
  KeyId: (parameter) => [latestOf(parameter).keyId],
  Tier: (parameter) => [latestOf(parameter).tier],
  DataType: (parameter) => [latestOf(parameter).dataType],
  Label: (parameter) => [...latestOf(parameter).labels],
};

/** Filters as DescribeParameters takes them. Throws InvalidFilterKey, InvalidFilterOption or InvalidFilterValue. */
export function filterDescribed(
  parameters: readonly Parameter[],
  filters: readonly ParameterStringFilter[],
): readonly Parameter[] {
  return select(parameters, filters, ['Path', 'Name', 'Type', 'KeyId', 'Tier']);
}

/** Filters as GetParametersByPath takes them, which has a path of its own. */
export function filterByPath(
  parameters: readonly Parameter[],
  filters: readonly ParameterStringFilter[],
): readonly Parameter[] {
  return select(parameters, filters, ['Type', 'KeyId', 'Label']);
}

/** Filters of the older member, which match the beginning of a name. */
export function filterOld(
  parameters: readonly Parameter[],
  filters: readonly ParametersFilter[],
): readonly Parameter[] {
  return filterDescribed(
    parameters,
    filters.map(({ Key, Values }) => ({ Key, Values, Option: Key === 'Name' ? 'BeginsWith' : 'Equals' })),
  );
}

function select(
  parameters: readonly Parameter[],
  filters: readonly ParameterStringFilter[],
  keys: readonly string[],
): readonly Parameter[] {
  for (const filter of filters) check(filter, filters, keys);
  return parameters.filter((parameter) => filters.every((filter) => matches(parameter, filter)));
}

function check(
  { Key = '', Option = optionOf(Key), Values = [] }: ParameterStringFilter,
  all: readonly ParameterStringFilter[],
  keys: readonly string[],
): void {
  // DataType and tags are taken by DescribeParameters, though AWS's text does not list them.
  const more = keys.includes('Path') && (Key === 'DataType' || Key.startsWith('tag:'));
  if (!keys.includes(Key) && !more)
    throw new ServiceError(
      400,
      'InvalidFilterKey',
      `The following filter key is not valid: ${Key}. Valid filter keys include: [${keys.join(', ')}].`,
    );
  if (all.filter((filter) => filter.Key === Key).length > 1)
    throw ssmValidationError(
      `The following filter is duplicated in the request: ${Key}. A request can contain only one occurrence of a specific filter.`,
    );
  if (Values.length === 0 && !Key.startsWith('tag:'))
    throw new ServiceError(
      400,
      'InvalidFilterValue',
      `The following filter values are missing : null for filter key ${Key}.`,
    );
  checkOption(Key, Option);
  if (Key === 'Path') for (const path of Values) checkPath(path);
  const allowed = VALUES[Key];
  const wrong = Values.find((value) => allowed && !allowed.includes(value));
  if (wrong !== undefined)
    throw new ServiceError(
      400,
      'InvalidFilterOption',
      `The following filter value is not valid: ${wrong}. Valid values include: [${allowed?.join(', ')}].`,
    );
}

const optionOf = (key: string) => (key === 'Path' ? 'OneLevel' : 'Equals');

function checkOption(key: string, option: string): void {
  const shown = key === 'Path' ? ['Recursive', 'OneLevel'] : ['BeginsWith', 'Equals'];
  const allowed = key === 'Name' ? [...shown, 'Contains'] : shown;
  if (allowed.includes(option)) return;
  throw new ServiceError(
    400,
    'InvalidFilterOption',
    `The following filter option is not valid: ${option}. Valid options include: [${shown.join(', ')}].`,
  );
}

function matches(
  parameter: Parameter,
  { Key = '', Option = optionOf(Key), Values = [] }: ParameterStringFilter,
): boolean {
  if (Key === 'Path') return Values.some((path) => isUnder(parameter.name, path, Option === 'Recursive'));
  if (Key.startsWith('tag:')) {
    const value = parameter.tags.get(Key.slice('tag:'.length));
    return (
      value !== undefined && (Values.length === 0 || Values.some((wanted) => compare(value, wanted, Option)))
    );
  }
  const texts = TEXTS[Key]?.(parameter) ?? [];
  return texts.some((text = '') => Values.some((wanted) => compare(text, wanted, Option, Key === 'Name')));
}

/** A name matches with its first slash and without it. */
function compare(text: string, wanted: string, option: string, isName = false): boolean {
  const [a, b] = isName ? [text, wanted].map((one) => one.replace(/^\//, '')) : [text, wanted];
  if (a === undefined || b === undefined) return false;
  if (option === 'BeginsWith') return a.startsWith(b);
  return option === 'Contains' ? text.includes(wanted) : a === b;
}
