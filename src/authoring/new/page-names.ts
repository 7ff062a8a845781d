const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Why a name cannot be that of a folder or page, which is a part of an address; undefined when it can. */
export function nameFault(name: string): string | undefined {
  if (!NAME.test(name))
    return `"${name}" should be small letters and digits with "-" between words, as in s3-buckets.`;
  if (name.length > 60) return `"${name}" is longer than 60 characters.`;
  if (name === 'index') return '"index" is the overview of a course, which `tejun new course` makes.';
  return undefined;
}
