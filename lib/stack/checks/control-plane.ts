import type { ValuesCheck } from '../check-values';
import { truthy } from '../facts/selection';

/** Components whose targets can be given by address. */
const WITH_ENDPOINTS = ['kubeControllerManager', 'kubeEtcd', 'kubeProxy', 'kubeScheduler'];

/** Settings of the control-plane monitors that have no effect. */
export function checkControlPlane(check: ValuesCheck): void {
  for (const component of WITH_ENDPOINTS) {
    const selector = `${component}.service.selector`;
    if (truthy(check.value(selector)) && truthy(check.value(`${component}.endpoints`))) {
      check.add(
        selector,
        `has no effect beside ${check.field(`${component}.endpoints`)}: a Service with addresses of its own selects no pods.`,
        'keep one of the two.',
      );
    }
  }
  const etcd = 'kubeEtcd.serviceMonitor';
  if ((check.value(`${etcd}.scheme`) ?? 'http') !== 'https') {
    withoutTls(check, etcd, ['caFile', 'certFile', 'insecureSkipVerify', 'keyFile', 'serverName'], 'scheme to https');
  }
  for (const component of ['kubeControllerManager', 'kubeScheduler']) {
    const monitor = `${component}.serviceMonitor`;
    if (check.value(`${monitor}.https`) === false) {
      withoutTls(check, monitor, ['insecureSkipVerify', 'serverName'], 'https to true');
    }
  }
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/exporters/*\/servicemonitor.yaml`. */
function withoutTls(check: ValuesCheck, monitor: string, keys: string[], fix: string): void {
  for (const key of keys.filter((candidate) => truthy(check.value(`${monitor}.${candidate}`)))) {
    check.add(`${monitor}.${key}`, 'the chart leaves it out without TLS.', `set ${monitor}.${fix}, or leave it out.`);
  }
}
