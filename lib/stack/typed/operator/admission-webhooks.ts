import type { Duration } from 'cdk8s';
import type { LabelSelector } from '../../../selection/label-selector';
import { LABEL_SELECTOR } from '../label-selector-kind';
import { choice, FLAG, SECONDS, TEXT, TEXT_MAP } from '../value-kind';
import { at, group, list, type ValueTable } from '../value-table';
import { CERT_MANAGER, type StackCertManager } from './cert-manager';
import { type StackWebhookDeployment, WEBHOOK_DEPLOYMENT } from './webhook-deployment';
import { type StackWebhookPatch, WEBHOOK_PATCH } from './webhook-patch';

/** What the API server does with a rule when the webhook does not answer. */
export enum StackFailurePolicy {
  /** Refuses it. */
  FAIL = 'Fail',
  /** Takes it unseen. */
  IGNORE = 'Ignore',
  /**
   * Takes it unseen while Helm installs, refuses it later. Argo CD renders every time as if it installed, so that there it
   * is the same as IGNORE.
   */
  IGNORE_ON_INSTALL_ONLY = 'IgnoreOnInstallOnly',
}

/**
 * A condition that a request has to meet before the webhook is called.
 */
export interface StackMatchCondition {
  /** Name of the condition. */
  readonly name: string;

  /** Expression in CEL. */
  readonly expression: string;
}

/**
 * Webhooks that check PrometheusRules when they are applied: the chart's values below
 * `prometheusOperator.admissionWebhooks`.
 */
export interface StackAdmissionWebhooks {
  /**
   * Whether there are webhooks. False needs `tls.enabled: false` of the Operator too: the certificate that it mounts comes
   * with them.
   *
   * @default true
   */
  readonly enabled?: boolean;

  /**
   * What happens to a rule when the webhook does not answer.
   *
   * @default - Ignore with the Jobs of `patch`, otherwise Fail
   */
  readonly failurePolicy?: StackFailurePolicy;

  /**
   * How long the API server waits for an answer: 1 to 30 seconds.
   *
   * @default - 10 seconds, set by the chart
   */
  readonly timeoutSeconds?: Duration;

  /**
   * Annotations of the webhook configurations.
   *
   * @default - only those of the chart
   */
  readonly annotations?: { [key: string]: string };

  /**
   * Namespaces whose rules are checked, by their labels.
   *
   * @default - all
   */
  readonly namespaceSelector?: LabelSelector;

  /**
   * Rules that are checked, by their labels.
   *
   * @default - all
   */
  readonly objectSelector?: LabelSelector;

  /**
   * Conditions that a request has to meet.
   *
   * @default - none
   */
  readonly matchConditions?: StackMatchCondition[];

  /**
   * The Jobs that make the certificate.
   *
   * @default - as the chart sets it
   */
  readonly patch?: StackWebhookPatch;

  /**
   * The certificate by cert-manager, in place of the Jobs.
   *
   * @default - off
   */
  readonly certManager?: StackCertManager;

  /**
   * A server of its own for the webhooks.
   *
   * @default - off
   */
  readonly deployment?: StackWebhookDeployment;
}

const MATCH_CONDITION: ValueTable<StackMatchCondition> = {
  name: at('name', TEXT),
  expression: at('expression', TEXT),
};

/** Values below `prometheusOperator.admissionWebhooks`. */
export const ADMISSION_WEBHOOKS: ValueTable<StackAdmissionWebhooks> = {
  enabled: at('enabled', FLAG),
  failurePolicy: at(
    'failurePolicy',
    choice(() => StackFailurePolicy),
  ),
  timeoutSeconds: at('timeoutSeconds', SECONDS),
  annotations: at('annotations', TEXT_MAP),
  namespaceSelector: at('namespaceSelector', LABEL_SELECTOR),
  objectSelector: at('objectSelector', LABEL_SELECTOR),
  matchConditions: list('matchConditions', MATCH_CONDITION, ['name', 'expression']),
  patch: group('patch', WEBHOOK_PATCH),
  certManager: group('certManager', CERT_MANAGER),
  deployment: group('deployment', WEBHOOK_DEPLOYMENT),
};
