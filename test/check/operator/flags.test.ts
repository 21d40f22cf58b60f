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
      finds: [
        {
          message: /"PrometheusAgentDaemonSet" is set to "on", which is neither true nor false/,
          fix: 'write PrometheusAgentDaemonSet=true, or PrometheusAgentDaemonSet=false.',
        },
      ],
    },
    {
      title: 'a feature gate without a value',
      objects: [operator(['--feature-gates=PrometheusAgentDaemonSet'])],
      finds: [{ message: /"PrometheusAgentDaemonSet" is set to "", which is neither true nor false/ }],
    },
    {
      title: 'a switch that is neither on nor off',
      objects: [operator(['--kubelet-endpoints=maybe'])],
      finds: [
        {
          message: '--kubelet-endpoints=maybe is neither true nor false, and the Operator does not start.',
          fix: 'write --kubelet-endpoints=true, or --kubelet-endpoints=false.',
        },
      ],
    },
    {
      title: 'labels that are no pairs',
      objects: [operator(['--annotations=a=b', '--labels=team=web,tier'])],
      finds: [
        {
          message: '--labels has "tier", which is no pair, and the Operator does not start.',
          fix: 'write --labels=key=value, with commas between pairs.',
        },
      ],
    },
    {
      title: 'a flag that the Operator does not know',
      objects: [operator(['--manage-crds=false'])],
      finds: [{ message: /"--manage-crds" is no flag of the Operator/, fix: 'remove it.' }],
    },
    {
      title: 'the value of a switch in an argument of its own',
      objects: [operator(['--kubelet-endpoints', 'false'])],
      finds: [
        {
          field: 'spec.template.spec.containers[0].args[1]',
          message: /"false" is taken for a command/,
          fix: 'write --kubelet-endpoints=false in one argument, or remove it.',
        },
      ],
    },
    {
      title: 'a command behind a flag that has its value',
      objects: [operator(['--controller-id=a', 'full-crds'])],
      finds: [{ message: /"full-crds" is taken for a command/, fix: 'remove it.' }],
    },
    {
      title: 'a flag without its value at the end',
      objects: [operator(['--log-level=info', '--controller-id'])],
      finds: [
        {
          field: 'spec.template.spec.containers[0].args[1]',
          message: '--controller-id has no value, and the Operator does not start.',
          fix: 'write --controller-id=value, or remove it.',
        },
      ],
    },
    {
      title: 'an argument with three hyphens',
      objects: [operator(['---controller-id=a'])],
      finds: [{ message: /"---controller-id=a" is not how a flag is written, and the Operator does not start\.$/ }],
    },
    {
      title: 'a flag that has the version printed',
      objects: [operator(['--version'])],
      finds: [{ message: '--version has the Operator print something and end.', fix: 'remove it.' }],
    },
    {
      title: 'a level that is none',
      objects: [operator(['--log-level=loud'])],
      finds: [
        {
          message: '--log-level=loud is none of all, debug, info, warn, error, none, and the Operator does not start.',
          fix: 'write --log-level=all, for example, or remove it.',
        },
      ],
    },
  ],
  accepts: [
    {
      title: 'a list for monitors and another one for instances',
      objects: [operator(['--namespaces=a', '--prometheus-instance-namespaces=b'])],
    },
    {
      title: 'labels and annotations that are pairs, or none at all',
      objects: [operator(['--labels=team=web,tier=a', '--annotations='])],
    },
  ],
});
