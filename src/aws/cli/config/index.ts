export {
  type AwsCredentials,
  type CredentialSource,
  partial,
  type RoleAssumer,
  sectionKeys,
} from './credentials.ts';
export { expandPath } from './paths.ts';
export { profileSettings, readSharedFiles, type SharedFiles } from './profiles.ts';
export { configuredSession, profileName, type Session } from './session.ts';
