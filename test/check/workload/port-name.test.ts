import { describeCheck } from '../describe-check';
import { deployment, object, podMonitor, prometheus, service, template } from '../objects';

describeCheck('workload/port-name', {
  flags: [
    {
      title: 'a name of more than 15 characters',
      objects: [
        prometheus(),
        podMonitor([{ port: 'prometheus-metrics' }]),
        deployment([{ name: 'prometheus-metrics', containerPort: 1 }]),
      ],
      finds: [
        {
          object: 'Deployment shop/web',
          field: 'spec.template.spec.containers[0].ports[0].name',
          level: 'error',
          message: /^Port name "prometheus-metrics" in Deployment shop\/web has 18 characters/,
          fix: 'name: metrics, and the same wherever a Service or PodMonitor names it.',
        },
      ],
    },
    {
      title: 'upper-case letters',
      objects: [deployment([{ name: 'Metrics', containerPort: 1 }])],
      finds: [{ fix: /^name: metrics/ }],
    },
    {
      title: 'digits alone',
      objects: [deployment([{ name: '8080', containerPort: 8080 }])],
      finds: [{ fix: /^a name of at most 15/ }],
    },
    {
      title: 'an init container of a CronJob',
      objects: [
        object(
          'batch/v1',
          'CronJob',
          {},
          {
            jobTemplate: {
              spec: {
                template: template([], {
                  initContainers: [{ name: 'a', image: 'a:1', ports: [{ name: 'a_b', containerPort: 1 }] }],
                }),
              },
            },
          },
        ),
      ],
      finds: [{ field: 'spec.jobTemplate.spec.template.spec.initContainers[0].ports[0].name' }],
    },
  ],
  accepts: [
    { title: 'a port without a name', objects: [deployment([{ containerPort: 1 }])] },
    { title: 'fifteen characters', objects: [deployment([{ name: 'metrics-port-15', containerPort: 1 }])] },
    { title: 'a long name of a port of a Service', objects: [service([{ name: 'prometheus-metrics', port: 1 }])] },
  ],
});
