export {
  bitString,
  concat,
  derInteger,
  numberBytes,
  octetString,
  sequence,
  tagged,
  unsigned,
} from './der.ts';
export { pkcs1Of, pkcs8Of, power, type RsaKey, rsaKey, spkiOf } from './rsa.ts';
