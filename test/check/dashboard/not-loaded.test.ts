import { describeCheck } from '../describe-check';
import { object } from '../manifests';
import { configMap, dashboard, grafana, release } from './grafana';

const WEB = { 'web.json': dashboard() };
const GIVEN: any = grafana({ LABEL_VALUE: 'team' });
const METADATA = GIVEN.metadata;
const datasources = (metadata: object) =>
  configMap({ 'more.yaml': 'datasources: [{ name: Loki, type: loki }]' }, metadata);

describeCheck('dashboard/not-loaded', {
  flags: [
    {
      title: 'another value of the label than the chart asks for',
      objects: [release(), configMap(WEB, { labels: { grafana_dashboard: 'true' } })],
      finds: [
        {
          object: 'ConfigMap shop/web',
          field: 'metadata.labels.grafana_dashboard',
          level: 'error',
          message:
            'Label grafana_dashboard is "true", and the sidecar of Grafana of release monitoring/prometheus-stack takes "1" only.',
          fix: 'grafana_dashboard: "1"',
          patch: [{ op: 'replace', path: '/metadata/labels/grafana_dashboard', value: '1' }],
        },
      ],
    },
    {
      title: 'a namespace that is not searched',
      objects: [release({ sidecar: { dashboards: { searchNamespace: 'monitoring,team-a' } } }), configMap(WEB)],
      finds: [
        {
          field: 'metadata.namespace',
          message:
            'ConfigMap is in namespace "shop", and the sidecar of Grafana of release monitoring/prometheus-stack looks for dashboards in namespaces "monitoring" and "team-a" only.',
          fix: 'move it to namespaces "monitoring" and "team-a", or set grafana.sidecar.dashboards.searchNamespace to ALL.',
        },
      ],
    },
    {
      title: 'a datasource outside the namespace of Grafana',
      objects: [release(), datasources({ labels: { grafana_datasource: '1' } })],
      finds: [{ field: 'metadata.namespace', message: /looks for datasources in namespace "monitoring" only/ }],
    },
    {
      title: 'a Secret where only ConfigMaps are searched',
      objects: [
        grafana(),
        object('v1', 'Secret', 'web', { stringData: { 'web.json': '{}' } }, { labels: { grafana_dashboard: '1' } }),
      ],
      finds: [
        {
          message: /looks for dashboards in ConfigMaps only, and this is a Secret/,
          related: ['Deployment monitoring/grafana'],
        },
      ],
    },
    {
      title: 'the namespace of a Grafana that is given, in which alone it looks',
      objects: [grafana({ NAMESPACE: { fieldRef: { fieldPath: 'metadata.namespace' } } }), configMap(WEB)],
      finds: [{ field: 'metadata.namespace', fix: /or set NAMESPACE of the sidecar to ALL/ }],
    },
    {
      title: 'a dashboard with a label that is spelled otherwise',
      objects: [release(), configMap(WEB, { labels: { 'grafana-dashboard': '1' } })],
      finds: [
        {
          field: 'metadata.labels',
          level: 'warning',
          message:
            'ConfigMap holds a dashboard and has no label grafana_dashboard, by which the sidecar of Grafana of release monitoring/prometheus-stack finds it; it has grafana-dashboard.',
          patch: [{ op: 'add', path: '/metadata/labels/grafana_dashboard', value: '1' }],
        },
      ],
    },
    {
      title: 'what the chart asks for, where its Grafana is given and asks for something else',
      objects: [release(), { ...GIVEN, metadata: { ...METADATA, name: 'prometheus-stack-grafana' } }, configMap(WEB)],
      finds: [
        {
          message:
            /^Label grafana_dashboard is "1", and the sidecar of Deployment monitoring\/prometheus-stack-grafana/,
        },
      ],
    },
    {
      title: 'a dashboard without labels',
      objects: [release(), configMap(WEB, { labels: undefined })],
      finds: [{ patch: [{ op: 'add', path: '/metadata/labels', value: { grafana_dashboard: '1' } }] }],
    },
  ],
  accepts: [
    { title: 'what the chart asks for', objects: [release(), configMap(WEB)] },
    {
      title: 'any value where none is asked for',
      objects: [grafana(), configMap(WEB, { labels: { grafana_dashboard: 'yes' } })],
    },
    {
      title: 'another value, where a second Grafana takes it',
      objects: [release(), grafana({ LABEL_VALUE: 'team' }), configMap(WEB, { labels: { grafana_dashboard: 'team' } })],
    },
    {
      title: 'a value that the sidecar has from elsewhere',
      objects: [
        grafana({ LABEL_VALUE: { configMapKeyRef: { name: 'grafana', key: 'value' } }, NAMESPACE: 'monitoring' }),
        configMap(WEB),
      ],
    },
    {
      title: 'a namespace that is not searched, where values are in a place that is not at hand',
      objects: [
        JSON.parse(
          JSON.stringify(release({ sidecar: { dashboards: { searchNamespace: 'monitoring' } } })).replace(
            '"valuesObject"',
            '"valueFiles":["$values/x.yaml"],"valuesObject"',
          ),
        ),
        configMap(WEB),
      ],
    },
    { title: 'no Grafana at all', objects: [configMap(WEB, { labels: { grafana_dashboard: 'true' } })] },
    { title: 'a Grafana that is switched off', objects: [release({ enabled: false }), configMap(WEB, { labels: {} })] },
    {
      title: 'a dashboard without the label that a volume names',
      objects: [
        release(),
        configMap(WEB, { labels: {} }),
        object('apps/v1', 'Deployment', 'other-grafana', {
          spec: { template: { spec: { volumes: [{ name: 'd', configMap: { name: 'web' } }] } } },
        }),
      ],
    },
    {
      title: 'a dashboard without the label that grafana-operator takes',
      objects: [
        release(),
        configMap(WEB, { labels: {} }),
        object('grafana.integreatly.org/v1beta1', 'GrafanaDashboard', 'shop', {
          spec: { configMapRef: { name: 'web', key: 'web.json' } },
        }),
      ],
    },
    {
      title: 'JSON that is no dashboard',
      objects: [release(), configMap({ 'rows.json': { rows: [1, 2] } }, { labels: {} })],
    },
    {
      title: 'a sidecar that collects something else',
      objects: [grafana({ LABEL: 'loki_rule', FOLDER: '/rules' }, 'x:1'), configMap(WEB, { labels: {} })],
    },
  ],
});
