import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const OPERATOR = 'prometheusOperator';
const WEBHOOKS = `${OPERATOR}.admissionWebhooks`;

/** Annotation by which cert-manager writes its own certificate into a webhook. */
const INJECTED = /^cert-manager\.io\/inject-/;

/**
 * What keeps the webhooks, and the Operator that mounts their certificate, from working.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/prometheus-operator/deployment.yaml` and `admission-webhooks`.
 */
export function webhookRules(values: GuardedValues): void {
  if (!values.flag(`${OPERATOR}.enabled`, true)) {
    return;
  }
  if (values.flag(`${WEBHOOKS}.enabled`, true)) {
    certificate(values);
    port(values);
    timeout(values);
    hooks(values);
  } else if (values.flag(`${OPERATOR}.tls.enabled`, true)) {
    values.refuse(
      `${WEBHOOKS}.enabled`,
      'without webhooks nobody creates the certificate that the Operator mounts, so it stays in ContainerCreating.',
      `set ${OPERATOR}.tls.enabled to false as well.`,
    );
  }
}

function certificate(values: GuardedValues): void {
  const certManager = `${WEBHOOKS}.certManager`;
  const managed = values.flag(`${certManager}.enabled`, false);
  if (managed && truthy(values.at(`${certManager}.issuerRef`)) && truthy(values.at(`${certManager}.rootCert`))) {
    values.dropped(
      `${certManager}.rootCert`,
      `has no effect beside ${certManager}.issuerRef: there is no root certificate then.`,
      'keep one of the two.',
    );
  }
  const annotations = ['annotations', 'mutatingWebhookConfiguration.annotations'].flatMap((key) =>
    Object.keys(values.map(`${WEBHOOKS}.${key}`)),
  );
  const elsewhere = truthy(values.at(`${WEBHOOKS}.caBundle`)) || annotations.some((key) => INJECTED.test(key));
  if (!managed && !elsewhere && !values.flag(`${WEBHOOKS}.patch.enabled`, true)) {
    values.refuse(
      `${WEBHOOKS}.patch.enabled`,
      'without the patch Job and without cert-manager nobody creates the certificate of the webhooks, which the Operator mounts too.',
      `set ${certManager}.enabled to true, or leave the Job on; with a certificate of your own, give ${WEBHOOKS}.caBundle.`,
    );
  }
}

function hooks(values: GuardedValues): void {
  const path = `${WEBHOOKS}.patch.ttlSecondsAfterFinished`;
  const ttl = values.at(path);
  if (values.subject.argo && typeof ttl === 'number' && ttl < 60) {
    values.warn(
      path,
      `after ${ttl} seconds a finished hook Job is gone, often before Argo CD has seen it, and the sync waits for ever.`,
      'give 60 or more.',
    );
  }
}

function port(values: GuardedValues): void {
  const path = `${WEBHOOKS}.deployment`;
  if (
    values.flag(`${path}.enabled`, false) &&
    values.flag(`${path}.hostNetwork`, false) &&
    values.flag(`${path}.tls.enabled`, true) &&
    (values.at(`${path}.tls.internalPort`) ?? 10250) === 10250
  ) {
    values.refuse(
      `${path}.hostNetwork`,
      'on the host network port 10250 belongs to the kubelet.',
      `set ${path}.tls.internalPort to another port, for example 8444.`,
    );
  }
}

function timeout(values: GuardedValues): void {
  const path = `${WEBHOOKS}.timeoutSeconds`;
  const seconds = values.at(path);
  if (seconds !== undefined && !(seconds >= 1 && seconds <= 30)) {
    values.refuse(
      path,
      `${JSON.stringify(seconds)} seconds: Kubernetes refuses less than 1 and more than 30.`,
      'give 10.',
    );
  }
}
