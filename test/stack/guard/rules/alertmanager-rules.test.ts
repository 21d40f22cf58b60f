import { Testing } from 'cdk8s';
import { NamespaceSelector } from '../../../../lib/selection/namespace-selector';
import { StackRelease } from '../../../../lib/stack/stack-release';
import { problemsOf } from '../../typed/problems-of';

const team = { name: 'team', webhook_configs: [{ url: 'https://hooks.example.com/team' }] };

const refused: [title: string, alertmanager: any, field: string][] = [
  ['a route to a receiver that is not there', { config: { route: { receiver: 'team' } } }, 'config.route.receiver'],
  [
    'a child route to a receiver that is not there',
    { config: { route: { receiver: 'team', routes: [{ routes: [{ receiver: 'tame' }] }] }, receivers: [team] } },
    'config.route.routes[0].routes[0].receiver',
  ],
  ['receivers that no route leads to', { config: { receivers: [team] } }, 'config.receivers'],
  [
    'two receivers of one name',
    { config: { route: { receiver: 'team' }, receivers: [team, team] } },
    'config.receivers',
  ],
  [
    'a route that is mute in an interval that is not there',
    { config: { route: { routes: [{ mute_time_intervals: ['night'] }] } } },
    'config.route.routes[0].mute_time_intervals[0]',
  ],
  [
    'a configuration beside a Secret of your own',
    { config: { global: { resolve_timeout: '1m' } }, configSecret: 'alerts' },
    'config',
  ],
  [
    'a configuration that the chart does not write',
    { config: { global: { resolve_timeout: '1m' } }, useExistingSecret: true },
    'config',
  ],
  [
    'a configuration beside an AlertmanagerConfig in its place',
    { config: { global: { resolve_timeout: '1m' } }, alertmanagerConfiguration: { name: 'base' } },
    'config',
  ],
  ['a configuration as text that nobody reads', { stringConfig: 'route: {}' }, 'stringConfig'],
  ['settings of a network policy that is off', { networkPolicy: { enableClusterRules: true } }, 'networkPolicy'],
];

test.each(refused)('refuses %s', (_title, alertmanager, field) => {
  expect(problemsOf({ alertmanager })).toContain(`alertmanager.${field}`);
});

const accepted: [title: string, alertmanager: any][] = [
  ['a route with its receiver', { config: { route: { receiver: 'team' }, receivers: [team] } }],
  ['a child route without a receiver, which inherits it', { config: { route: { routes: [{ matchers: ['a = b'] }] } } }],
  [
    'an interval under its older name',
    {
      config: {
        route: { routes: [{ active_time_intervals: ['day'] }] },
        mute_time_intervals: [{ name: 'day', time_intervals: [] }],
      },
    },
  ],
  ['a receiver that Helm fills in', { tplConfig: true, config: { route: { receiver: '{{ .Release.Name }}' } } }],
  ['a wrong configuration of an Alertmanager that is off', { enabled: false, config: { route: { receiver: 'team' } } }],
  ['a Secret of your own', { useExistingSecret: true, configSecret: 'alerts' }],
];

test.each(accepted)('accepts %s', (_title, alertmanager) => {
  expect(problemsOf({ alertmanager })).toEqual([]);
});

test('refuses receivers in `values` that take away the one of the route of the chart', () => {
  const values = { alertmanager: { config: { route: { group_by: ['job'] }, receivers: [team] } } };
  expect(problemsOf({ values })).toEqual(['values.alertmanager.config.receivers']);
});

test('takes a null as the namespace selector of AlertmanagerConfigs for the own namespace', () => {
  const alertmanager = { alertmanagerConfigNamespaceSelector: NamespaceSelector.own() };
  const release = new StackRelease(Testing.chart(), 'kps', { namespace: 'monitoring', alertmanager });
  expect(release.toHelmValues()).toEqual({
    alertmanager: { alertmanagerSpec: { alertmanagerConfigNamespaceSelector: null } },
  });
  expect(release.alertmanagerConfigNamespaceSelector.ownNamespaceOnly).toBe(true);
});
