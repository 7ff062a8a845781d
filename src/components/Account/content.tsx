import type { ReactNode } from 'react';
import type { OpenSession, PracticeSession } from '../../session/index.ts';
import { useAsked } from '../Practice/use-asked.ts';
import { Picture } from './picture.tsx';
import { Resources } from './resources.tsx';

const ask = async (session: OpenSession) => {
  const [view, context] = await Promise.all([session.accountView(), session.awsContext()]);
  return { view, context };
};

/** Shows who called what last and what that changed, over the account's resources. */
export function AccountContent({ reader }: { readonly reader: PracticeSession }): ReactNode {
  const asked = useAsked(reader, ask);
  if (!asked) return null;
  const { answer, at } = asked;
  return (
    <>
      <Picture view={answer.view} context={{ answer: answer.context, at }} />
      <Resources view={answer.view} />
    </>
  );
}
