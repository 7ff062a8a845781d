/** `AWS::S3::Bucket` -> `S3` */
export function serviceOfType(type: string): string {
  return type.split('::')[1] ?? type;
}

/** `AWS::S3::Bucket` -> `Bucket` */
export function nounOf(type: string): string {
  return type.split('::')[2] ?? type;
}
