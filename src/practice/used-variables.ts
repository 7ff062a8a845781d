const USED = /\$\{?([A-Za-z_]\w*)/g;

/**
 * Lists the variables that a text of the shell uses, in order, as often as it does.
 *
 * @example usedVariables('echo "$A ${B:-x}"') // ['A', 'B']
 */
export const usedVariables = (text: string): string[] =>
  [...text.matchAll(USED)].map(([, name = '']) => name);
