/** AWS's own domains, as its endpoints have them (AWS General Reference, "AWS service endpoints"). */
const AWS_DOMAIN = /(^|\.)(amazonaws\.com|amazonaws\.com\.cn|api\.aws)$/;

/** Tells whether a host is an AWS service endpoint: nothing here answers for another. */
export function isAwsHost(host: string): boolean {
  return AWS_DOMAIN.test(host) && isHostName(host);
}

/** A certificate is made for the name: 63 characters a label and 253 in all (RFC 1035), `_` as some clients send it. */
function isHostName(host: string): boolean {
  return host.length <= 253 && host.split('.').every((label) => /^[a-z0-9_-]{1,63}$/.test(label));
}
