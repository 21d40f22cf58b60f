import { describeCheck } from '../describe-check';
import { endpoint, object, prometheus } from '../manifests';

describeCheck('object/malformed', {
  flags: [
    {
      title: 'a port of a Service that is a text',
      objects: [object('v1', 'Service', 'web', { spec: { ports: [{ port: '80' }] } })],
      finds: [
        {
          object: 'Service shop/web',
          field: 'spec.ports[0].port',
          level: 'error',
          message: 'spec.ports[0].port is the text "80", and must be a number from 1 to 65535.',
        },
      ],
    },
    {
      title: 'a label that is a number',
      objects: [object('v1', 'Service', 'web', {}, { labels: { version: 1 } })],
      finds: [{ field: 'metadata.labels["version"]', message: /must be text: quote it/ }],
    },
    {
      title: 'a workload without a name',
      objects: ['apiVersion: apps/v1\nkind: Deployment\nmetadata: {}\nspec: {}'],
      finds: [{ field: 'metadata.name' }],
    },
  ],
  accepts: [
    {
      title: 'a file of another tool that looks like an object',
      objects: ['apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [web.yaml]'],
    },
    { title: 'a chart', objects: ['apiVersion: v2\nname: web\nversion: 1.0.0'] },
    {
      title: 'a monitor with a mistake, of which the schema speaks',
      objects: [prometheus(), endpoint({ port: 8080 })],
    },
    {
      title: 'a target port that is a text',
      objects: [object('v1', 'Service', 'web', { spec: { ports: [{ port: 80, targetPort: '80' }] } })],
    },
  ],
});
