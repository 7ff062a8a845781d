import {
  type Account,
  createManualClock,
  createRandom,
  createSandbox,
  readAccount,
} from '../../../../src/aws/sandbox/index.ts';
import { START } from '../practice.ts';
import { clientsOf } from '../sdk.ts';

const ACCOUNT = `
id: "123456789012"
users:
  - name: admin
    accessKeys: 1
    policies:
      - name: all
        document: { Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "*", Resource: "*" }] }
  - name: nobody
    accessKeys: 1
`;

/** An account with one user who may do everything and one who may do nothing. */
export function adminAccount(): Account {
  const { account, problems } = readAccount(ACCOUNT, 'account.yaml');
  if (!account) throw new Error(JSON.stringify(problems));
  return account;
}

/** The same account in a sandbox, and the SDK's clients of both users. */
export function openAccount(seed: string) {
  const account = adminAccount();
  const clock = createManualClock(START);
  const sandbox = createSandbox({ account, clock, random: createRandom(seed) });
  const as = (name: string) => {
    const key = sandbox.longTermKeys.find(({ userName }) => userName === name);
    return clientsOf(sandbox, {
      accessKeyId: key?.accessKeyId ?? '',
      secretAccessKey: key?.secretAccessKey ?? '',
    });
  };
  return { clock, sandbox, admin: as('admin'), nobody: as('nobody') };
}
