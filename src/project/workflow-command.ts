import { formatProblem, type Problem } from '../procedure/index.ts';

type Properties = Readonly<Record<string, string | number>>;

/**
 * Returns a workflow command of GitHub Actions, which annotates a line of a pull request.
 * Source: GitHub Docs, "Workflow commands for GitHub Actions", "Setting an error message".
 *
 * @example workflowCommand('error', 'It fails.', { file: 'docs/a.mdx', line: 7 }) // "::error file=docs/a.mdx,line=7::It fails."
 */
export function workflowCommand(
  name: 'error' | 'warning' | 'notice',
  message: string,
  properties: Properties,
): string {
  const shown = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name}${shown.length > 0 ? ` ${shown.join(',')}` : ''}::${escapeData(message)}`;
}

/**
 * Returns the workflow command that annotates the place of a problem.
 *
 * @param folder path of the project, with a slash at its end
 */
export const problemAnnotation = (problem: Problem, folder: string): string =>
  workflowCommand('error', formatProblem(problem), {
    file: folder + problem.file,
    line: problem.line,
    col: problem.column,
    title: problem.code,
  });

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
