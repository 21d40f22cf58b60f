import { describeCheck } from '../describe-check';
import { configMap, dashboard, release } from './grafana';

describeCheck('dashboard/uid', {
  flags: [
    {
      title: 'a dashboard without a uid',
      objects: [release(), configMap({ 'web.json': dashboard({ uid: undefined, title: 'Web / Errors' }) })],
      finds: [
        {
          object: 'ConfigMap shop/web',
          field: 'data["web.json"]',
          level: 'info',
          message: '"web.json", dashboard "Web / Errors", has no uid.',
          fix: '"uid": "web-errors"',
        },
      ],
    },
    {
      title: 'a uid of null',
      objects: [release(), configMap({ 'web.json': dashboard({ uid: null }) })],
      finds: [{ fix: '"uid": "web"' }],
    },
  ],
  accepts: [
    { title: 'a dashboard with a uid', objects: [release(), configMap({ 'web.json': dashboard() })] },
    {
      title: 'a dashboard without one that no Grafana takes',
      objects: [release(), configMap({ 'web.json': dashboard({ uid: '' }) }, { labels: {} })],
    },
  ],
});
