import { describeCheck } from '../describe-check';
import { agent, nodeAgent, operator, podMonitor, prometheus, serviceMonitor } from '../manifests';

describeCheck('monitor/role-selector', {
  flags: [
    {
      title: 'RoleSelector for a Prometheus that is too old',
      objects: [prometheus({ version: 'v2.16.0' }), serviceMonitor({ selectorMechanism: 'RoleSelector' })],
      finds: [
        {
          object: 'ServiceMonitor shop/web',
          field: 'spec.selectorMechanism',
          level: 'error',
          message: /needs Prometheus 2\.17\.0/,
          patch: [{ op: 'remove', path: '/spec/selectorMechanism' }],
        },
      ],
    },
    {
      title: 'RoleSelector at an agent on every node',
      objects: [
        operator(['--feature-gates=PrometheusAgentDaemonSet=true']),
        nodeAgent(),
        podMonitor({ selectorMechanism: 'RoleSelector' }),
      ],
      finds: [
        { object: 'PodMonitor shop/web', message: /adds a second selector for pods/, why: /all other monitors suffer/ },
      ],
    },
  ],
  accepts: [
    {
      title: 'RoleSelector at an ordinary agent',
      objects: [agent(), podMonitor({ selectorMechanism: 'RoleSelector' })],
    },
    {
      title: 'RelabelConfig for an old Prometheus',
      objects: [prometheus({ version: 'v2.16.0' }), serviceMonitor({ selectorMechanism: 'RelabelConfig' })],
    },
  ],
});
