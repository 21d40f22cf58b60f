import { describeCheck, findingsOf } from '../describe-check';
import { prometheus, serviceMonitor } from '../manifests';

describeCheck('schema/server-side-apply', {
  flags: [
    {
      title: 'a selector that is null',
      objects: [prometheus({ podMonitorSelector: null }), serviceMonitor()],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.podMonitorSelector',
          level: 'warning',
          message: /is null, and must be a map\. Server-side apply \(Flux, Helm 4\) fails for the whole object/,
          fix: /or write podMonitorSelector: \{\}/,
          patch: [{ op: 'remove', path: '/spec/podMonitorSelector' }],
        },
      ],
    },
    {
      title: 'a value of a map that is null',
      objects: [serviceMonitor({ selector: { matchLabels: { app: null } } })],
      finds: [{ field: 'spec.selector.matchLabels.app' }],
    },
  ],
  accepts: [
    { title: 'null where there is a default', objects: [prometheus({ shards: null, portName: null })] },
    { title: 'null in metadata', objects: [serviceMonitor({}, { creationTimestamp: null })] },
    { title: 'null where something is required, which is missing then', objects: [serviceMonitor({ selector: null })] },
  ],
});

test('an object with a null counts for what it is without', () => {
  const objects = [prometheus({ podMonitorSelector: null }), serviceMonitor({ targetLabels: null })];
  expect(findingsOf('monitor/not-selected', { title: 'nulls', objects })).toEqual([]);
});
