import type {
  CreateServiceSpecificCredentialRequest,
  CreateServiceSpecificCredentialResponse,
  DeleteServiceSpecificCredentialRequest,
  ListServiceSpecificCredentialsRequest,
  ListServiceSpecificCredentialsResponse,
  ResetServiceSpecificCredentialRequest,
  ResetServiceSpecificCredentialResponse,
  UpdateServiceSpecificCredentialRequest,
} from '@aws-sdk/client-iam';
import { accountTime } from '../../clock/index.ts';
import {
  defineOperation,
  newUniqueId,
  type OperationContext,
  type UserRecord,
} from '../../operation/index.ts';
import type { Random } from '../../random/index.ts';
import { credentialId, existingUserName, keyStatus, userName } from './constraints.ts';
import { noSuchEntity, quotaExceeded } from './iam-errors.ts';
import { required, users } from './iam-kinds.ts';
import { namedOrCaller, permissionOn, permissionOnUser } from './iam-permissions.ts';
import { iamState, type ServiceSpecificCredential } from './iam-state.ts';

/** "You can use this with CodeCommit and Amazon Keyspaces" (API reference). */
const SERVICES = ['codecommit.amazonaws.com', 'cassandra.amazonaws.com'];

/** "A maximum of two sets of service-specific credentials for each supported service per user" (API reference). */
const MAX_PER_SERVICE = 2;

const PASSWORD_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export default {
  CreateServiceSpecificCredential: defineOperation<
    CreateServiceSpecificCredentialRequest,
    CreateServiceSpecificCredentialResponse
  >({
    constraints: { UserName: userName },
    reads: ['ServiceName'],
    access: permissionOn(users, 'CreateServiceSpecificCredential'),
    handle: ({ input, state, clock, random }) => {
      const { UserName = '', ServiceName: service = '' } = input;
      const user = required(users, state, UserName);
      checkService(service);
      const all = state.of(iamState).serviceSpecificCredentials;
      const present = [...all.values()].filter((one) => one.user === user && one.service === service);
      if (present.length >= MAX_PER_SERVICE)
        throw quotaExceeded('ServiceSpecificCredentialsPerUser', MAX_PER_SERVICE);
      const suffix = present.length === 0 ? '' : `+${present.length}`;
      const credential: ServiceSpecificCredential = {
        id: newUniqueId(random, 'ACCA'),
        user,
        service,
        userName: `${user.name}${suffix}-at-${state.account.id}`,
        created: accountTime(clock),
        password: newPassword(random),
        status: 'Active',
      };
      all.set(credential.id, credential);
      return { ServiceSpecificCredential: describeInFull(credential) };
    },
  }),

  ListServiceSpecificCredentials: defineOperation<
    ListServiceSpecificCredentialsRequest,
    ListServiceSpecificCredentialsResponse
  >({
    constraints: { UserName: existingUserName },
    reads: ['ServiceName'],
    access: permissionOnUser('ListServiceSpecificCredentials'),
    handle: (context) => {
      const { ServiceName: service } = context.input;
      const user = namedOrCaller(context);
      if (service !== undefined) checkService(service);
      const matching = [...context.state.of(iamState).serviceSpecificCredentials.values()].filter(
        (one) => one.user === user && (service === undefined || one.service === service),
      );
      return { ServiceSpecificCredentials: matching.map(describe) };
    },
  }),

  UpdateServiceSpecificCredential: defineOperation<UpdateServiceSpecificCredentialRequest, object>({
    constraints: { UserName: existingUserName, ServiceSpecificCredentialId: credentialId, Status: keyStatus },
    access: permissionOnUser('UpdateServiceSpecificCredential'),
    handle: (context) => {
      const { Status } = context.input;
      const credential = credentialOf(context, namedOrCaller(context));
      credential.status = Status === 'Active' ? 'Active' : 'Inactive';
      return {};
    },
  }),

  ResetServiceSpecificCredential: defineOperation<
    ResetServiceSpecificCredentialRequest,
    ResetServiceSpecificCredentialResponse
  >({
    constraints: { UserName: existingUserName, ServiceSpecificCredentialId: credentialId },
    access: permissionOnUser('ResetServiceSpecificCredential'),
    handle: (context) => {
      const credential = credentialOf(context, namedOrCaller(context));
      credential.password = newPassword(context.random);
      return { ServiceSpecificCredential: describeInFull(credential) };
    },
  }),

  DeleteServiceSpecificCredential: defineOperation<DeleteServiceSpecificCredentialRequest, object>({
    constraints: { UserName: existingUserName, ServiceSpecificCredentialId: credentialId },
    access: permissionOnUser('DeleteServiceSpecificCredential'),
    handle: (context) => {
      const credential = credentialOf(context, namedOrCaller(context));
      context.state.of(iamState).serviceSpecificCredentials.delete(credential.id);
      return {};
    },
  }),
};

/** Texts as AWS was seen to answer. */
function checkService(service: string): void {
  if (!SERVICES.includes(service))
    throw noSuchEntity(`No such service ${service} is supported for Service Specific Credentials`);
}

function credentialOf(
  { input, state }: OperationContext<{ ServiceSpecificCredentialId: string | undefined }>,
  user: UserRecord,
): ServiceSpecificCredential {
  const { ServiceSpecificCredentialId: id = '' } = input;
  const credential = state.of(iamState).serviceSpecificCredentials.get(id);
  if (credential?.user !== user) throw noSuchEntity(`No such credential ${id} exists`);
  return credential;
}

/** The length of the passwords in the API reference's example: 44 characters of base64. */
function newPassword(random: Random): string {
  return `${random.text(43, PASSWORD_ALPHABET)}=`;
}

function describe({ id, user, service, userName: name, created, status }: ServiceSpecificCredential) {
  return {
    CreateDate: created,
    ServiceName: service,
    ServiceUserName: name,
    ServiceSpecificCredentialId: id,
    UserName: user.name,
    Status: status,
  };
}

/** With the password, which only the answers that make one show. */
function describeInFull(credential: ServiceSpecificCredential) {
  return { ...describe(credential), ServicePassword: credential.password };
}
