/**
 * Takes out of a text what may not be committed or cannot be equal, as long as it was, so that tables stay in shape.
 * The same value gets the same mask through a whole scenario.
 */
export function createMask(): (text: string) => string {
  const seen = new Map<string, string>();
  const hide = (kind: string) => (value: string) => {
    const known =
      seen.get(value) ?? `${kind}${String(seen.size + 1).padStart(value.length - kind.length, '0')}`;
    seen.set(value, known);
    return known;
  };
  return (text) =>
    text
      // Progress that the real CLI draws over while it transfers, and the blanks that hide it; the built-in has no moment between.
      .replace(/(?:Completed [^\r\n]*\r)+([^\r\n]*?) *$/gm, '$1')
      // The CLI names a role's session after the time of day.
      .replace(/botocore-session-\d+/g, 'botocore-session-TIME')
      // The CLI names a change set after the time of day.
      .replace(/(?<=awscli-cloudformation-package-deploy-)\d{10}/g, 'TIMEOFADAY')
      .replace(/(?<=Created by AWS CLI at )[\dT:.-]{26}/g, 'TIME')
      // The real CLI signs with the day's date.
      .replace(/\d{8}(?=(\/|%2F)[\w-]+\1\w+\1aws4_request)/g, 'YYYYMMDD')
      .replace(/(?<=X-Amz-Date=)\d{8}T\d{6}Z/g, 'YYYYMMDDTHHMMSSZ')
      .replace(/(?<=X-Amz-Signature=)[0-9a-f]{64}/g, 'SIGNATURE')
      .replace(/IQoJb3JpZ2luX2Vj[A-Za-z0-9/+]{340}/g, hide('TOKEN'))
      .replace(/AKIA[A-Z2-7]{16}/g, hide('AKIAEXAMPLE'))
      .replace(/ASIA[A-Z2-7]{16}/g, hide('ASIAEXAMPLE'))
      .replace(/(?<![\w/+])[A-Za-z0-9/+]{40}(?![\w/+=])/g, hide('SECRET'));
}
