import { describeCheck } from '../describe-check';
import { operator, prometheus, serviceMonitor } from '../manifests';

describeCheck('operator/flags', {
  flags: [
    {
      title: 'namespaces that are allowed and denied',
      objects: [operator(['--namespaces=a', '--deny-namespaces=b']), prometheus(), serviceMonitor()],
      finds: [
        {
          object: 'Deployment operators/prometheus-operator',
          field: 'spec.template.spec.containers[0].args[1]',
          level: 'error',
        },
      ],
    },
    {
      title: 'a feature gate that does not exist',
      objects: [operator(['--feature-gates=Agents=true'])],
      finds: [{ message: /"Agents" is no feature gate/ }],
    },
    {
      title: 'a feature gate that is neither on nor off',
      objects: [operator(['--feature-gates=PrometheusAgentDaemonSet=on'])],
      finds: [{ message: /"PrometheusAgentDaemonSet=on" says neither true nor false/ }],
    },
    {
      title: 'a feature gate without a value',
      objects: [operator(['--feature-gates=PrometheusAgentDaemonSet'])],
      finds: [{ message: /"PrometheusAgentDaemonSet" says neither true nor false/ }],
    },
  ],
  accepts: [
    {
      title: 'a list for monitors and another one for instances',
      objects: [operator(['--namespaces=a', '--prometheus-instance-namespaces=b'])],
    },
  ],
});
