import { type ApiObject, Duration } from 'cdk8s';
import { whyNoDnsLabel } from '../private/kubernetes-names';
import { Problems } from '../private/problems';
import { LabelSelector } from '../selection/label-selector';
import { NamespaceSelector } from '../selection/namespace-selector';
import { OperatorScope } from '../selection/operator-scope';
import type { IPrometheus } from './i-prometheus';
import { selectApiObject } from './select';

/**
 * What a Prometheus that exists selects, as `kubectl get prometheus -A -o yaml` shows it.
 *
 * A selector that is left out means what it means on the Prometheus object: it selects nothing. A namespace selector
 * that is left out means the own namespace only.
 */
export interface PrometheusSelectors {
  /** Name of the Prometheus (or PrometheusAgent) object. */
  readonly name: string;

  /** Namespace of the Prometheus object. */
  readonly namespace: string;

  /**
   * `spec.version`, for example `3.14.0`.
   *
   * @default - unknown, the newest is assumed
   */
  readonly version?: string;

  /**
   * Which ServiceMonitors it takes.
   *
   * @default LabelSelector.nothing()
   */
  readonly serviceMonitorSelector?: LabelSelector;

  /**
   * In which namespaces it looks for ServiceMonitors.
   *
   * @default NamespaceSelector.own()
   */
  readonly serviceMonitorNamespaceSelector?: NamespaceSelector;

  /**
   * Which PodMonitors it takes.
   *
   * @default LabelSelector.nothing()
   */
  readonly podMonitorSelector?: LabelSelector;

  /**
   * In which namespaces it looks for PodMonitors.
   *
   * @default NamespaceSelector.own()
   */
  readonly podMonitorNamespaceSelector?: NamespaceSelector;

  /**
   * Which Probes it takes.
   *
   * @default LabelSelector.nothing()
   */
  readonly probeSelector?: LabelSelector;

  /**
   * In which namespaces it looks for Probes.
   *
   * @default NamespaceSelector.own()
   */
  readonly probeNamespaceSelector?: NamespaceSelector;

  /**
   * Which ScrapeConfigs it takes.
   *
   * @default LabelSelector.nothing()
   */
  readonly scrapeConfigSelector?: LabelSelector;

  /**
   * In which namespaces it looks for ScrapeConfigs.
   *
   * @default NamespaceSelector.own()
   */
  readonly scrapeConfigNamespaceSelector?: NamespaceSelector;

  /**
   * Which PrometheusRules it takes.
   *
   * @default LabelSelector.nothing()
   */
  readonly ruleSelector?: LabelSelector;

  /**
   * In which namespaces it looks for PrometheusRules.
   *
   * @default NamespaceSelector.own()
   */
  readonly ruleNamespaceSelector?: NamespaceSelector;

  /**
   * Which namespaces the Operator behind it watches.
   *
   * @default OperatorScope.all()
   */
  readonly operatorScope?: OperatorScope;

  /**
   * `spec.ignoreNamespaceSelectors`: monitors reach only their own namespace.
   *
   * @default false
   */
  readonly ignoreNamespaceSelectors?: boolean;

  /**
   * `spec.scrapeInterval`: time between two scrapes where a monitor sets none.
   *
   * @default Duration.seconds(30)
   */
  readonly scrapeInterval?: Duration;

  /**
   * `spec.serviceAccountName`.
   *
   * @default "default"
   */
  readonly serviceAccountName?: string;

  /**
   * Labels of its pods beyond those that the Operator sets: `spec.podMetadata.labels`.
   *
   * @default - none
   */
  readonly podLabels?: { [key: string]: string };

  /**
   * True for a PrometheusAgent, whose pods the Operator labels differently.
   *
   * @default false
   */
  readonly agent?: boolean;
}

/**
 * A Prometheus that exists already, whoever installed it.
 *
 * It creates nothing. Pass it wherever an `IPrometheus` is asked for.
 */
export class Prometheus implements IPrometheus {
  /**
   * Describes an existing Prometheus by what it selects.
   *
   * @throws if the name or the namespace is no DNS label, or an agent is said to evaluate rules
   */
  public static fromSelectors(selectors: PrometheusSelectors): Prometheus {
    return new Prometheus(selectors);
  }

  public readonly prometheusName: string;
  public readonly namespace: string;
  public readonly prometheusVersion?: string;
  public readonly serviceMonitorSelector: LabelSelector;
  public readonly serviceMonitorNamespaceSelector: NamespaceSelector;
  public readonly podMonitorSelector: LabelSelector;
  public readonly podMonitorNamespaceSelector: NamespaceSelector;
  public readonly probeSelector: LabelSelector;
  public readonly probeNamespaceSelector: NamespaceSelector;
  public readonly scrapeConfigSelector: LabelSelector;
  public readonly scrapeConfigNamespaceSelector: NamespaceSelector;
  public readonly ruleSelector: LabelSelector;
  public readonly ruleNamespaceSelector: NamespaceSelector;
  public readonly operatorScope: OperatorScope;
  public readonly ignoreNamespaceSelectors: boolean;
  public readonly scrapeInterval: Duration;
  public readonly serviceAccountName: string;
  public readonly podLabels: { [key: string]: string };

  private constructor(selectors: PrometheusSelectors) {
    const problems = new Problems('Prometheus.fromSelectors');
    for (const field of ['name', 'namespace'] as const) {
      const why = whyNoDnsLabel(selectors[field]);
      if (why) {
        problems.add(field, `"${selectors[field]}" ${why}.`, `copy metadata.${field} of the Prometheus object.`);
      }
    }
    for (const field of ['ruleSelector', 'ruleNamespaceSelector'] as const) {
      if (selectors.agent && selectors[field] !== undefined) {
        problems.add(
          field,
          'is given for a PrometheusAgent, which evaluates no rules.',
          `leave out ${field} or agent.`,
        );
      }
    }
    problems.throwIfAny();

    this.prometheusName = selectors.name;
    this.namespace = selectors.namespace;
    this.prometheusVersion = selectors.version;
    this.serviceMonitorSelector = selectors.serviceMonitorSelector ?? LabelSelector.nothing();
    this.serviceMonitorNamespaceSelector = selectors.serviceMonitorNamespaceSelector ?? NamespaceSelector.own();
    this.podMonitorSelector = selectors.podMonitorSelector ?? LabelSelector.nothing();
    this.podMonitorNamespaceSelector = selectors.podMonitorNamespaceSelector ?? NamespaceSelector.own();
    this.probeSelector = selectors.probeSelector ?? LabelSelector.nothing();
    this.probeNamespaceSelector = selectors.probeNamespaceSelector ?? NamespaceSelector.own();
    this.scrapeConfigSelector = selectors.scrapeConfigSelector ?? LabelSelector.nothing();
    this.scrapeConfigNamespaceSelector = selectors.scrapeConfigNamespaceSelector ?? NamespaceSelector.own();
    this.ruleSelector = selectors.ruleSelector ?? LabelSelector.nothing();
    this.ruleNamespaceSelector = selectors.ruleNamespaceSelector ?? NamespaceSelector.own();
    this.operatorScope = selectors.operatorScope ?? OperatorScope.all();
    this.ignoreNamespaceSelectors = selectors.ignoreNamespaceSelectors ?? false;
    this.scrapeInterval = selectors.scrapeInterval ?? Duration.seconds(30);
    this.serviceAccountName = selectors.serviceAccountName ?? 'default';
    this.podLabels = { ...selectors.podLabels, ...operatorPodLabels(selectors.name, selectors.agent ?? false) };
  }

  public select(apiObject: ApiObject): void {
    selectApiObject(this, apiObject);
  }
}

/**
 * Labels by which pods of one instance can be told from all others.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/server/statefulset.go` and `pkg/prometheus/agent/statefulset.go`,
 * `makeStatefulSetSpec`.
 */
export function operatorPodLabels(name: string, agent: boolean): { [key: string]: string } {
  return {
    'app.kubernetes.io/name': agent ? 'prometheus-agent' : 'prometheus',
    'app.kubernetes.io/instance': name,
    'operator.prometheus.io/name': name,
  };
}
