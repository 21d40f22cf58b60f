import { describeCheck } from '../describe-check';
import { deployment, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const versioned = deployment(undefined, { labels: { app: 'web', version: 'v1' } });

describeCheck('monitor/target-labels', {
  flags: [
    {
      title: 'a label of the pods among those of the Service',
      objects: [prometheus(), serviceMonitor(undefined, { targetLabels: ['app', 'version'] }), service(), versioned],
      finds: [
        {
          field: 'spec.targetLabels[1]',
          level: 'info',
          message: 'No Service that ServiceMonitor shop/web scrapes has the label "version", which the pods have.',
          fix: 'podTargetLabels: [version] instead of targetLabels.',
        },
      ],
    },
    {
      title: 'a label that is nowhere',
      objects: [prometheus(), podMonitor(undefined, { podTargetLabels: ['nope'] }), deployment()],
      finds: [
        {
          field: 'spec.podTargetLabels[0]',
          fix: 'the label nope on Deployment shop/web; or remove it from podTargetLabels.',
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a label of pods that are not among the objects',
      objects: [prometheus(), serviceMonitor(undefined, { podTargetLabels: ['version'] }), service()],
    },
    {
      title: 'a label that a controller sets',
      objects: [prometheus(), podMonitor(undefined, { podTargetLabels: ['pod-template-hash'] }), deployment()],
    },
    {
      title: 'labels that the Prometheus asks all monitors for',
      objects: [prometheus({ podTargetLabels: ['team'] }), serviceMonitor(), service(), deployment()],
    },
  ],
});
