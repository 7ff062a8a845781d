/** `DescribeVpcs` to `describe-vpcs`: botocore's `xform_name`. */
export function kebabName(name: string): string {
  if (name.includes('-')) return name;
  // A plural acronym stays one word: GatewayARNs, ListWebACLs.
  const plural = /[A-Z]{2,}s$/.exec(name)?.[0];
  const spelled = plural ? `${name.slice(0, -plural.length)}-${plural.toLowerCase()}` : name;
  return spelled
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
