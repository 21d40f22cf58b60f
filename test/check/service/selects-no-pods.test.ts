import { describeCheck } from '../describe-check';
import { deployment, object, prometheus, service, serviceMonitor } from '../objects';

const selecting = (selector: object) => service(undefined, {}, { selector });

describeCheck('service/selects-no-pods', {
  flags: [
    {
      title: 'a slip of the pen, with the edit',
      objects: [prometheus(), serviceMonitor(), selecting({ app: 'wep' }), deployment()],
      finds: [
        {
          object: 'Service shop/web',
          field: 'spec.selector.app',
          level: 'error',
          message:
            'No pod in namespace "shop" has the labels app=wep that Service shop/web selects, and ServiceMonitor shop/web selects it. The pods of Deployment shop/web are nearest, and have app="web".',
          fix: 'selector: { app: web }',
          patch: [{ op: 'replace', path: '/spec/selector/app', value: 'web' }],
          related: ['Deployment shop/web', 'ServiceMonitor shop/web'],
        },
      ],
    },
    {
      title: 'a label that the pods lack',
      objects: [prometheus(), serviceMonitor(), selecting({ app: 'web', tier: 'front' }), deployment()],
      finds: [
        { field: 'spec.selector.tier', fix: 'selector: { app: web }; or tier: front on the pods.', patch: undefined },
      ],
    },
    {
      title: 'as a warning, where the monitor finds targets behind another Service',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(undefined, { name: 'good' }),
        selecting({ app: 'nope' }),
        deployment(),
      ],
      finds: [{ object: 'Service shop/web', level: 'warning' }],
    },
    {
      title: 'once, for all monitors that select it',
      objects: [
        prometheus(),
        serviceMonitor(),
        serviceMonitor(undefined, {}, { name: 'more' }),
        selecting({ app: 'nope' }),
        deployment(),
      ],
      finds: [{ message: /ServiceMonitor shop\/more and ServiceMonitor shop\/web select it/ }],
    },
    {
      title: 'a namespace without pods, where the input is all that there is',
      objects: [prometheus(), serviceMonitor(), service()],
      options: { absence: 'complete' },
      finds: [
        {
          object: 'Service shop/web',
          field: 'spec.selector',
          level: 'error',
          message:
            'No pod in namespace "shop" has the labels app=web that Service shop/web selects, and ServiceMonitor shop/web selects it.',
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a complete input without pods, in which a custom resource may make them',
      objects: [prometheus(), serviceMonitor(), service(), object('kafka.strimzi.io/v1', 'Kafka', { name: 'log' }, {})],
      options: { absence: 'complete' },
    },
    { title: 'a namespace of which no pod is shown', objects: [prometheus(), serviceMonitor(), service()] },
    {
      title: 'a Service that no monitor selects',
      objects: [
        prometheus(),
        serviceMonitor(),
        service(undefined, { name: 'good' }),
        deployment(),
        service(undefined, { name: 'bad', labels: {} }, { selector: { app: 'bad' } }),
      ],
    },
    {
      title: 'a custom resource beside it, which may make the pods',
      objects: [
        prometheus(),
        serviceMonitor(),
        selecting({ kafka: 'log' }),
        deployment(),
        object('kafka.strimzi.io/v1', 'Kafka', { name: 'log' }, {}),
      ],
    },
  ],
});
