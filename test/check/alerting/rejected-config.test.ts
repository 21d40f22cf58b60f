import { alertmanager, alertmanagerConfig } from '../../simulator/alertmanager/fixtures';
import { describeCheck } from '../describe-check';

const slack = alertmanagerConfig({
  receivers: [{ name: 'hook', slackConfigs: [{ apiURL: { name: 'slack', key: 'url' } }] }],
});
const secret = (stringData: any) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'slack', namespace: 'shop' },
  stringData,
});

describeCheck('alerting/rejected-config', {
  flags: [
    {
      title: 'a route to a receiver that is not there',
      objects: [alertmanager(), alertmanagerConfig({ route: { receiver: 'x' } })],
      finds: [
        {
          field: 'spec.route.receiver',
          level: 'error',
          message: /"x" is no receiver of this object, which has hook\./,
        },
      ],
    },
    {
      title: 'a Secret that is not shown, as a warning',
      objects: [alertmanager(), slack],
      finds: [{ field: 'spec.receivers[0].slackConfigs[0].apiURL.name', level: 'warning' }],
    },
    {
      title: 'a key that is not there',
      objects: [alertmanager(), slack, secret({ uri: 'x' })],
      finds: [{ level: 'error', message: /Secret shop\/slack has no key "url"/ }],
    },
    {
      title: 'an address that is none, without telling it',
      objects: [alertmanager(), slack, secret({ url: 'hunter2' })],
      finds: [{ level: 'error', message: /^apiURL names a key whose text is no address: it must begin with/ }],
    },
    {
      title: 'the same fault at two Alertmanagers once',
      objects: [
        alertmanager(),
        { ...alertmanager(), metadata: { name: 'b', namespace: 'monitoring' } },
        alertmanagerConfig({ route: { receiver: 'x' } }),
      ],
      finds: [{}],
    },
  ],
  accepts: [
    { title: 'a Secret that is there', objects: [alertmanager(), slack, secret({ url: 'https://hooks.example/x' })] },
    {
      title: 'one that nobody selects',
      objects: [
        alertmanager({ alertmanagerConfigSelector: { matchLabels: { a: 'b' } } }),
        alertmanagerConfig({ route: { receiver: 'x' } }),
      ],
    },
  ],
});
