import { OperatorScope } from '../../selection/operator-scope';
import { type Release, serviceAccountOf } from './release';

const OPERATOR = 'prometheusOperator';

/** Lists of namespaces that become one flag each, joined by commas. */
export const NAMESPACE_FLAGS = {
  denyNamespaces: 'deny-namespaces',
  alertmanagerInstanceNamespaces: 'alertmanager-instance-namespaces',
  alertmanagerConfigNamespaces: 'alertmanager-config-namespaces',
  prometheusInstanceNamespaces: 'prometheus-instance-namespaces',
  thanosRulerInstanceNamespaces: 'thanos-ruler-instance-namespaces',
} as const;

/** The Operator of a release. */
export interface OperatorFacts {
  readonly enabled: boolean;
  readonly name: string;
  readonly namespace: string;
  readonly serviceAccountName: string;
  /** The flag `--namespaces`; `undefined` where it is not there. An empty list means all namespaces. */
  readonly namespaces: readonly string[] | undefined;
  readonly denyNamespaces: readonly string[];
  readonly prometheusInstanceNamespaces: readonly string[];
  readonly alertmanagerInstanceNamespaces: readonly string[];
  readonly thanosRulerInstanceNamespaces: readonly string[];
  readonly alertmanagerConfigNamespaces: readonly string[];
  /** Tag of the image; empty where the chart decides. */
  readonly versionText: string;
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus-operator/deployment.yaml`. */
export function operatorFacts(release: Release): OperatorFacts {
  const { values, names, objectNamespace: namespace } = release;
  const only = `${OPERATOR}.namespaces`;
  const limited = Object.keys(values.map(only)).length > 0;
  const own = limited && values.flag(`${only}.releaseNamespace`, false) ? [namespace] : [];
  const lists = Object.fromEntries(
    Object.keys(NAMESPACE_FLAGS).map((key) => [key, values.texts(`${OPERATOR}.${key}`)]),
  ) as { [key in keyof typeof NAMESPACE_FLAGS]: string[] };
  return {
    enabled: values.flag(`${OPERATOR}.enabled`, true),
    name: names.operator,
    namespace,
    serviceAccountName: serviceAccountOf(release, OPERATOR, names.operator),
    // Even where the list ends up empty the flag is there, and means all namespaces.
    namespaces: limited ? [...new Set([...own, ...values.texts(`${only}.additional`)])] : undefined,
    ...lists,
    versionText: values.text(`${OPERATOR}.image.tag`),
  };
}

/** Which namespaces it watches; all, where another Operator does the work, since what that watches is not known. */
export function operatorScope({ enabled, namespaces = [], denyNamespaces }: OperatorFacts): OperatorScope {
  if (!enabled) {
    return OperatorScope.all();
  }
  return namespaces.length > 0 ? OperatorScope.only(...namespaces) : OperatorScope.allExcept(...denyNamespaces);
}
