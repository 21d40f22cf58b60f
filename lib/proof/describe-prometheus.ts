import { toPrometheusDuration } from '../private/prometheus-duration';
import type { IPrometheus } from '../prometheus/i-prometheus';
import type { LabelSelector } from '../selection/label-selector';
import type { NamespaceSelector } from '../selection/namespace-selector';
import type { SourcedObject } from '../simulator/kube-object';
import { modelledObject } from '../simulator/stack/modelled-source';
import type { StackSpec } from '../simulator/stack/stack-spec';

/** A Prometheus that a construct arranges itself for. */
export interface UsedPrometheus {
  readonly prometheus: IPrometheus;
  /** Path of the first construct that does so. */
  readonly construct: string;
}

/** Ties an instance to its own Operator, so that no other one in the app takes it. */
const CONTROLLER_ID = 'operator.prometheus.io/controller-id';

/**
 * The objects that stand for instances which are known by what they select only, one for each name and namespace.
 *
 * @param present keys (see `keyOfPrometheus`) of instances that need no description
 */
export function describePrometheuses(
  used: readonly UsedPrometheus[],
  present: ReadonlySet<string>,
  ownOperators: boolean,
): SourcedObject[] {
  const groups = new Map<string, UsedPrometheus[]>();
  for (const one of used) {
    const key = keyOfPrometheus(one.prometheus.namespace, one.prometheus.prometheusName);
    if (!present.has(key)) {
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  }
  const ownOperator = ownOperators || used.some(({ prometheus }) => prometheus.operatorScope._flags.length > 0);
  return [...groups.values()].flatMap((group) => [
    describe(group, ownOperator),
    ...(ownOperator ? [operatorOf(group[0])] : []),
  ]);
}

/** Identity of an instance. */
export function keyOfPrometheus(namespace: string | undefined, name: string): string {
  return `${namespace ?? 'default'}/${name}`;
}

/** People describe one instance by what they need of it at the place, so of each kind the first selector counts that takes something. */
function describe(group: readonly UsedPrometheus[], ownOperator: boolean): SourcedObject {
  const [{ prometheus, construct }] = group;
  const agent = prometheus.podLabels['app.kubernetes.io/name'] === 'prometheus-agent';
  const all = group.map((one) => one.prometheus);
  const select = (
    kind: string,
    selectorOf: (one: IPrometheus) => LabelSelector,
    namespacesOf: (one: IPrometheus) => NamespaceSelector,
  ): { [field: string]: any } => {
    const taking = all.find((one) => !selectorOf(one).selectsNothing) ?? prometheus;
    return {
      [`${kind}Selector`]: selectorOf(taking).toManifest(),
      [`${kind}NamespaceSelector`]: namespacesOf(taking).toManifest(),
    };
  };
  const spec = {
    version: prometheus.prometheusVersion,
    serviceAccountName: prometheus.serviceAccountName,
    scrapeInterval: toPrometheusDuration(prometheus.scrapeInterval),
    ignoreNamespaceSelectors: prometheus.ignoreNamespaceSelectors || undefined,
    ...select(
      'serviceMonitor',
      (one) => one.serviceMonitorSelector,
      (one) => one.serviceMonitorNamespaceSelector,
    ),
    ...select(
      'podMonitor',
      (one) => one.podMonitorSelector,
      (one) => one.podMonitorNamespaceSelector,
    ),
    ...select(
      'probe',
      (one) => one.probeSelector,
      (one) => one.probeNamespaceSelector,
    ),
    ...select(
      'scrapeConfig',
      (one) => one.scrapeConfigSelector,
      (one) => one.scrapeConfigNamespaceSelector,
    ),
    ...(agent
      ? {}
      : select(
          'rule',
          (one) => one.ruleSelector,
          (one) => one.ruleNamespaceSelector,
        )),
  };
  return {
    object: {
      apiVersion: `monitoring.coreos.com/${agent ? 'v1alpha1' : 'v1'}`,
      kind: agent ? 'PrometheusAgent' : 'Prometheus',
      metadata: {
        name: prometheus.prometheusName,
        namespace: prometheus.namespace,
        ...(ownOperator ? { annotations: { [CONTROLLER_ID]: controllerIdOf(prometheus) } } : {}),
      },
      spec: Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined)),
    },
    source: { construct },
  };
}

/** The Operator behind an instance, marked so that nobody takes it for an object of the app. */
function operatorOf({ prometheus, construct }: UsedPrometheus): SourcedObject {
  const name = `${prometheus.prometheusName}-operator`;
  const labels = { app: name };
  const release: StackSpec = {
    release: name,
    namespace: prometheus.namespace,
    values: {},
    source: { construct },
    declaredBy: `Prometheus ${prometheus.namespace}/${prometheus.prometheusName}`,
  };
  const args = [
    `--controller-id=${controllerIdOf(prometheus)}`,
    `--prometheus-instance-namespaces=${prometheus.namespace}`,
    ...prometheus.operatorScope._flags,
  ];
  const object = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: prometheus.namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'prometheus-operator', image: 'prometheus-operator', args }] },
      },
    },
  };
  return modelledObject(release, object, []);
}

function controllerIdOf({ namespace, prometheusName }: IPrometheus): string {
  return `${namespace}/${prometheusName}`;
}
