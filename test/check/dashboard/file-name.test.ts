import { describeCheck } from '../describe-check';
import { configMap, dashboard, release } from './grafana';

describeCheck('dashboard/file-name', {
  flags: [
    {
      title: 'a key without an ending',
      objects: [release(), configMap({ web: dashboard() })],
      finds: [
        {
          object: 'ConfigMap shop/web',
          field: 'data.web',
          level: 'error',
          message: '"web" is the name of the file, and Grafana reads files that end in ".json".',
          fix: 'rename the key to "web.json".',
        },
      ],
    },
    {
      title: 'capital letters',
      objects: [release(), configMap({ 'web.JSON': dashboard() })],
      finds: [{ fix: 'rename the key to "web.json".' }],
    },
  ],
  accepts: [
    { title: 'a key that ends so', objects: [release(), configMap({ 'web.json': dashboard() })] },
    {
      title: 'a key beside it that is no dashboard',
      objects: [release(), configMap({ 'web.json': dashboard(), 'README.md': '"panels" are below' })],
    },
    { title: 'an address', objects: [release(), configMap({ 'web.json.url': 'https://dashboards.example/web' })] },
  ],
});
