import { alertmanager, prometheus } from '../../simulator/alertmanager/fixtures';
import { describeCheck } from '../describe-check';

const to = (entry: any) => prometheus({ alerting: { alertmanagers: [entry] } });
const service = (name: string, namespace = 'monitoring', more: any = {}) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec: { selector: { alertmanager: 'main' }, ports: [{ name: 'web', port: 9093, targetPort: 'web' }], ...more },
});

describeCheck('alerting/alertmanager-exists', {
  flags: [
    {
      title: 'a name with a slip of the pen',
      objects: [to({ name: 'alertmanager-operatd', port: 'web' }), alertmanager()],
      finds: [
        {
          object: 'Prometheus monitoring/k8s',
          field: 'spec.alerting.alertmanagers[0].name',
          level: 'error',
          message:
            'There is no Service "alertmanager-operatd" in namespace "monitoring". Service "alertmanager-operated" is there.',
          fix: 'name: alertmanager-operated',
          patch: [{ op: 'replace', path: '/spec/alerting/alertmanagers/0/name', value: 'alertmanager-operated' }],
        },
      ],
    },
    {
      title: 'a namespace without an Alertmanager, of which the objects show what runs',
      objects: [
        to({ name: 'alertmanager-operated', namespace: 'shop', port: 'web' }),
        alertmanager(),
        service('web', 'shop'),
      ],
      finds: [{ message: /Alertmanager monitoring\/main is in namespace "monitoring"\.$/ }],
    },
    {
      title: 'a port that the Service has not',
      objects: [to({ name: 'alertmanager-operated', port: 'http-web' }), alertmanager()],
      finds: [
        {
          field: 'spec.alerting.alertmanagers[0].port',
          message: /^"http-web" is no port of/,
          fix: 'port: web',
        },
      ],
    },
    {
      title: 'a number that is none of a container, though the Service has it',
      objects: [
        to({ name: 'am', port: 80 }),
        alertmanager(),
        service('am', 'monitoring', { ports: [{ name: 'web', port: 80, targetPort: 'web' }] }),
      ],
      finds: [{ message: /^No container behind Service "am" in namespace "monitoring" declares port 80;/ }],
    },
    {
      title: 'rules that drop everything',
      objects: [
        to({
          name: 'alertmanager-operated',
          port: 'web',
          relabelings: [{ action: 'drop', sourceLabels: ['__scheme__'], regex: 'http' }],
        }),
        alertmanager(),
      ],
      finds: [{ field: 'spec.alerting.alertmanagers[0].relabelings' }],
    },
  ],
  accepts: [
    { title: 'the Service of the Operator', objects: [prometheus(), alertmanager()] },
    {
      title: 'a number that a container declares',
      objects: [to({ name: 'am', port: 9093 }), alertmanager(), service('am')],
    },
    {
      title: 'a name that is an expression',
      objects: [to({ name: 'alertmanager-.*', port: 'web|http' }), alertmanager()],
    },
    {
      title: 'a namespace of which nothing is there',
      objects: [to({ name: 'alertmanager-operated', namespace: 'other', port: 'web' })],
    },
    { title: 'a Service without pods', objects: [to({ name: 'am', port: 'web' }), service('am')] },
  ],
});
