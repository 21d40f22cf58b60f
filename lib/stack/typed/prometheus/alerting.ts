import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import { boundList } from '../bound-kind';
import { type StackSecretKey, secretKey } from '../secret-key';
import { FLAG, MAPS } from '../value-kind';
import { at, below, type ValueTable } from '../value-table';

/**
 * Where Prometheus sends alerts.
 */
export interface StackPrometheusAlerting {
  /**
   * Sends alerts nowhere.
   *
   * @default false
   */
  readonly disableAlerting?: boolean;

  /**
   * Alertmanagers that alerts go to, instead of that of the release.
   *
   * @default - the Alertmanager of the release
   */
  readonly alertingEndpoints?: v1.AlertmanagerEndpoints[];

  /**
   * More Alertmanagers, in the form of Prometheus. Excludes `additionalAlertManagerConfigsSecret`.
   *
   * @default - none
   */
  readonly additionalAlertManagerConfigs?: { [key: string]: any }[];

  /**
   * The key of a Secret that holds more Alertmanagers. Excludes `additionalAlertManagerConfigs`.
   *
   * @default - none
   */
  readonly additionalAlertManagerConfigsSecret?: StackSecretKey;

  /**
   * Changes of the labels of alerts, in the form of Prometheus. Excludes `additionalAlertRelabelConfigsSecret`.
   *
   * @default - none
   */
  readonly additionalAlertRelabelConfigs?: { [key: string]: any }[];

  /**
   * The key of a Secret that holds changes of the labels of alerts. Excludes `additionalAlertRelabelConfigs`.
   *
   * @default - none
   */
  readonly additionalAlertRelabelConfigsSecret?: StackSecretKey;
}

/** Values below `prometheus.prometheusSpec` on alerting. */
export const PROMETHEUS_ALERTING: ValueTable<StackPrometheusAlerting> = below('prometheusSpec', {
  disableAlerting: at('disableAlerting', FLAG),
  alertingEndpoints: at('alertingEndpoints', boundList('alerting.alertmanagers')),
  additionalAlertManagerConfigs: at('additionalAlertManagerConfigs', MAPS),
  additionalAlertManagerConfigsSecret: secretKey('additionalAlertManagerConfigsSecret'),
  additionalAlertRelabelConfigs: at('additionalAlertRelabelConfigs', MAPS),
  additionalAlertRelabelConfigsSecret: secretKey('additionalAlertRelabelConfigsSecret'),
});
