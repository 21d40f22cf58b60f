import type * as v1 from '../../../../imports/monitoring.coreos.com/v1';
import type { LabelSelector } from '../../../selection/label-selector';
import type { NamespaceSelector } from '../../../selection/namespace-selector';
import { boundMap } from '../bound-kind';
import { LABEL_SELECTOR } from '../label-selector-kind';
import { namespaceSelectorOrOwn } from '../selector-kind';
import { choice, FLAG, TEXT } from '../value-kind';
import { at, group, type ValueTable } from '../value-table';

/** Which alerts reach the routes of an AlertmanagerConfig. */
export enum StackMatcherStrategyType {
  /** Those with the label `namespace` of its own namespace. Alerts without the label, Watchdog for one, reach none. */
  ON_NAMESPACE = 'OnNamespace',
  /** As ON_NAMESPACE, but all for an AlertmanagerConfig in the namespace of Alertmanager. */
  ON_NAMESPACE_EXCEPT_FOR_ALERTMANAGER_NAMESPACE = 'OnNamespaceExceptForAlertmanagerNamespace',
  /** All. */
  NONE = 'None',
}

/**
 * Which alerts reach the routes of an AlertmanagerConfig.
 */
export interface StackMatcherStrategy {
  /**
   * The strategy.
   *
   * @default StackMatcherStrategyType.ON_NAMESPACE
   */
  readonly type?: StackMatcherStrategyType;
}

/**
 * Where Alertmanager's configuration comes from beside `config`.
 */
export interface StackAlertmanagerConfigSources {
  /**
   * Whether the chart leaves the Secret with the configuration to you. Name it in `configSecret`.
   *
   * @default false
   */
  readonly useExistingSecret?: boolean;

  /**
   * Name of a Secret with the configuration, in its key `alertmanager.yaml`. `config` then counts for nothing.
   *
   * @default - that of the chart, or with `useExistingSecret` the one named `alertmanager-<Alertmanager object>`
   */
  readonly configSecret?: string;

  /**
   * Which AlertmanagerConfigs are taken. Unlike monitors they need no label `release`.
   *
   * @default - all
   */
  readonly alertmanagerConfigSelector?: LabelSelector;

  /**
   * In which namespaces AlertmanagerConfigs are looked for.
   *
   * @default - all
   */
  readonly alertmanagerConfigNamespaceSelector?: NamespaceSelector;

  /**
   * Which alerts reach the routes of an AlertmanagerConfig.
   *
   * @default - those with the label `namespace` of its own namespace
   */
  readonly alertmanagerConfigMatcherStrategy?: StackMatcherStrategy;

  /**
   * An AlertmanagerConfig in the namespace of Alertmanager that is the whole configuration. `config` then counts for
   * nothing.
   *
   * @default - none
   */
  readonly alertmanagerConfiguration?: v1.AlertmanagerConfiguration;
}

const MATCHER_STRATEGY: ValueTable<StackMatcherStrategy> = {
  type: at(
    'type',
    choice(() => StackMatcherStrategyType),
  ),
};

/** Values below `alertmanager.alertmanagerSpec` on the configuration. */
export const ALERTMANAGER_CONFIG_SOURCES: ValueTable<StackAlertmanagerConfigSources> = {
  useExistingSecret: at('useExistingSecret', FLAG),
  configSecret: at('configSecret', TEXT),
  alertmanagerConfigSelector: at('alertmanagerConfigSelector', LABEL_SELECTOR),
  alertmanagerConfigNamespaceSelector: namespaceSelectorOrOwn('alertmanagerConfigNamespaceSelector'),
  alertmanagerConfigMatcherStrategy: group('alertmanagerConfigMatcherStrategy', MATCHER_STRATEGY),
  alertmanagerConfiguration: at('alertmanagerConfiguration', boundMap('alertmanagerConfiguration', 'Alertmanager')),
};
