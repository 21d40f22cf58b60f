import { describeCheck } from '../describe-check';
import { deployment, object, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const selecting = (matchLabels: object, spec: object = {}) =>
  serviceMonitor(undefined, { selector: { matchLabels }, ...spec });

describeCheck('monitor/selects-nothing', {
  flags: [
    {
      title: 'a slip of the pen, with the edit',
      objects: [prometheus(), selecting({ app: 'wbe' }), service(), deployment()],
      finds: [
        {
          field: 'spec.selector.matchLabels.app',
          level: 'error',
          message:
            'No Service in namespace "shop" has the labels app=wbe. Nearest is Service shop/web, which has app="web".',
          fix: 'matchLabels: { app: web }',
          patch: [{ op: 'replace', path: '/spec/selector/matchLabels/app', value: 'web' }],
        },
      ],
    },
    {
      title: 'a label that the Service lacks, with the edit in words',
      objects: [prometheus(), selecting({ app: 'web', tier: 'front' }), service(), deployment()],
      finds: [
        {
          field: 'spec.selector.matchLabels.tier',
          fix: 'tier: front in metadata.labels of Service shop/web.',
          patch: undefined,
        },
      ],
    },
    {
      title: 'nothing near, without a hint',
      objects: [prometheus(), selecting({ team: 'payments' }), service(), deployment()],
      finds: [
        {
          field: 'spec.selector',
          message: 'No Service in namespace "shop" has the labels team=payments.',
          fix: undefined,
        },
      ],
    },
    {
      title: 'a PodMonitor with the labels of a Service',
      objects: [
        prometheus(),
        podMonitor(undefined, { selector: { matchLabels: { svc: 'web' } } }),
        service(undefined, { labels: { svc: 'web' } }),
        deployment(),
      ],
      finds: [{ fix: /^matchLabels: \{ app: web \}, which is how the Service finds its pods/ }],
    },
    {
      title: 'a requirement that is none of matchLabels',
      objects: [
        prometheus(),
        serviceMonitor(undefined, {
          selector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] },
        }),
        service(),
        deployment(undefined, { labels: { app: 'web' } }),
      ],
      finds: [{ field: 'spec.selector', fix: /take the requirement on "app" out/ }],
    },
    {
      title: 'an info, where a custom resource may make what is selected',
      objects: [
        prometheus(),
        podMonitor(undefined, { selector: { matchLabels: { 'strimzi.io/kind': 'Kafka' } } }),
        deployment(),
        object('kafka.strimzi.io/v1', 'Kafka', { name: 'log' }, {}),
      ],
      finds: [{ level: 'info', message: /Kafka shop\/log may make one/ }],
    },
    {
      title: 'a namespace that is not shown, where the objects are all that there is',
      objects: [prometheus(), selecting({ app: 'none' }, { namespaceSelector: { matchNames: ['else'] } }), service()],
      options: { absence: 'complete' },
      finds: [{ level: 'error', message: 'No Service in namespace "else" has the labels app=none.' }],
    },
    {
      title: 'once, however many instances take the monitor',
      objects: [
        prometheus(),
        prometheus({}, { name: 'b' }),
        prometheus({ version: 'v2.55.0' }, { name: 'c' }),
        selecting({ app: 'wbe' }),
        service(),
      ],
      finds: [{ object: 'ServiceMonitor shop/web' }],
    },
    {
      title: 'as a warning at synth, since another app may bring the Service',
      objects: [prometheus(), selecting({ team: 'payments' }), service()],
      options: { absence: 'tree' },
      finds: [{ level: 'warning' }],
    },
  ],
  accepts: [
    {
      title: 'a value that fits as a regular expression, as the Operator writes it',
      objects: [
        prometheus(),
        selecting({ version: '1.2.3' }),
        service(undefined, { labels: { version: '1x2x3' } }),
        deployment(),
      ],
    },
    {
      title: 'a key that is the same once it is sanitized',
      objects: [prometheus(), selecting({ 'a.b': 'x' }), service(undefined, { labels: { 'a-b': 'x' } }), deployment()],
    },
    {
      title: 'a namespace of which nothing is shown',
      objects: [prometheus(), selecting({ app: 'none' }, { namespaceSelector: { matchNames: ['else'] } }), service()],
    },
    {
      title: 'any namespace, since nobody can show all of them',
      objects: [prometheus(), selecting({ app: 'none' }, { namespaceSelector: { any: true } }), service()],
    },
    {
      title: 'labels of pods, of which monitor/selects-pod-labels speaks',
      objects: [prometheus(), selecting({ app: 'web' }), service(undefined, { labels: {} }), deployment()],
    },
  ],
});
