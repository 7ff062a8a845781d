import type {
  AddClientIDToOpenIDConnectProviderRequest,
  CreateOpenIDConnectProviderRequest,
  CreateOpenIDConnectProviderResponse,
  DeleteOpenIDConnectProviderRequest,
  GetOpenIDConnectProviderRequest,
  GetOpenIDConnectProviderResponse,
  ListOpenIDConnectProvidersResponse,
  RemoveClientIDFromOpenIDConnectProviderRequest,
  UpdateOpenIDConnectProviderThumbprintRequest,
} from '@aws-sdk/client-iam';
import { accountTime } from '../../clock/index.ts';
import { defineOperation, parameterNotSimulated } from '../../operation/index.ts';
import {
  arn,
  clientId,
  clientIds,
  keepWithin,
  providerUrl,
  tagListConstraint,
  thumbprints,
} from './constraints.ts';
import { alreadyExists, invalidInput } from './iam-errors.ts';
import { iamArn, oidcProviders, required } from './iam-kinds.ts';
import { permissionOn, permissionOnAccount } from './iam-permissions.ts';
import { iamState } from './iam-state.ts';
import { tagging, toTags, withTags } from './tagging-operations.ts';

export default {
  CreateOpenIDConnectProvider: defineOperation<
    CreateOpenIDConnectProviderRequest,
    CreateOpenIDConnectProviderResponse
  >({
    constraints: {
      Url: providerUrl,
      ClientIDList: clientIds,
      ThumbprintList: thumbprints,
      Tags: tagListConstraint,
    },
    access: {
      action: 'iam:CreateOpenIDConnectProvider',
      resource: ({ input, state }) => iamArn(state, 'oidc-provider', '/', withoutScheme(input.Url ?? '')),
      namesResource: true,
    },
    handle: ({ input, state, clock }) => {
      const { Url = '', ClientIDList = [], ThumbprintList, Tags } = input;
      // "The URL should begin with https://" (API reference); the sentence is ours.
      if (!URL.canParse(Url) || !Url.startsWith('https://')) throw invalidInput(`Invalid URL: ${Url}`);
      // AWS reads the thumbprint from the provider's server, which the sandbox cannot reach.
      if (ThumbprintList === undefined || ThumbprintList.length === 0)
        throw parameterNotSimulated('iam', 'CreateOpenIDConnectProvider', 'ThumbprintList (left out)');
      const all = state.of(iamState).oidcProviders;
      const url = withoutScheme(Url);
      const own = iamArn(state, 'oidc-provider', '/', url);
      if (all.has(own)) throw alreadyExists(`Provider with url ${Url} already exists.`);
      keepWithin('OpenIDConnectProvidersPerAccount', all.size + 1);
      keepWithin('ClientIdsPerOpenIdConnectProvider', ClientIDList.length);
      keepWithin('ThumbprintsPerOpenIdConnectProvider', ThumbprintList.length);
      all.set(own, {
        arn: own,
        url,
        created: accountTime(clock),
        clientIds: [...new Set(ClientIDList)],
        thumbprints: ThumbprintList,
        tags: withTags([], Tags),
      });
      return { OpenIDConnectProviderArn: own, Tags: Tags && toTags(withTags([], Tags)) };
    },
  }),

  GetOpenIDConnectProvider: defineOperation<
    GetOpenIDConnectProviderRequest,
    GetOpenIDConnectProviderResponse
  >({
    constraints: { OpenIDConnectProviderArn: arn },
    access: permissionOn(oidcProviders, 'GetOpenIDConnectProvider'),
    handle: ({ input, state }) => {
      const provider = required(oidcProviders, state, input.OpenIDConnectProviderArn ?? '');
      return {
        Url: provider.url,
        ClientIDList: [...provider.clientIds],
        ThumbprintList: [...provider.thumbprints],
        CreateDate: provider.created,
        Tags: toTags(provider.tags),
      };
    },
  }),

  ListOpenIDConnectProviders: defineOperation<object, ListOpenIDConnectProvidersResponse>({
    access: permissionOnAccount('ListOpenIDConnectProviders'),
    handle: ({ state }) => ({
      OpenIDConnectProviderList: [...state.of(iamState).oidcProviders.keys()].map((Arn) => ({ Arn })),
    }),
  }),

  /** "If the client ID is already registered, the operation does not fail" (API reference, in other words). */
  AddClientIDToOpenIDConnectProvider: defineOperation<AddClientIDToOpenIDConnectProviderRequest, object>({
    constraints: { OpenIDConnectProviderArn: arn, ClientID: clientId },
    access: permissionOn(oidcProviders, 'AddClientIDToOpenIDConnectProvider'),
    handle: ({ input: { OpenIDConnectProviderArn = '', ClientID = '' }, state }) => {
      const provider = required(oidcProviders, state, OpenIDConnectProviderArn);
      const clientIds = [...new Set([...provider.clientIds, ClientID])];
      keepWithin('ClientIdsPerOpenIdConnectProvider', clientIds.length);
      provider.clientIds = clientIds;
      return {};
    },
  }),

  /** A client ID that is not there is passed over (API reference). */
  RemoveClientIDFromOpenIDConnectProvider: defineOperation<
    RemoveClientIDFromOpenIDConnectProviderRequest,
    object
  >({
    constraints: { OpenIDConnectProviderArn: arn, ClientID: clientId },
    access: permissionOn(oidcProviders, 'RemoveClientIDFromOpenIDConnectProvider'),
    handle: ({ input: { OpenIDConnectProviderArn = '', ClientID }, state }) => {
      const provider = required(oidcProviders, state, OpenIDConnectProviderArn);
      provider.clientIds = provider.clientIds.filter((id) => id !== ClientID);
      return {};
    },
  }),

  UpdateOpenIDConnectProviderThumbprint: defineOperation<
    UpdateOpenIDConnectProviderThumbprintRequest,
    object
  >({
    constraints: { OpenIDConnectProviderArn: arn, ThumbprintList: thumbprints },
    access: permissionOn(oidcProviders, 'UpdateOpenIDConnectProviderThumbprint'),
    handle: ({ input: { OpenIDConnectProviderArn = '', ThumbprintList = [] }, state }) => {
      const provider = required(oidcProviders, state, OpenIDConnectProviderArn);
      keepWithin('ThumbprintsPerOpenIdConnectProvider', ThumbprintList.length);
      provider.thumbprints = ThumbprintList;
      return {};
    },
  }),

  DeleteOpenIDConnectProvider: defineOperation<DeleteOpenIDConnectProviderRequest, object>({
    constraints: { OpenIDConnectProviderArn: arn },
    access: permissionOn(oidcProviders, 'DeleteOpenIDConnectProvider'),
    handle: ({ input: { OpenIDConnectProviderArn = '' }, state }) => {
      const provider = required(oidcProviders, state, OpenIDConnectProviderArn);
      state.of(iamState).oidcProviders.delete(provider.arn);
      return {};
    },
  }),

  ...tagging(oidcProviders, 'OpenIDConnectProvider'),
};

function withoutScheme(url: string): string {
  return url.replace(/^https:\/\//, '');
}
