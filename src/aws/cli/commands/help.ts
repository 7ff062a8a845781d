const REFERENCE = 'https://awscli.amazonaws.com/v2/documentation/api/latest/reference';

/** Prints for `help`: the built-in has no manual of its own. */
export function helpText(command: string): string {
  const path = command === '' ? '' : `/${command.replaceAll(' ', '/')}`;
  const page = command.includes(' ') ? `${path}.html` : `${path}/index.html`;
  return `aws ${command}`.trimEnd().concat(`

This is the built-in aws of Tejun. It follows AWS CLI 2.9.19 and has sts, iam, s3, s3api, ec2 and configure.
The options are those of the AWS CLI; they are described in its reference:

  ${REFERENCE}${page}
`);
}
