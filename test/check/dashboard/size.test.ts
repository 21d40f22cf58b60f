import { describeCheck } from '../describe-check';
import { configMap, dashboard, release } from './grafana';

const large = (bytes: number, metadata: object = {}) =>
  configMap(
    { 'web.json': dashboard({ description: 'x'.repeat(bytes) }) },
    { labels: { grafana_dashboard: '1' }, ...metadata },
  );

describeCheck('dashboard/size', {
  flags: [
    {
      title: 'more than an object may have',
      objects: [release(), large(1024 * 1024)],
      finds: [
        {
          object: 'ConfigMap shop/web',
          field: 'data',
          level: 'error',
          message: /bytes, and the API server takes 1048576\.$/,
        },
      ],
    },
    {
      title: 'more than an annotation may have',
      objects: [large(256 * 1024)],
      finds: [{ level: 'warning', message: /client-side apply keeps a copy/, fix: /ServerSideApply=true/ }],
    },
  ],
  accepts: [
    { title: 'a usual size', objects: [release(), large(200 * 1024)] },
    {
      title: 'more than an annotation may have, with server-side apply',
      objects: [
        large(256 * 1024, { annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,ServerSideApply=true' } }),
      ],
    },
    {
      title: 'a large ConfigMap that is not for Grafana',
      objects: [release(), configMap({ 'data.txt': 'x'.repeat(300 * 1024) }, { labels: {} })],
    },
  ],
});
