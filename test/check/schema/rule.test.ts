import { describeCheck } from '../describe-check';
import { agent, nodeAgent } from '../manifests';

describeCheck('schema/rule', {
  flags: [
    {
      title: 'a field that a mode does not take',
      objects: [nodeAgent({ replicas: 2 })],
      finds: [{ object: 'PrometheusAgent monitoring/nodes', level: 'error' }],
    },
  ],
  accepts: [{ title: 'the same field in the other mode', objects: [agent({ mode: 'StatefulSet', replicas: 2 })] }],
});
