import { openAccount } from '../open.ts';

export const open = () => {
  const account = openAccount('ssm');
  return { ...account, ssm: account.admin.ssm };
};
