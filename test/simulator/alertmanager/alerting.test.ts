import { matchersText, matchRoutes } from '../../../lib/simulator/alertmanager/route';
import type { KubeObject } from '../../../lib/simulator/kube-object';
import type { SimulationOptions } from '../../../lib/simulator/simulation';
import { alertmanager, alertmanagerConfig, configSecret, namespace, simulate } from './fixtures';

function routing(objects: readonly KubeObject[], options?: SimulationOptions) {
  const { alerting } = simulate(objects, options);
  return alerting.routingOf(alerting.instances[0]);
}

function receivers(objects: readonly KubeObject[], labels: any): string[] {
  const { configuration } = routing(objects);
  return configuration === undefined ? ['?'] : matchRoutes(configuration.root, labels).map(({ receiver }) => receiver);
}

function states(objects: readonly KubeObject[], options?: SimulationOptions): string[] {
  return simulate(objects, options).alerting.outcomes.map(({ state }) => state);
}

const operator = (...args: string[]): KubeObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'operator', namespace: 'monitoring' },
  spec: {
    template: {
      spec: { containers: [{ name: 'o', image: 'quay.io/prometheus-operator/prometheus-operator:v0.93.0', args }] },
    },
  },
});

describe('an Alertmanager', () => {
  test('takes an AlertmanagerConfig of another namespace, bound to that namespace', () => {
    const objects = [alertmanager(), alertmanagerConfig()];
    expect(receivers(objects, { namespace: 'shop' })).toEqual(['shop/team/hook']);
    expect(receivers(objects, { namespace: 'bank' })).toEqual(['null']);
    expect(receivers(objects, {})).toEqual(['null']);
  });

  test.each([
    ['OnNamespace', ['null']],
    ['None', ['monitoring/team/hook']],
    ['OnNamespaceExceptForAlertmanagerNamespace', ['monitoring/team/hook']],
  ])('with the strategy %s sends an alert without a namespace to %j', (type, expected) => {
    const own = alertmanagerConfig({}, { namespace: 'monitoring' });
    expect(receivers([alertmanager({ alertmanagerConfigMatcherStrategy: { type } }), own], {})).toEqual(expected);
  });

  test('passes an alert on after each AlertmanagerConfig, in order of namespace and name, but not within', () => {
    const two = { routes: [{ receiver: 'hook' }, { receiver: 'hook' }], receiver: 'hook', continue: false };
    const objects = [
      alertmanager({ alertmanagerConfigMatcherStrategy: { type: 'None' } }),
      alertmanagerConfig({}, { namespace: 'b' }),
      alertmanagerConfig({ route: two }, { namespace: 'a', name: 'z' }),
      configSecret({
        route: { receiver: 'root', routes: [{ receiver: 'x', matchers: ['a=b'] }] },
        receivers: [{ name: 'root' }, { name: 'x' }],
      }),
    ];
    expect(receivers(objects, { a: 'b' })).toEqual(['a/z/hook', 'b/team/hook', 'x']);
    expect(receivers(objects, {})).toEqual(['a/z/hook', 'b/team/hook']);
  });

  test('leaves out receivers of an AlertmanagerConfig without a route, and takes its inhibit rules', () => {
    const rule = {
      sourceMatch: [{ name: 'a', value: 'b' }],
      targetMatch: [{ name: 'namespace', value: 'shop', matchType: '=' }],
      equal: ['c'],
    };
    const { configuration } = routing([alertmanager(), alertmanagerConfig({ route: undefined, inhibitRules: [rule] })]);
    expect(configuration?.receivers.map(({ name }) => name)).toEqual(['null']);
    expect(configuration?.inhibitRules).toMatchObject([
      {
        source: [{ name: 'a' }, { name: 'namespace', value: 'shop' }],
        target: [{ name: 'namespace', type: '=', value: 'shop' }],
        equal: ['c'],
      },
    ]);
  });

  test('reads matchers of v1alpha1 with regex, and of v1beta1 with matchType', () => {
    const old = { matchers: [{ name: 'severity', value: 'a|b', regex: true }], receiver: 'hook' };
    const { configuration } = routing([alertmanager(), alertmanagerConfig({ route: old })]);
    expect(configuration?.root.routes.map(matchersText)).toEqual(['{severity=~"a|b",namespace="shop"}']);
  });

  test('takes nothing without a selector, and uses the Secret as it is', () => {
    const own = alertmanager({ alertmanagerConfigSelector: undefined });
    const text = { route: { receiver: 'mine' }, receivers: [{ name: 'mine' }] };
    expect(states([own, alertmanagerConfig()])).toEqual([]);
    expect(receivers([own, alertmanagerConfig(), configSecret(text)], { namespace: 'shop' })).toEqual(['mine']);
  });

  test('begins with the AlertmanagerConfig that it names, which is not bound', () => {
    const objects = [
      alertmanager({ alertmanagerConfiguration: { name: 'base' } }),
      alertmanagerConfig({}, { namespace: 'monitoring', name: 'base' }),
      alertmanagerConfig(),
    ];
    expect(states(objects)).toEqual(['base', 'selected']);
    expect(receivers(objects, {})).toEqual(['monitoring/base/hook']);
    expect(receivers(objects, { namespace: 'shop' })).toEqual(['shop/team/hook']);
  });

  test('has an unknown configuration where something is to make its Secret', () => {
    const external: KubeObject = {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'alertmanager-main', namespace: 'monitoring' },
    };
    expect(routing([alertmanager(), external]).configuration).toBeUndefined();
    const another = { ...external, metadata: { ...external.metadata, name: 'another' } };
    expect(routing([alertmanager(), another]).configuration?.root.receiver).toBe('null');
  });

  test('has an unknown configuration where its Secret may be elsewhere, and a null receiver where nothing is', () => {
    expect(routing([alertmanager()], {})).toMatchObject({
      configuration: undefined,
      unknown: /* in part */ expect.any(String),
    });
    expect(routing([alertmanager()]).configuration?.root.receiver).toBe('null');
    expect(routing([alertmanager(), configSecret('')]).configuration?.root.receiver).toBe('null');
  });

  test.each([
    ['no YAML', '{', 'is no YAML'],
    ['no route', '{}', 'route is missing'],
    ['a receiver that is not there', 'route: {receiver: a}', 'names the receiver "a"'],
    ['a root with matchers', 'route: {receiver: a, matchers: [a=b]}\nreceivers: [{name: a}]', 'route.matchers is set'],
    [
      'an interval that is not there',
      'route: {receiver: a, routes: [{mute_time_intervals: [x]}]}\nreceivers: [{name: a}]',
      'time interval "x"',
    ],
    ['a bad matcher', 'route: {receiver: a, routes: [{matchers: ["a=~("]}]}\nreceivers: [{name: a}]', 'cannot be read'],
    ['a duration of zero', 'route: {receiver: a, repeat_interval: 0s}\nreceivers: [{name: a}]', 'is zero'],
  ])('fails on a Secret with %s', (_, text, message) => {
    const { alerting } = simulate([alertmanager(), configSecret(text)]);
    expect(
      alerting
        .baseOf(alerting.instances[0])
        .problems.map((problem) => problem.message)
        .join('\n'),
    ).toContain(message);
    expect(alerting.routingOf(alerting.instances[0]).configuration).toBeUndefined();
  });

  test.each([
    ['labels', { alertmanagerConfigSelector: { matchLabels: { a: 'b' } } }, 'unselected'],
    ['its own namespace alone', { alertmanagerConfigNamespaceSelector: null }, 'unselected'],
    [
      'labels of namespaces that are not known',
      { alertmanagerConfigNamespaceSelector: { matchLabels: { a: 'b' } } },
      'undecided',
    ],
  ])('asks for %s', (_, spec, state) => {
    expect(states([alertmanager(spec), alertmanagerConfig()])).toEqual([state]);
  });

  test('asks for labels of a namespace', () => {
    const asking = alertmanager({ alertmanagerConfigNamespaceSelector: { matchLabels: { a: 'b' } } });
    expect(states([asking, alertmanagerConfig(), namespace('shop', { a: 'b' })])).toEqual(['selected']);
    expect(states([asking, alertmanagerConfig(), namespace('shop')])).toEqual(['unselected']);
  });

  test.each([
    [['--alertmanager-config-namespaces=bank'], 'unseen'],
    [['--namespaces=monitoring'], 'unseen'],
    [['--namespaces=monitoring', '--alertmanager-config-namespaces=shop'], 'selected'],
    [['--deny-namespaces=shop'], 'unseen'],
  ])('of an Operator with %j finds an AlertmanagerConfig %s', (args, state) => {
    expect(states([operator(...args), alertmanager(), alertmanagerConfig()])).toEqual([state]);
  });

  test.each([
    [{ paused: true }, [], 'paused'],
    [{ version: 'v1.0.0' }, [], 'frozen'],
    [{}, ['--alertmanager-instance-namespaces=other'], 'unseen'],
    [{}, ['--alertmanager-instance-selector=a=b'], 'unseen'],
    [{}, ['--controller-id=x'], 'unseen'],
    [{}, [], 'managed'],
  ])('with %j, and an Operator with %j, is %s', (spec, args, state) => {
    expect(simulate([operator(...args), alertmanager(spec)]).alerting.instances[0].state).toBe(state);
  });
});

describe('a configuration with a harmful AlertmanagerConfig', () => {
  test.each([
    ['a bad duration below', { route: { receiver: 'hook', routes: [{ groupWait: '5x' }] } }, 'failure/duration'],
    [
      'a bad expression',
      { route: { receiver: 'hook', matchers: [{ name: 'a', value: '(', matchType: '=~' }] } },
      'poison/matcher',
    ],
    [
      'a bad name',
      { route: { receiver: 'hook', matchers: [{ name: 'a b', value: '', matchType: '=' }] } },
      'poison/matcher',
    ],
    ['an interval twice', { muteTimeIntervals: [{ name: 'a' }, { name: 'a' }] }, 'poison/interval-twice'],
    [
      'Slack without an address',
      { receivers: [{ name: 'hook', slackConfigs: [{ channel: '#a' }] }] },
      'poison/setting-missing',
    ],
  ])('is not known: %s', (_, spec, code) => {
    const { alerting } = simulate([alertmanager(), alertmanagerConfig(spec)]);
    expect(alerting.outcomes[0].state).toBe('selected');
    expect(alerting.harmAt(alerting.instances[0]).map((problem) => problem.code)).toEqual([`alertmanager-${code}`]);
    expect(alerting.routingOf(alerting.instances[0]).unknown).toMatch(/^AlertmanagerConfig shop\/team breaks it/);
  });

  test('is fine where the global part has what a receiver lacks', () => {
    const slack = alertmanagerConfig({ receivers: [{ name: 'hook', slackConfigs: [{ channel: '#a' }] }] });
    const base = { global: { slack_api_url: 'http://a' }, route: { receiver: 'a' }, receivers: [{ name: 'a' }] };
    expect(receivers([alertmanager(), slack, configSecret(base)], { namespace: 'shop' })).toEqual(['shop/team/hook']);
  });
});
