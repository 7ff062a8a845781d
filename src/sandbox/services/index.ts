import type { ServiceId } from '../../wire/models/index.ts';
import type { Service } from '../operation/index.ts';
import { ec2 } from './ec2/index.ts';
import { iam } from './iam/index.ts';
import { s3 } from './s3/index.ts';
import { sts } from './sts/index.ts';

/** Small doors: an operation's own file is loaded when it is first called. */
export const services: Readonly<Record<ServiceId, Service>> = { sts, iam, s3, ec2 };
