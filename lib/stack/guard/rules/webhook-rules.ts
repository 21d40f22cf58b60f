import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

const OPERATOR = 'prometheusOperator';
const WEBHOOKS = `${OPERATOR}.admissionWebhooks`;

/** What cannot work in the Operator and its webhooks. */
export function webhookRules(values: GuardedValues): void {
  if (!values.flag(`${OPERATOR}.enabled`, true)) {
    return;
  }
  kubeletService(values);
  if (values.flag(`${WEBHOOKS}.enabled`, true)) {
    certificate(values);
    webhookPort(values);
    webhookTimeout(values);
  }
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

function certificate(values: GuardedValues): void {
  const certManager = `${WEBHOOKS}.certManager`;
  const managed = values.flag(`${certManager}.enabled`, false);
  if (managed && truthy(values.at(`${certManager}.issuerRef`)) && truthy(values.at(`${certManager}.rootCert`))) {
    values.refuse(
      `${certManager}.rootCert`,
      `there is no root certificate beside ${certManager}.issuerRef.`,
      'keep one of the two.',
    );
  }
  if (!managed && !values.flag(`${WEBHOOKS}.patch.enabled`, true) && !truthy(values.at(`${WEBHOOKS}.caBundle`))) {
    values.refuse(
      `${WEBHOOKS}.patch.enabled`,
      'without these Jobs nobody makes the certificate of the webhooks, so the Operator stays in ContainerCreating.',
      `set ${certManager}.enabled to true, or ${WEBHOOKS}.enabled and ${OPERATOR}.tls.enabled to false.`,
    );
  }
}

function webhookPort(values: GuardedValues): void {
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

function webhookTimeout(values: GuardedValues): void {
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
