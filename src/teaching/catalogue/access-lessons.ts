import type { Happening, Lesson, RefusalFacts } from '../types.ts';

/** IAM User Guide, "Policy evaluation logic". */
const DENIED = [
  'AccessDenied',
  'AccessDeniedException',
  'UnauthorizedOperation',
  'Client.UnauthorizedOperation',
];

/** Values that the policy engine gave, where it was asked about the operation that failed. */
const facts = ({ refusal }: Happening, by: (refusal: RefusalFacts) => boolean) =>
  refusal && by(refusal)
    ? {
        action: refusal.action,
        resource: refusal.resource,
        caller: refusal.caller,
        policy: refusal.denial?.policy ?? '-',
        statement: refusal.denial?.statement ?? '',
        policies: refusal.policies.join(', ') || '-',
      }
    : undefined;

/** Requests that policies refuse. */
export const access: readonly Lesson[] = [
  {
    id: 'denied-by-named-policy',
    codes: DENIED,
    when: (happening) => facts(happening, ({ denial }) => denial?.policy !== undefined),
    cause: {
      ja: 'ポリシー{policy}の次のステートメントが、{action}を明示的に拒否しています: {statement}',
      en: 'This statement of the policy {policy} denies {action}: {statement}',
    },
    remedy: {
      ja: '明示的な拒否は、どの許可よりも優先されます。ポリシーからこのステートメントを外すか、条件を満たす形で実行してください。',
      en: 'A denial wins over every allowance. Take the statement out of the policy, or run the command in a way that the statement does not cover.',
    },
  },
  {
    id: 'denied-by-statement',
    codes: DENIED,
    when: (happening) => facts(happening, ({ denial }) => denial !== undefined),
    cause: {
      ja: '次のステートメントが、{action}を明示的に拒否しています: {statement}',
      en: 'This statement denies {action}: {statement}',
    },
    remedy: {
      ja: '明示的な拒否は、どの許可よりも優先されます。リソースのポリシー、またはセッションのポリシーを確認してください。',
      en: 'A denial wins over every allowance. Look at the policy of the resource or of the session.',
    },
  },
  {
    id: 'not-trusted',
    codes: DENIED,
    when: (happening) => facts(happening, ({ by }) => by === 'trust'),
    cause: {
      ja: 'ロール{resource}の信頼ポリシーが、{caller}による引き受けを許可していません。',
      en: 'The trust policy of the role {resource} does not let {caller} assume it.',
    },
    remedy: {
      ja: '信頼ポリシーの`Principal`と`Condition`を確認してください。ロールを作成した直後であれば、手順の順番も確認します。',
      en: 'Look at `Principal` and `Condition` of the trust policy; and whether all steps before this one were run.',
    },
    buttons: ['run-missing'],
  },
  {
    id: 'outside-boundary',
    codes: DENIED,
    when: (happening) => facts(happening, ({ by }) => by === 'boundary'),
    cause: {
      ja: 'アクセス許可の境界 ({policies}) に、{action}を許可するステートメントがありません。',
      en: 'No statement of the permissions boundary ({policies}) allows {action}.',
    },
    remedy: {
      ja: 'アイデンティティベースのポリシーが許可していても、境界で許可されていない操作は実行できません。境界のポリシーを確認してください。',
      en: 'What the boundary does not allow stays forbidden, whatever other policies allow. Look at the policy of the boundary.',
    },
  },
  {
    id: 'outside-session',
    codes: DENIED,
    when: (happening) => facts(happening, ({ by }) => by === 'session'),
    cause: {
      ja: 'このセッションに渡されたセッションポリシーが、{action}を許可していません。',
      en: 'The session policy that came with this session does not allow {action}.',
    },
    remedy: {
      ja: 'セッションでできるのは、もとのポリシーとセッションポリシーの両方が許可する操作だけです。',
      en: 'A session can do only what both the policies behind it and its session policy allow.',
    },
  },
  {
    id: 'not-allowed',
    codes: DENIED,
    when: (happening) => facts(happening, () => true),
    cause: {
      ja: '{caller}のポリシー ({policies}) に、{resource}に対する{action}を許可するステートメントがありません。',
      en: 'No statement of the policies of {caller} ({policies}) allows {action} on {resource}.',
    },
    remedy: {
      ja: 'この操作を許可するポリシーをアタッチする手順が済んでいるか、`Action`と`Resource`の書き方が正しいかを確認してください。',
      en: 'Check that the step that attaches a policy for it was run, and how its `Action` and `Resource` are written.',
    },
    buttons: ['run-missing'],
  },
  {
    id: 'denied-elsewhere',
    codes: DENIED,
    cause: {
      ja: '実行したユーザまたはロールに、{operation}の権限がありません。',
      en: 'The user or role that ran it has no permission for {operation}.',
    },
    remedy: {
      ja: '`aws sts get-caller-identity`で誰として実行しているかを確認し、必要な権限をポリシーで許可してください。組織のポリシー (SCP) で拒否されていることもあります。',
      en: '`aws sts get-caller-identity` shows as whom you call. Allow what is needed in a policy; a policy of the organization (SCP) may deny it as well.',
    },
  },
];
