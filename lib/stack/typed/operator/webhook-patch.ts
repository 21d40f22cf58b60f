import type { Duration } from 'cdk8s';
import type { ContainerResources } from 'cdk8s-plus-27';
import { IMAGE, type StackImage } from '../image';
import { SCHEDULING, type StackScheduling } from '../scheduling';
import { FLAG, RESOURCES, SECONDS, TEXT, TEXT_MAP } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/**
 * The Jobs that make the certificate of the webhooks, as hooks of Helm.
 */
export interface StackWebhookPatch extends StackScheduling {
  /**
   * Whether there are such Jobs. Without them, and without `certManager`, nobody makes the certificate.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * How long a Job stays when it is done. At zero Argo CD may not see that it ended.
   *
   * @default - 60 seconds, set by the chart
   */
  readonly ttlSecondsAfterFinished?: Duration;

  /**
   * The image.
   *
   * @default - as the chart sets it
   */
  readonly image?: StackImage;

  /**
   * CPU and memory of the container.
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

  /**
   * Name of the PriorityClass.
   *
   * @default - the cluster's default
   */
  readonly priorityClassName?: string;

  /**
   * Annotations of the Jobs.
   *
   * @default - only those of the chart
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly podAnnotations?: { [key: string]: string };
}

/** Values below `admissionWebhooks.patch`. */
export const WEBHOOK_PATCH: ValueTable<StackWebhookPatch> = {
  ...SCHEDULING,
  enabled: at('enabled', FLAG),
  ttlSecondsAfterFinished: at('ttlSecondsAfterFinished', SECONDS),
  image: group('image', IMAGE),
  resources: at('resources', RESOURCES),
  priorityClassName: at('priorityClassName', TEXT),
  annotations: at('annotations', TEXT_MAP),
  podAnnotations: at('podAnnotations', TEXT_MAP),
};
