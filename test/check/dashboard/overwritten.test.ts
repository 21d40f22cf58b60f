import { describeCheck } from '../describe-check';
import { configMap, dashboard, grafana, release } from './grafana';

const one = (uid: string) => dashboard({ title: uid, uid });

describeCheck('dashboard/overwritten', {
  flags: [
    {
      title: 'the same key of two ConfigMaps, in whatever namespaces',
      objects: [
        release(),
        configMap({ 'dashboard.json': one('a') }, { namespace: 'orders' }),
        configMap({ 'dashboard.json': one('b') }),
      ],
      finds: [
        {
          object: 'ConfigMap shop/web',
          field: 'data["dashboard.json"]',
          level: 'error',
          message:
            '"dashboard.json" is the same file as "dashboard.json" of ConfigMap orders/web for Grafana of release monitoring/prometheus-stack.',
          fix: 'rename the key to "shop-web.json".',
          related: ['ConfigMap orders/web'],
        },
      ],
    },
    {
      title: 'the name of a dashboard of the chart',
      objects: [release(), configMap({ 'nodes.json': one('a'), 'web.json': one('b') })],
      finds: [
        {
          message:
            '"nodes.json" is also the name of a dashboard that Grafana of release monitoring/prometheus-stack brings along.',
          fix: 'rename the key to "shop-web-nodes.json".',
        },
      ],
    },
    {
      title: 'the same key without any Grafana, where the objects are complete',
      objects: [configMap({ 'x.json': one('a') }), configMap({ 'x.json': one('b') }, {}, 'other')],
      options: { absence: 'complete' },
      finds: [{ object: 'ConfigMap shop/web' }],
    },
  ],
  accepts: [
    {
      title: 'the same key with the same content, as of an app that is installed twice',
      objects: [release(), configMap({ 'x.json': one('a') }, { namespace: 'blue' }), configMap({ 'x.json': one('a') })],
    },
    {
      title: 'the same key where names are made unique',
      objects: [
        release({ sidecar: { enableUniqueFilenames: true } }),
        configMap({ 'x.json': one('a') }, { namespace: 'blue' }),
        configMap({ 'x.json': one('b') }),
      ],
    },
    {
      title: 'the same key in another folder',
      objects: [
        release({
          sidecar: {
            dashboards: { folderAnnotation: 'grafana_folder', provider: { foldersFromFilesStructure: true } },
          },
        }),
        configMap({ 'x.json': one('a') }),
        configMap(
          { 'x.json': one('b') },
          { labels: { grafana_dashboard: '1' }, annotations: { grafana_folder: 'Orders' } },
          'other',
        ),
      ],
    },
    {
      title: 'the same key for different Grafanas',
      objects: [
        grafana({ LABEL_VALUE: 'a' }),
        release(),
        configMap({ 'x.json': one('a') }, { labels: { grafana_dashboard: 'a' } }, 'other'),
        configMap({ 'x.json': one('b') }),
      ],
    },
    {
      title: 'the name of a dashboard of the chart that is switched off',
      objects: [release({ defaultDashboardsEnabled: false }), configMap({ 'nodes.json': one('a') })],
    },
    {
      title: 'what the chart itself has rendered',
      objects: [
        release(),
        configMap(
          { 'nodes.json': one('a') },
          { labels: { grafana_dashboard: '1', heritage: 'Helm', chart: 'kube-prometheus-stack-88.5.3' } },
        ),
      ],
    },
    {
      title: 'the same key where no Grafana is known',
      objects: [configMap({ 'x.json': one('a') }), configMap({ 'x.json': one('b') }, {}, 'other')],
    },
  ],
});
