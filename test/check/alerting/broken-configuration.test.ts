import { alertmanager, alertmanagerConfig, configSecret } from '../../simulator/alertmanager/fixtures';
import { describeCheck } from '../describe-check';

describeCheck('alerting/broken-configuration', {
  flags: [
    {
      title: 'a Secret whose route leads nowhere',
      objects: [alertmanager(), configSecret({ route: { receiver: 'a' } })],
      finds: [
        {
          object: 'Secret monitoring/alertmanager-main',
          level: 'error',
          message: /names the receiver "a", which is not among the receivers/,
        },
      ],
    },
    {
      title: 'a Secret as it is, where no AlertmanagerConfig is looked at',
      objects: [alertmanager({ alertmanagerConfigSelector: undefined }), configSecret('- a')],
      finds: [{ message: /is no map/ }],
    },
    {
      title: 'an expression that is none, which the Operator lets through',
      objects: [
        alertmanager(),
        alertmanagerConfig({ route: { receiver: 'hook', matchers: [{ name: 'a', value: '(', matchType: '=~' }] } }),
      ],
      finds: [
        {
          object: 'AlertmanagerConfig shop/team',
          field: 'spec.route.matchers[0]',
          message: /keeps the one that it has/,
        },
      ],
    },
    {
      title: 'a version that there is not',
      objects: [alertmanager({ version: 'latest' })],
      finds: [{ field: 'spec.version', fix: /^version: v0\./ }],
    },
  ],
  accepts: [
    {
      title: 'a Slack receiver whose address may be in a Secret that is not shown',
      objects: [
        alertmanager(),
        alertmanagerConfig({ receivers: [{ name: 'hook', slackConfigs: [{ channel: '#a' }] }] }),
      ],
    },
    {
      title: 'a receiver of a Secret that the global part completes',
      objects: [
        alertmanager(),
        configSecret({
          global: { slack_api_url: 'http://a' },
          route: { receiver: 'a' },
          receivers: [{ name: 'a', slack_configs: [{ channel: '#a' }] }],
        }),
      ],
    },
    {
      title: 'templates in a Secret',
      objects: [
        alertmanager(),
        configSecret({
          route: { receiver: 'a' },
          receivers: [{ name: 'a', slack_configs: [{ api_url: 'http://a', text: '{{ template "x" . }}' }] }],
        }),
      ],
    },
  ],
});
