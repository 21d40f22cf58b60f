import type { ValuesCheck } from '../check-values';
import { truthy } from '../facts/selection';

const OPERATOR = 'prometheusOperator';
const WEBHOOKS = `${OPERATOR}.admissionWebhooks`;

/** What cannot work in the Operator and its webhooks. */
export function checkOperator(check: ValuesCheck): void {
  if (!check.flag(`${OPERATOR}.enabled`, true)) {
    return;
  }
  kubeletService(check);
  if (check.flag(`${WEBHOOKS}.enabled`, true)) {
    certificate(check);
    webhookPort(check);
    webhookTimeout(check);
  }
}

/** Source: prometheus-operator v0.93 `pkg/kubelet/controller.go`, `New`. */
function kubeletService(check: ValuesCheck): void {
  const endpoints = `${OPERATOR}.kubeletEndpointsEnabled`;
  if (
    check.flag(`${OPERATOR}.kubeletService.enabled`, true) &&
    !check.flag(endpoints, true) &&
    !check.flag(`${OPERATOR}.kubeletEndpointSliceEnabled`, false)
  ) {
    check.add(
      endpoints,
      'the Operator does not start when it may write neither Endpoints nor EndpointSlices of the kubelets.',
      `set ${OPERATOR}.kubeletEndpointSliceEnabled to true.`,
    );
  }
}

function certificate(check: ValuesCheck): void {
  const certManager = `${WEBHOOKS}.certManager`;
  const managed = check.flag(`${certManager}.enabled`, false);
  if (managed && truthy(check.value(`${certManager}.issuerRef`)) && truthy(check.value(`${certManager}.rootCert`))) {
    check.add(
      `${certManager}.rootCert`,
      `there is no root certificate beside ${check.field(`${certManager}.issuerRef`)}.`,
      'keep one of the two.',
    );
  }
  if (!managed && !check.flag(`${WEBHOOKS}.patch.enabled`, true) && !truthy(check.value(`${WEBHOOKS}.caBundle`))) {
    check.add(
      `${WEBHOOKS}.patch.enabled`,
      'without these Jobs nobody makes the certificate of the webhooks, so the Operator stays in ContainerCreating.',
      `set ${certManager}.enabled to true, or ${WEBHOOKS}.enabled and ${OPERATOR}.tls.enabled to false.`,
    );
  }
}

function webhookPort(check: ValuesCheck): void {
  const path = `${WEBHOOKS}.deployment`;
  if (
    check.flag(`${path}.enabled`, false) &&
    check.flag(`${path}.hostNetwork`, false) &&
    check.flag(`${path}.tls.enabled`, true) &&
    (check.value(`${path}.tls.internalPort`) ?? 10250) === 10250
  ) {
    check.add(
      `${path}.hostNetwork`,
      'on the host network port 10250 belongs to the kubelet.',
      `set ${path}.tls.internalPort to another port, for example 8444.`,
    );
  }
}

function webhookTimeout(check: ValuesCheck): void {
  const path = `${WEBHOOKS}.timeoutSeconds`;
  const seconds = check.value(path);
  if (seconds !== undefined && !(seconds >= 1 && seconds <= 30)) {
    check.add(path, `${JSON.stringify(seconds)} seconds: Kubernetes refuses less than 1 and more than 30.`, 'give 10.');
  }
}
