/** Version of the AWS CLI whose commands, options and output the built-in `aws` has. */
export const CLI_VERSION = '2.9.19';
