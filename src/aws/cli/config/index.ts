export { type ConfigSession, configuredSession, profileName } from './config-session.ts';
export {
  type AwsCredentials,
  type CredentialSource,
  partial,
  type RoleAssumer,
  sectionKeys,
} from './credential-sources.ts';
export { expandPath, profileSettings, readSharedFiles, type SharedFiles } from './profiles.ts';
