import { isDnsLabel } from '../../../private/kubernetes-names';
import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const OPERATOR = 'prometheusOperator';

/**
 * What keeps the Operator, its webhooks or the CustomResourceDefinitions from working.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus-operator`, `charts/crds/templates/upgrade`;
 * prometheus-operator v0.93 `cmd/operator/main.go`.
 */
export function operatorRules(values: GuardedValues): void {
  namespaces(values);
  upgradeJob(values);
  if (values.flag(`${OPERATOR}.enabled`, true)) {
    certificate(values);
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

function certificate(values: GuardedValues): void {
  const webhooks = `${OPERATOR}.admissionWebhooks`;
  const tls = values.flag(`${OPERATOR}.tls.enabled`, true);
  if (tls && !values.flag(`${webhooks}.enabled`, true)) {
    values.refuse(
      `${webhooks}.enabled`,
      'without webhooks nobody creates the certificate that the Operator mounts, so it stays in ContainerCreating.',
      'set prometheusOperator.tls.enabled to false as well.',
    );
  } else if (
    tls &&
    !values.flag(`${webhooks}.patch.enabled`, true) &&
    !values.flag(`${webhooks}.certManager.enabled`, false)
  ) {
    values.warn(
      `${webhooks}.patch.enabled`,
      'without the patch Job and without cert-manager nobody creates the certificate that the Operator mounts, unless it is made by hand.',
      `set ${webhooks}.certManager.enabled to true, or leave the Job on.`,
    );
  }
  if (
    tls &&
    values.flag(`${OPERATOR}.hostNetwork`, false) &&
    (values.at(`${OPERATOR}.tls.internalPort`) ?? 10250) === 10250
  ) {
    values.refuse(
      `${OPERATOR}.hostNetwork`,
      'on the host network port 10250 belongs to the kubelet.',
      'set prometheusOperator.tls.internalPort to another port, for example 8443.',
    );
  }
  const ttl = values.at(`${webhooks}.patch.ttlSecondsAfterFinished`);
  if (values.subject.argo && typeof ttl === 'number' && ttl < 60) {
    values.warn(
      `${webhooks}.patch.ttlSecondsAfterFinished`,
      `after ${ttl} seconds a finished hook Job is gone, often before Argo CD has seen it, and the sync waits for ever.`,
      'give 60 or more.',
    );
  }
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
