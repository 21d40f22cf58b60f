import { describeCheck } from '../describe-check';

describeCheck('schema/rule', {
  flags: [
    {
      title: 'replicas of a DaemonSet',
      objects: `apiVersion: monitoring.coreos.com/v1alpha1
kind: PrometheusAgent
metadata: { name: nodes, namespace: monitoring }
spec: { mode: DaemonSet, replicas: 2 }
`,
      finds: [{ object: 'PrometheusAgent monitoring/nodes', field: 'spec.replicas', level: 'error' }],
    },
  ],
  accepts: [
    {
      title: 'replicas of a StatefulSet',
      objects: `apiVersion: monitoring.coreos.com/v1alpha1
kind: PrometheusAgent
metadata: { name: nodes, namespace: monitoring }
spec: { mode: StatefulSet, replicas: 2 }
`,
    },
  ],
});
