import type {
  GetBucketNotificationConfigurationRequest,
  NotificationConfiguration,
  PutBucketNotificationConfigurationRequest,
} from '@aws-sdk/client-s3';
import { defineOperation, newRequestId } from '../../operation/index.ts';
import type { Random } from '../../random/index.ts';
import { bucketOf, permissionOnBucket } from './find-bucket.ts';
import { readNotificationRules } from './notification-rules.ts';
import { checkTargets } from './notification-targets.ts';

export default {
  /** The whole configuration is replaced: an empty one ends all notifications. */
  PutBucketNotificationConfiguration: defineOperation<PutBucketNotificationConfigurationRequest, object>({
    access: permissionOnBucket('s3:PutBucketNotification'),
    handle: async (context) => {
      const { NotificationConfiguration: stated = {}, SkipDestinationValidation } = context.input;
      const bucket = bucketOf(context);
      const configuration = withIds(stated, context.random);
      const rules = readNotificationRules(configuration, bucket.region);
      if (SkipDestinationValidation !== true) await checkTargets(rules, bucket, context);
      const { sent = 0 } = bucket.settings.notifications ?? {};
      bucket.settings.notifications = { configuration, rules, sent };
      return {};
    },
  }),

  GetBucketNotificationConfiguration: defineOperation<
    GetBucketNotificationConfigurationRequest,
    NotificationConfiguration
  >({
    access: permissionOnBucket('s3:GetBucketNotification'),
    handle: (context) => bucketOf(context).settings.notifications?.configuration ?? {},
  }),
};

/** "If you don't provide one, Amazon S3 will assign an ID" (API reference, QueueConfiguration). */
function withIds(stated: NotificationConfiguration, random: Random): NotificationConfiguration {
  const named = <Rule extends { Id?: string | undefined }>(rules: readonly Rule[] | undefined) =>
    rules?.map((rule) => ({ ...rule, Id: rule.Id ?? newRequestId(random) }));
  return {
    TopicConfigurations: named(stated.TopicConfigurations),
    QueueConfigurations: named(stated.QueueConfigurations),
    LambdaFunctionConfigurations: named(stated.LambdaFunctionConfigurations),
    EventBridgeConfiguration: stated.EventBridgeConfiguration,
  };
}
