import { describeCheck } from '../describe-check';
import { podMonitor, prometheus, service, serviceMonitor, WEB } from '../objects';

describeCheck('monitor/no-endpoints', {
  flags: [
    {
      title: 'an empty list',
      objects: [prometheus(), serviceMonitor([])],
      finds: [
        {
          field: 'spec.endpoints',
          level: 'warning',
          message: 'ServiceMonitor shop/web has no endpoints, so nothing is scraped.',
        },
      ],
    },
    {
      title: 'a PodMonitor without the list',
      objects: [prometheus(), podMonitor(undefined, { podMetricsEndpoints: undefined, selector: WEB })],
      finds: [{ field: 'spec.podMetricsEndpoints' }],
    },
  ],
  accepts: [
    { title: 'an endpoint that says nothing', objects: [prometheus(), serviceMonitor([{}]), service()] },
    {
      title: 'a monitor that no Prometheus takes anyway',
      objects: [prometheus({ serviceMonitorSelector: { matchLabels: { a: 'b' } } }), serviceMonitor([])],
    },
  ],
});
