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
  ],
  accepts: [
    {
      title: 'a list for monitors and another one for instances',
      objects: [operator(['--namespaces=a', '--prometheus-instance-namespaces=b'])],
    },
  ],
});
