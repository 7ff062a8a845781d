import { isCleanUp, ownCommand } from '../../project/index.ts';
import type { Plan } from '../plan/index.ts';
import type { UnfinishedRun } from './logbook.ts';

/** Returns the id of the page that cleans up after a course. */
export const cleanUpOf = (course: string, { library }: Plan): string | undefined =>
  library.find(({ page }) => page.course === course && isCleanUp(page))?.page.id;

/** Describes resources that a run leaves in its account, and the command that removes them. */
export function leftText(courses: readonly string[], accountId: string, plan: Plan): string {
  return [
    `NOT CLEANED UP: what the pages of ${courses.join(', ')} made in account ${accountId} may still be there.`,
    ...adviceOn(courses, accountId, plan),
  ].join('\n');
}

/** Describes clean-up pages that were run and failed. */
export function failedText(pages: readonly string[], accountId: string): string {
  return [
    `CLEANED UP IN PART: steps of ${pages.join(', ')} failed, as shown above.`,
    `  What they should put away in account ${accountId} may still be there; what was only in the home of the pages is gone.`,
  ].join('\n');
}

/** Describes an earlier run that was killed before its clean-up. */
export function unfinishedText({ date, courses, folder }: UnfinishedRun, plan: Plan): string {
  return [
    `NOT CLEANED UP: a run of ${date} was ended; what the pages of ${courses.join(', ')} made in its account may still be there.`,
    ...adviceOn(courses, '<its account>', plan),
    `  This is said until it was done, or ${folder} is removed.`,
  ].join('\n');
}

function adviceOn(courses: readonly string[], accountId: string, plan: Plan): string[] {
  const cleanUps = courses.flatMap((course) => cleanUpOf(course, plan) ?? []);
  const others = courses.filter((course) => !cleanUpOf(course, plan));
  return [
    ...(cleanUps.length > 0
      ? [
          `  ${ownCommand(`doctest --target live --account-id ${accountId} ${cleanUps.join(' ')}`)}   runs only the clean-up`,
        ]
      : []),
    ...(others.length > 0
      ? [`  ${others.join(', ')}: no clean-up page; see in the pages what they make, and put it away.`]
      : []),
  ];
}
