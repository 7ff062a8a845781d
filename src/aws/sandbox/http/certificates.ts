import { createSecureContext, type SecureContext } from 'node:tls';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;
const LIFETIME_DAYS = 30;
/** Hosts are as many as buckets: the oldest go first. */
const KEPT_CONTEXTS = 500;

/** An authority that lives and dies with the sandbox: its key never leaves the memory of this process. */
export interface Authority {
  /** Its certificate in PEM: what AWS_CA_BUNDLE points to. */
  readonly certificate: string;
  /** Returns the TLS context of `host`; made on first use. */
  contextFor(host: string): Promise<SecureContext>;
}

/** A fresh authority, valid from a day ago so that clocks may differ. `now` is the machine's time. */
export async function createAuthority(now: Date): Promise<Authority> {
  const validity = {
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + LIFETIME_DAYS * DAY_MS),
  };
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const name = 'CN=Tejun sandbox (this machine only)';
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity,
    name,
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const leafKeys = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const leafKey = await privateKeyPem(leafKeys);

  const makeContext = async (host: string): Promise<SecureContext> => {
    const leaf = await x509.X509CertificateGenerator.create({
      ...validity,
      // The name stands in the extension: a subject may have no more than 64 characters.
      subject: 'CN=Tejun sandbox',
      issuer: authority.subject,
      publicKey: leafKeys.publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }]),
        await x509.AuthorityKeyIdentifierExtension.create(keys.publicKey),
        await x509.SubjectKeyIdentifierExtension.create(leafKeys.publicKey),
      ],
    });
    return createSecureContext({ key: leafKey, cert: leaf.toString('pem') });
  };

  const contexts = new Map<string, Promise<SecureContext>>();
  return {
    certificate: `${authority.toString('pem')}\n`,
    contextFor: (host) => {
      const known = contexts.get(host);
      if (known) return known;
      const [oldest] = contexts.size < KEPT_CONTEXTS ? [] : contexts.keys();
      if (oldest !== undefined) contexts.delete(oldest);
      const context = makeContext(host);
      contexts.set(host, context);
      return context;
    },
  };
}

async function privateKeyPem({ privateKey }: CryptoKeyPair): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey('pkcs8', privateKey), 'PRIVATE KEY');
}
