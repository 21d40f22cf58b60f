import { isDnsLabel } from '../../../private/kubernetes-names';
import { operatorFacts, operatorScope } from '../../facts/operator';
import { prometheusFacts } from '../../facts/prometheus';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const OPERATOR = 'prometheusOperator';

/**
 * What keeps the Operator or the CustomResourceDefinitions from working.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus-operator`, `charts/crds/templates/upgrade`;
 * prometheus-operator v0.93 `cmd/operator/main.go`.
 */
export function operatorRules(values: GuardedValues): void {
  namespaces(values);
  upgradeJob(values);
  if (values.flag(`${OPERATOR}.enabled`, true)) {
    kubeletService(values);
    hostPort(values);
    ownNamespace(values);
  }
}

function namespaces(values: GuardedValues): void {
  const only = `${OPERATOR}.namespaces`;
  const deny = `${OPERATOR}.denyNamespaces`;
  for (const path of [`${only}.additional`, deny]) {
    const list = values.at(path) ?? [];
    const named = Array.isArray(list) && list.every((name) => isDnsLabel(name) || String(name).includes('{{'));
    if (!named) {
      values.wrong(path, `${shown(list)} is not a list of namespace names.`, 'give a list of plain names.');
    }
  }
  if (truthy(values.at(only)) && truthy(values.at(deny))) {
    values.refuse(deny, `the Operator does not start with both this and ${only}.`, 'keep one of the two.');
  }
}

function shown(list: unknown): string {
  return Array.isArray(list) && list.every((name) => typeof name === 'string' && name.length < 64)
    ? JSON.stringify(list)
    : 'this';
}

/** Source: prometheus-operator v0.93 `pkg/kubelet/controller.go`, `New`. */
function kubeletService(values: GuardedValues): void {
  const endpoints = `${OPERATOR}.kubeletEndpointsEnabled`;
  if (
    values.flag(`${OPERATOR}.kubeletService.enabled`, true) &&
    !values.flag(endpoints, true) &&
    !values.flag(`${OPERATOR}.kubeletEndpointSliceEnabled`, false)
  ) {
    values.refuse(
      endpoints,
      'the Operator does not start when it may write neither Endpoints nor EndpointSlices of the kubelets.',
      `set ${OPERATOR}.kubeletEndpointSliceEnabled to true.`,
    );
  }
}

function hostPort(values: GuardedValues): void {
  if (
    values.flag(`${OPERATOR}.tls.enabled`, true) &&
    values.flag(`${OPERATOR}.hostNetwork`, false) &&
    (values.at(`${OPERATOR}.tls.internalPort`) ?? 10250) === 10250
  ) {
    values.refuse(
      `${OPERATOR}.hostNetwork`,
      'on the host network port 10250 belongs to the kubelet.',
      `set ${OPERATOR}.tls.internalPort to another port, for example 8443.`,
    );
  }
}

/**
 * An Operator that leaves out the Prometheus of its own release. A list for Prometheus objects replaces the general one.
 *
 * Source: prometheus-operator v0.93 `pkg/operator/config.go`, `Namespaces.Finalize`.
 */
function ownNamespace(values: GuardedValues): void {
  const { enabled, namespace } = prometheusFacts(values.release);
  const operator = operatorFacts(values.release);
  const { namespaces: only = [], prometheusInstanceNamespaces: instances } = operator;
  const sees = instances.length > 0 ? instances.includes(namespace) : operatorScope(operator).watches(namespace);
  if (!enabled || sees) {
    return;
  }
  const [path, fix] =
    instances.length > 0
      ? [`${OPERATOR}.prometheusInstanceNamespaces`, `add "${namespace}".`]
      : only.length > 0
        ? [`${OPERATOR}.namespaces`, `set ${OPERATOR}.namespaces.releaseNamespace to true.`]
        : [`${OPERATOR}.denyNamespaces`, `remove "${namespace}".`];
  values.refuse(
    path,
    `the Operator would not see the Prometheus of its own release in "${namespace}", so no pod of it ever starts.`,
    fix,
  );
}

function upgradeJob(values: GuardedValues): void {
  const job = 'crds.upgradeJob';
  if (truthy(values.at(`${job}.image.busybox.sha`))) {
    values.dropped(
      `${job}.image.busybox.sha`,
      'is not read: the template looks at crds.upgradeJob.image.sha.',
      'pin the image by its tag.',
    );
  }
  if (values.flag(`${job}.enabled`, false) && values.text(`${job}.serviceAccount.name`) !== '') {
    values.refuse(
      `${job}.serviceAccount.name`,
      'a name of its own breaks the mount of the ConfigMap, so the upgrade Job never runs.',
      'leave it empty.',
    );
  }
}
