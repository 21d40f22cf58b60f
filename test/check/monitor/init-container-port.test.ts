import { describeCheck } from '../describe-check';
import { deployment, podMonitor, prometheus, service, serviceMonitor } from '../objects';

const INIT = { name: 'init', image: 'init:1', ports: [{ name: 'http', containerPort: 9999 }] };
const rule = { action: 'drop', sourceLabels: ['__meta_kubernetes_pod_container_init'], regex: 'true' };

describeCheck('monitor/init-container-port', {
  flags: [
    {
      title: 'a port of the same name',
      objects: [prometheus(), podMonitor(), deployment(undefined, { initContainers: [INIT] })],
      finds: [
        {
          field: 'spec.podMetricsEndpoints[0].relabelings',
          level: 'warning',
          message: 'PodMonitor shop/web scrapes port 9999 of init container "init" of the pods of Deployment shop/web.',
          patch: [{ op: 'add', path: '/spec/podMetricsEndpoints/0/relabelings', value: [rule] }],
        },
      ],
    },
    {
      title: 'a port that is found through a Service, with the rule behind those that are there',
      objects: [
        prometheus(),
        serviceMonitor([{ targetPort: 'http', relabelings: [{ targetLabel: 'a', replacement: 'b' }] }]),
        service([{ name: 'http', port: 80, targetPort: 8080 }]),
        deployment(undefined, { initContainers: [INIT] }),
      ],
      finds: [{ patch: [{ op: 'add', path: '/spec/endpoints/0/relabelings/1', value: rule }] }],
    },
  ],
  accepts: [
    {
      title: 'a native sidecar',
      objects: [
        prometheus(),
        podMonitor(),
        deployment(undefined, { initContainers: [{ ...INIT, restartPolicy: 'Always' }] }),
      ],
    },
    {
      title: 'a relabeling that drops it',
      objects: [
        prometheus(),
        podMonitor([{ port: 'http', relabelings: [rule] }]),
        deployment(undefined, { initContainers: [INIT] }),
      ],
    },
    {
      title: 'Prometheus 2 behind a Service, which does not look at init containers',
      objects: [
        prometheus({ version: 'v2.55.0' }),
        serviceMonitor([{ targetPort: 'http' }]),
        service(),
        deployment(undefined, { initContainers: [INIT] }),
      ],
    },
  ],
});
