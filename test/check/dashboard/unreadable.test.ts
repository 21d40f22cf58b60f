import { describeCheck } from '../describe-check';
import { configMap, dashboard, release } from './grafana';

describeCheck('dashboard/unreadable', {
  flags: [
    {
      title: 'a comma too many',
      objects: [release(), configMap({ 'web.json': '{\n  "title": "Web",\n  "panels": [],\n}' })],
      finds: [
        {
          object: 'ConfigMap shop/web',
          field: 'data["web.json"]',
          level: 'error',
          message: '"web.json" is no JSON: see line 4 of the text.',
          fix: 'write it as Grafana exports it.',
        },
      ],
    },
    {
      title: 'half a dashboard',
      objects: [release(), configMap({ 'web.json': '{"title": "Web",\n "panels": [' })],
      finds: [{ message: /line 2/ }],
    },
    {
      title: 'nothing',
      objects: [release(), configMap({ 'web.json': '' })],
      finds: [{ message: '"web.json" is empty.' }],
    },
    { title: 'YAML', objects: [release(), configMap({ 'web.json': 'title: Web\n' })], finds: [{ message: /line 1/ }] },
    { title: 'a list', objects: [release(), configMap({ 'web.json': '[]' })], finds: [{ message: /a map is needed/ }] },
    {
      title: 'no title',
      objects: [release(), configMap({ 'web.json': dashboard({ title: '' }) })],
      finds: [{ message: '"web.json" has no title.' }],
    },
    {
      title: 'what the API gives',
      objects: [release(), configMap({ 'web.json': { meta: {}, dashboard: dashboard() } })],
      finds: [{ fix: 'keep what is below "dashboard".' }],
    },
    {
      title: 'a uid that is too long',
      objects: [release(), configMap({ 'web.json': dashboard({ uid: 'u'.repeat(41) }) })],
      finds: [{ message: '"web.json" has a uid of 41 characters, and 40 are the limit.' }],
    },
    {
      title: 'a uid with other characters, where no Grafana is known',
      objects: [configMap({ 'web.json': dashboard({ uid: 'shop/web' }) })],
      finds: [{ message: '"web.json" has uid "shop/web".' }],
    },
  ],
  accepts: [
    { title: 'a dashboard', objects: [release(), configMap({ 'web.json': dashboard() })] },
    {
      title: 'text behind the dashboard, which Grafana does not read',
      objects: [release(), configMap({ 'web.json': `${JSON.stringify(dashboard())} # end` })],
    },
    {
      title: 'a resource of the newer API',
      objects: [
        release(),
        configMap({ 'web.json': { apiVersion: 'dashboard.grafana.app/v1', kind: 'Dashboard', spec: {} } }),
      ],
    },
    { title: 'an address', objects: [release(), configMap({ 'web.json.url': 'https://dashboards.example/web' })] },
    {
      title: 'a ConfigMap that no Grafana takes',
      objects: [release(), configMap({ 'web.json': '{' }, { labels: {} })],
    },
    { title: 'another file beside it', objects: [release(), configMap({ 'web.json': dashboard(), 'NOTES.txt': '{' })] },
  ],
});
