import { alertmanager, alertmanagerConfig } from '../../simulator/alertmanager/fixtures';
import { describeCheck } from '../describe-check';

const asking = (value: string, matchType: string, more: any = {}) =>
  alertmanagerConfig({ route: { receiver: 'hook', matchers: [{ name: 'namespace', value, matchType }], ...more } });

describeCheck('alerting/starved-route', {
  flags: [
    {
      title: 'another namespace',
      objects: [alertmanager(), asking('bank', '=')],
      finds: [
        { field: 'spec.route.matchers', level: 'error', message: /^namespace="bank" excludes the namespace "shop"/ },
      ],
    },
    {
      title: 'an expression that leaves the own one out',
      objects: [alertmanager(), asking('shop', '!~')],
      finds: [{}],
    },
    {
      title: 'a route below',
      objects: [
        alertmanager(),
        alertmanagerConfig({
          route: { receiver: 'hook', routes: [{ matchers: [{ name: 'namespace', value: 'bank' }] }] },
        }),
      ],
      finds: [{ field: 'spec.route.routes[0].matchers' }],
    },
  ],
  accepts: [
    { title: 'the own namespace among others', objects: [alertmanager(), asking('bank|shop', '=~')] },
    {
      title: 'another namespace where nothing is bound',
      objects: [alertmanager({ alertmanagerConfigMatcherStrategy: { type: 'None' } }), asking('bank', '=')],
    },
    {
      title: 'another namespace in that of an Alertmanager that leaves it free',
      objects: [
        alertmanager({ alertmanagerConfigMatcherStrategy: { type: 'OnNamespaceExceptForAlertmanagerNamespace' } }),
        { ...asking('bank', '='), metadata: { name: 'team', namespace: 'monitoring' } },
      ],
    },
  ],
});
