import type { Size } from 'cdk8s';
import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import { boundList } from '../bound-kind';
import { COUNT, FLAG, SIZE, TEXT } from '../value-kind';
import { at, below, type ValueTable } from '../value-table';

/**
 * What monitors may do: limits of scrapes, and what holds where several teams share a Prometheus.
 */
export interface StackPrometheusLimits {
  /**
   * Monitors reach only targets in their own namespace, whatever their `namespaceSelector` says.
   *
   * @default false
   */
  readonly ignoreNamespaceSelectors?: boolean;

  /**
   * Label that gets the namespace of the monitor or rule, on samples, alerts and in expressions.
   *
   * @default - none
   */
  readonly enforcedNamespaceLabel?: string;

  /**
   * Objects that this label is not enforced on.
   *
   * @default - none
   */
  readonly excludedFromEnforcement?: v1.ObjectReference[];

  /**
   * Takes `honorLabels` away from all monitors.
   *
   * @default false
   */
  readonly overrideHonorLabels?: boolean;

  /**
   * Takes `honorTimestamps` away from all monitors.
   *
   * @default false
   */
  readonly overrideHonorTimestamps?: boolean;

  /**
   * Refuses monitors that read files of the Prometheus container (`arbitraryFSAccessThroughSMs`).
   *
   * @default false
   */
  readonly arbitraryFsAccessThroughSMs?: boolean;

  /**
   * Samples of a scrape above which it fails, where a monitor does not say.
   *
   * @default - no limit
   */
  readonly sampleLimit?: number;

  /**
   * Targets of a scrape job above which it fails, where a monitor does not say.
   *
   * @default - no limit
   */
  readonly targetLimit?: number;

  /**
   * Labels of a sample above which the scrape fails, where a monitor does not say.
   *
   * @default - no limit
   */
  readonly labelLimit?: number;

  /**
   * Characters of a label name above which the scrape fails, where a monitor does not say.
   *
   * @default - no limit
   */
  readonly labelNameLengthLimit?: number;

  /**
   * Characters of a label value above which the scrape fails, where a monitor does not say.
   *
   * @default - no limit
   */
  readonly labelValueLengthLimit?: number;

  /**
   * Dropped targets of a scrape job that Prometheus remembers, where a monitor does not say.
   *
   * @default - no limit
   */
  readonly keepDroppedTargets?: number;

  /**
   * Size of a response above which the scrape fails, where a monitor does not say.
   *
   * @default - no limit
   */
  readonly bodySizeLimit?: Size;

  /**
   * As `sampleLimit`, and monitors cannot raise it.
   *
   * @default - none
   */
  readonly enforcedSampleLimit?: number;

  /**
   * As `targetLimit`, and monitors cannot raise it.
   *
   * @default - none
   */
  readonly enforcedTargetLimit?: number;

  /**
   * As `labelLimit`, and monitors cannot raise it.
   *
   * @default - none
   */
  readonly enforcedLabelLimit?: number;

  /**
   * As `labelNameLengthLimit`, and monitors cannot raise it.
   *
   * @default - none
   */
  readonly enforcedLabelNameLengthLimit?: number;

  /**
   * As `labelValueLengthLimit`, and monitors cannot raise it.
   *
   * @default - none
   */
  readonly enforcedLabelValueLengthLimit?: number;

  /**
   * As `keepDroppedTargets`, and monitors cannot raise it.
   *
   * @default - none
   */
  readonly enforcedKeepDroppedTargets?: number;

  /**
   * As `bodySizeLimit`, and monitors cannot raise it.
   *
   * @default - none
   */
  readonly enforcedBodySizeLimit?: Size;
}

/** Values below `prometheus.prometheusSpec` on limits. */
export const PROMETHEUS_LIMITS: ValueTable<StackPrometheusLimits> = below('prometheusSpec', {
  ignoreNamespaceSelectors: at('ignoreNamespaceSelectors', FLAG),
  enforcedNamespaceLabel: at('enforcedNamespaceLabel', TEXT),
  excludedFromEnforcement: at('excludedFromEnforcement', boundList('excludedFromEnforcement')),
  overrideHonorLabels: at('overrideHonorLabels', FLAG),
  overrideHonorTimestamps: at('overrideHonorTimestamps', FLAG),
  arbitraryFsAccessThroughSMs: at('arbitraryFSAccessThroughSMs', FLAG),
  sampleLimit: at('sampleLimit', COUNT),
  targetLimit: at('targetLimit', COUNT),
  labelLimit: at('labelLimit', COUNT),
  labelNameLengthLimit: at('labelNameLengthLimit', COUNT),
  labelValueLengthLimit: at('labelValueLengthLimit', COUNT),
  keepDroppedTargets: at('keepDroppedTargets', COUNT),
  bodySizeLimit: at('bodySizeLimit', SIZE),
  enforcedSampleLimit: at('enforcedSampleLimit', COUNT),
  enforcedTargetLimit: at('enforcedTargetLimit', COUNT),
  enforcedLabelLimit: at('enforcedLabelLimit', COUNT),
  enforcedLabelNameLengthLimit: at('enforcedLabelNameLengthLimit', COUNT),
  enforcedLabelValueLengthLimit: at('enforcedLabelValueLengthLimit', COUNT),
  enforcedKeepDroppedTargets: at('enforcedKeepDroppedTargets', COUNT),
  enforcedBodySizeLimit: at('enforcedBodySizeLimit', SIZE),
});
