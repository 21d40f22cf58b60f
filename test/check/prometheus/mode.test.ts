import { describeCheck } from '../describe-check';
import { agent, nodeAgent, operator } from '../manifests';

describeCheck('prometheus/mode', {
  flags: [
    {
      title: 'an agent on every node, without the gate',
      objects: [operator([]), nodeAgent()],
      finds: [
        {
          object: 'PrometheusAgent monitoring/nodes',
          field: 'spec.mode',
          level: 'error',
          message: /needs the feature gate PrometheusAgentDaemonSet/,
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'an agent on every node, with the gate',
      objects: [operator(['--feature-gates=PrometheusAgentDaemonSet=true']), nodeAgent()],
    },
    { title: 'a StatefulSet, which needs no gate', objects: [operator([]), agent({ mode: 'StatefulSet' })] },
    { title: 'an agent on every node, where no Operator is shown', objects: [nodeAgent()] },
  ],
});
