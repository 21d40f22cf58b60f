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
    {
      title: 'an agent on every node, where no Operator is shown, as something to look at',
      objects: [nodeAgent()],
      finds: [{ field: 'spec.mode', level: 'info', message: /the Operator is not among these objects/ }],
    },
    {
      title: 'an agent on every node, where there is nothing but these objects',
      objects: [nodeAgent()],
      options: { absence: 'complete' },
      finds: [{ field: 'spec.mode', level: 'error', message: /which is off by default/ }],
    },
  ],
  accepts: [
    {
      title: 'an agent on every node, with the gate',
      objects: [operator(['--feature-gates=PrometheusAgentDaemonSet=true']), nodeAgent()],
    },
    { title: 'a StatefulSet, which needs no gate', objects: [operator([]), agent({ mode: 'StatefulSet' })] },
  ],
});
