import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { Prometheus, type PrometheusSelectors } from '../../lib/prometheus/prometheus';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';

/** The Prometheus of kube-prometheus-stack, as far as Probes and ScrapeConfigs are concerned. */
export function stack(more: Partial<PrometheusSelectors> = {}): Prometheus {
  return Prometheus.fromSelectors({
    name: 'stack',
    namespace: 'monitoring',
    probeSelector: LabelSelector.matchLabels({ release: 'stack' }),
    probeNamespaceSelector: NamespaceSelector.all(),
    scrapeConfigSelector: LabelSelector.matchLabels({ release: 'stack' }),
    scrapeConfigNamespaceSelector: NamespaceSelector.all(),
    serviceMonitorSelector: LabelSelector.matchLabels({ release: 'stack' }),
    serviceMonitorNamespaceSelector: NamespaceSelector.all(),
    ...more,
  });
}

/** An Ingress as somebody wrote it by hand. */
export function rawIngress(scope: Construct, name: string, rules: any[], namespace?: string): ApiObject {
  return new ApiObject(scope, `ingress-${name}`, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name, namespace },
    spec: { rules },
  });
}

/** A Service as somebody wrote it by hand. */
export function rawService(scope: Construct, ports: any[], namespace?: string): ApiObject {
  return new ApiObject(scope, 'service', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'blackbox', namespace },
    spec: { ports },
  });
}
