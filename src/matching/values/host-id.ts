import { randomIdPattern } from './random-id.ts';
import type { ValuePattern } from './types.ts';

/** URLs, and hosts that AWS names. */
export const ADDRESS =
  /(?:https?|s3|wss|redis|rediss):\/\/[^\s"'<>]+|(?<![\w.-])[\w.-]+\.(?:amazonaws\.com(?:\.cn)?|cloudfront\.net|awsapps\.com|aws\.dev|api\.aws|on\.aws|awsglobalaccelerator\.com|live-video\.net|awsapprunner\.com|amplifyapp\.com|elasticbeanstalk\.com|aws\.com)(?![\w-])/g;
/** Labels of AWS's host names that are made up for a resource. */
const HOST_ID =
  /(?<=[.-])\d{6,}(?=\.[a-z0-9-]+\.elb\.)|(?<=\.(?:(?:cluster|proxy|instance)-(?:ro-|custom-)?)?)(?:[a-z0-9]{12}|[a-z0-9]{2,5}example)(?=\.[a-z0-9-]+\.(?:rds|redshift|neptune|docdb)\.)|(?<=\.)[a-z0-9]{6}(?=(?:\.[a-z0-9]+)*\.(?:cache|memorydb)\.)|(?<=:\/\/|^)[a-z0-9]{8,32}(?=\.(?:execute-api|cloudfront|appsync-api|iot|lambda-url|mediaconvert|data\.mediastore|mediapackage|(?:[a-z0-9-]+\.)*live-video)\.)|(?<=:\/\/|^)[a-z0-9]{13,14}(?=-ats\.iot\.)|(?<=:\/\/|^)[a-z0-9]{10}(?=\.[a-z0-9-]+\.awsapprunner\.)|(?<=:\/\/|^)[a-z0-9]{12,14}(?=\.amplifyapp\.)|(?<=-)[a-z0-9]{20,30}(?=\.[a-z0-9-]+\.(?:es|aoss|cloudsearch)\.)/g;

/** A label of a host name that is made up for a resource. */
export const hostId: ValuePattern = {
  ...randomIdPattern,
  finds: HOST_ID,
  recognises: undefined,
  // A number is written without leading zeros.
  shape: (example) => {
    if (/^\d+$/.test(example)) return '\\d{6,12}';
    if (/example$/.test(example)) return '[a-z0-9]{12}';
    // The documentation's ids of APIs are shorter than real ones; those of distributions have one of two lengths.
    if (example.length >= 8 && example.length <= 10) return '[a-z0-9]{8,10}';
    return /^d[a-z0-9]{12,13}$/.test(example) ? 'd[a-z0-9]{12,13}' : `[a-z0-9]{${example.length}}`;
  },
  accepts: undefined,
};
