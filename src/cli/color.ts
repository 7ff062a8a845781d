/** NO_COLOR and FORCE_COLOR as agreed among tools; else a terminal has colours and a file has none. */
export function usesColor(stdout: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR) return process.env.FORCE_COLOR !== '0';
  return stdout.isTTY === true;
}
