import { ServiceError } from '../../operation/index.ts';
import { ssmValidationError } from './ssm-errors.ts';

/** User Guide, "Requirements and constraints for parameter names". */
const MOST_LEVELS = 15;
const LONGEST = 1_011;

const PATH_RULES =
  'If formed as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the following 3 symbols .-_';

/** Checks the name of a parameter to be made. Texts are AWS's except where a line says that it is ours. */
export function checkName(name: string): void {
  if (/^\/?(aws|ssm)/i.test(name)) throw reserved(name);
  if (!/^[\w./-]+$/.test(name) || name.includes('//') || name.endsWith('/'))
    throw ssmValidationError(
      `Parameter name: can't be prefixed with "ssm" (case-insensitive). ${PATH_RULES}`,
    );
  if (name.includes('/') && !name.startsWith('/'))
    throw ssmValidationError('Parameter name must be a fully qualified name.');
  // Our wording.
  if (name.length > LONGEST)
    throw ssmValidationError(`Parameter name: must have length less than or equal to ${LONGEST}.`);
  if (name.split('/').length - 1 > MOST_LEVELS)
    throw new ServiceError(
      400,
      'HierarchyLevelLimitExceededException',
      // The model's sentence about this error.
      `A hierarchy can have a maximum of ${MOST_LEVELS} levels.`,
    );
}

function reserved(name: string): ServiceError {
  if (name.startsWith('/aws') || name.startsWith('/ssm'))
    return new ServiceError(400, 'AccessDeniedException', `No access to reserved parameter name: ${name}.`);
  return ssmValidationError(
    `Parameter name: can't be prefixed with "aws" or "ssm" (case-insensitive). ${PATH_RULES}`,
  );
}

/** Checks a path of a hierarchy: `/app` or `/`. */
export function checkPath(path: string): void {
  const valid = path === '/' || /^(\/[\w.-]+)+\/?$/.test(path);
  if (!valid || (/^\/(aws|ssm)/i.test(path) && !path.startsWith('/aws/')))
    throw ssmValidationError(
      'The parameter doesn\'t meet the parameter name requirements. The parameter name must begin with a forward slash "/". It can\'t be prefixed with "aws" or "ssm" (case-insensitive). It must use only letters, numbers, or the following symbols: . (period), - (hyphen), _ (underscore). Special characters are not allowed. All sub-paths, if specified, must use the forward slash symbol "/". Valid example: /get/parameters2-/by1./path0_.',
    );
}

/** True for a parameter under a path: directly, or at any depth. */
export function isUnder(name: string, path: string, recursive: boolean): boolean {
  const prefix = path.endsWith('/') ? path : `${path}/`;
  // A name without a slash is at the root.
  const full = name.startsWith('/') ? name : `/${name}`;
  return full.startsWith(prefix) && (recursive || !full.slice(prefix.length).includes('/'));
}
