import type { ContainerResources } from 'cdk8s-plus-27';
import { IMAGE, type StackImage } from '../image';
import { POD_DISRUPTION_BUDGET, type StackPodDisruptionBudget } from '../pod-disruption-budget';
import { SCHEDULING, type StackScheduling } from '../scheduling';
import { COUNT, FLAG, RESOURCES, TEXT_MAP } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';
import { OPERATOR_TLS, type StackOperatorTls } from './operator-tls';

/**
 * A server for the webhooks beside the Operator, so that they answer while it restarts.
 */
export interface StackWebhookDeployment extends StackScheduling {
  /**
   * Whether there is one.
   *
   * @default - false: the Operator answers itself
   */
  readonly enabled?: boolean;

  /**
   * Number of pods.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Its TLS.
   *
   * @default - as that of the Operator by default
   */
  readonly tls?: StackOperatorTls;

  /**
   * How many pods a drain of nodes leaves running.
   *
   * @default - no budget
   */
  readonly podDisruptionBudget?: StackPodDisruptionBudget;

  /**
   * CPU and memory of the container.
   *
   * @default - none
   */
  readonly resources?: ContainerResources;

  /**
   * Whether the pods use the network of the node, where the control plane cannot reach addresses of pods. Needs another
   * `tls.internalPort`.
   *
   * @default false
   */
  readonly hostNetwork?: boolean;

  /**
   * The image.
   *
   * @default - as the chart sets it
   */
  readonly image?: StackImage;

  /**
   * Labels of the pods.
   *
   * @default - only those of the chart
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * Annotations of the pods.
   *
   * @default - none
   */
  readonly podAnnotations?: { [key: string]: string };
}

/** Values below `admissionWebhooks.deployment`. */
export const WEBHOOK_DEPLOYMENT: ValueTable<StackWebhookDeployment> = {
  ...SCHEDULING,
  enabled: at('enabled', FLAG),
  replicas: at('replicas', COUNT),
  tls: group('tls', OPERATOR_TLS),
  podDisruptionBudget: group('podDisruptionBudget', POD_DISRUPTION_BUDGET),
  resources: at('resources', RESOURCES),
  hostNetwork: at('hostNetwork', FLAG),
  image: group('image', IMAGE),
  podLabels: at('podLabels', TEXT_MAP),
  podAnnotations: at('podAnnotations', TEXT_MAP),
};
