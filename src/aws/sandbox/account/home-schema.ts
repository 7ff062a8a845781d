import type * as z from 'zod';
import { say } from '../../../language/say.ts';
import { matchingText, onlyFields } from '../../../procedure/yaml/index.ts';
import { plainText, region } from './fields.ts';

const profileName = matchingText(
  /^[\w.@-]{1,64}$/,
  () => say`Write a name of 1 to ${64} letters, digits and _.@-`,
);

const profileFields = onlyFields(
  {
    name: profileName,
    region: region.optional(),
    user: plainText.optional(),
    role: plainText.optional(),
    sourceProfile: plainText.optional(),
    mfaDevice: plainText.optional(),
  },
  () => say`Write a profile with name, and user or role.`,
);
type ProfileFields = z.infer<typeof profileFields>;

/** Default: a role is assumed by the profile `default`. */
export const profile = profileFields.superRefine(checkKind).transform(({ user, role, ...fields }) => {
  const { name, region, sourceProfile = 'default', mfaDevice } = fields;
  return user === undefined
    ? { name, region, role: role ?? '', sourceProfile, mfaDevice }
    : { name, region, user };
});

function checkKind(fields: ProfileFields, context: z.RefinementCtx): void {
  const { user, role } = fields;
  if ((user === undefined) === (role === undefined))
    context.addIssue({ code: 'custom', message: say`Give a profile exactly one of user and role.` });
  if (role !== undefined && (fields.sourceProfile ?? 'default') === fields.name)
    context.addIssue({
      code: 'custom',
      path: ['sourceProfile'],
      message: say`Name another profile, whose key assumes the role.`,
    });
  if (role !== undefined) return;
  for (const field of ['sourceProfile', 'mfaDevice'] as const)
    if (fields[field] !== undefined)
      context.addIssue({
        code: 'custom',
        path: [field],
        message: say`Remove it: only a profile with a role has ${field}.`,
      });
}

/** Below the home, and not the files of the AWS CLI, which `region` and `profiles` describe. */
const PATH = /^(?!\/|(?:~\/)?\.aws(?:\/|$)|(?:.*\/)?\.\.?(?:\/|$))[\p{L}\p{N}\p{P}\p{S} ]{1,255}(?<!\/)$/u;

export const homeFile = onlyFields(
  {
    path: matchingText(
      PATH,
      () =>
        say`Write a path below the home, such as policy.json or ~/.ssh/config, without .. and outside of ~/.aws.`,
    ),
    content: plainText,
  },
  () => say`Write a file with path and content.`,
);
