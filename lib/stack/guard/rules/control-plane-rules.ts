import { truthy } from '../../facts/selection';
import type { GuardedValues } from '../guarded-values';

/** Components whose targets can be given by address. */
const WITH_ENDPOINTS = ['kubeControllerManager', 'kubeEtcd', 'kubeProxy', 'kubeScheduler'];

/** What of the monitors of the control plane has no effect. */
export function controlPlaneRules(values: GuardedValues): void {
  for (const component of WITH_ENDPOINTS) {
    const endpoints = `${component}.endpoints`;
    if (values.subject.argo && values.flag(`${component}.enabled`, true) && values.list(endpoints).length > 0) {
      values.warn(
        endpoints,
        'becomes an Endpoints object, a kind that Argo CD 3.0 and later leave out unless told otherwise.',
        'take Endpoints out of resource.exclusions of Argo CD, or use a ScrapeConfig with static targets.',
      );
    }
    const selector = `${component}.service.selector`;
    if (truthy(values.at(selector)) && truthy(values.at(endpoints))) {
      values.dropped(
        selector,
        `has no effect beside ${endpoints}: a Service with addresses of its own selects no pods.`,
        'keep one of the two.',
      );
    }
  }
  const etcd = 'kubeEtcd.serviceMonitor';
  if ((values.at(`${etcd}.scheme`) ?? 'http') !== 'https') {
    withoutTls(values, etcd, ['caFile', 'certFile', 'insecureSkipVerify', 'keyFile', 'serverName'], 'scheme to https');
  }
  for (const component of ['kubeControllerManager', 'kubeScheduler']) {
    const monitor = `${component}.serviceMonitor`;
    if (values.at(`${monitor}.https`) === false) {
      withoutTls(values, monitor, ['insecureSkipVerify', 'serverName'], 'https to true');
    }
  }
}

/** Source: helm-charts, kube-prometheus-stack 88.5.3 `templates/exporters/*\/servicemonitor.yaml`. */
function withoutTls(values: GuardedValues, monitor: string, keys: string[], fix: string): void {
  for (const key of keys.filter((candidate) => truthy(values.at(`${monitor}.${candidate}`)))) {
    values.dropped(
      `${monitor}.${key}`,
      'is left out by the chart without TLS.',
      `set ${monitor}.${fix}, or leave it out.`,
    );
  }
}
