// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are variables of Grafana.
import { type Manifest, object } from '../manifests';

const PLACE = { namespace: 'argocd' };

/** A release of kube-prometheus-stack, `monitoring/prometheus-stack`, with values for its Grafana. */
export function release(grafana: object = {}, values: object = {}): Manifest {
  const helm = {
    releaseName: 'prometheus-stack',
    valuesObject: { grafana: { admin: { existingSecret: 'grafana-admin' }, ...grafana }, ...values },
  };
  const source = {
    repoURL: 'https://prometheus-community.github.io/helm-charts',
    chart: 'kube-prometheus-stack',
    targetRevision: '88.5.3',
    helm,
  };
  return object(
    'argoproj.io/v1alpha1',
    'Application',
    'prometheus-stack',
    { spec: { source, destination: { namespace: 'monitoring' } } },
    PLACE,
  );
}

/** Deployment `monitoring/grafana` with a sidecar. */
export function grafana(env: object = {}, image = 'quay.io/kiwigrid/k8s-sidecar:2.10.1'): Manifest {
  const variables = { LABEL: 'grafana_dashboard', FOLDER: '/dashboards', NAMESPACE: 'ALL', ...env };
  const containers = [
    { name: 'grafana', image: 'grafana/grafana:13.1.3' },
    { name: 'dashboards', image, env: Object.entries(variables).map(([name, value]) => variable(name, value)) },
  ];
  const template = { metadata: { labels: { app: 'grafana' } }, spec: { containers } };
  return object(
    'apps/v1',
    'Deployment',
    'grafana',
    { spec: { selector: { matchLabels: { app: 'grafana' } }, template } },
    { namespace: 'monitoring' },
  );
}

function variable(name: string, value: unknown): object {
  return typeof value === 'string' ? { name, value } : { name, valueFrom: value };
}

/** What Grafana exports, with one panel. */
export function dashboard(fields: object = {}, target: object = {}): object {
  return {
    title: 'Web',
    uid: 'web',
    schemaVersion: 41,
    templating: { list: [{ name: 'datasource', type: 'datasource', query: 'prometheus' }] },
    panels: [
      {
        title: 'Errors',
        type: 'timeseries',
        datasource: { type: 'prometheus', uid: '${datasource}' },
        targets: [{ refId: 'A', expr: 'rate(http_requests_total[$__rate_interval])', ...target }],
      },
    ],
    ...fields,
  };
}

/** ConfigMap `shop/web` with the label that kube-prometheus-stack asks for; what is no text becomes JSON. */
export function configMap(data: object, metadata: object = {}, name = 'web'): Manifest {
  const texts = Object.entries(data).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return object(
    'v1',
    'ConfigMap',
    name,
    { data: Object.fromEntries(texts) },
    { labels: { grafana_dashboard: '1' }, ...metadata },
  );
}
