import { alertmanager, alertmanagerConfig, simulate } from './fixtures';

function codes(spec: any, version = 'v0.33.1', api = 'v1alpha1', complete = true): string[] {
  const { alerting } = simulate([alertmanager({ version }), alertmanagerConfig(spec, {}, api)], { complete });
  const [{ state, problems }] = alerting.outcomes;
  return [state, ...problems.map(({ code, field }) => `${code.replace('alertmanager-config/', '')} ${field}`)];
}

const receiver = (kind: string, config: any) => ({ receivers: [{ name: 'hook', [kind]: [config] }] });
const at = (kind: string, field = '') => `spec.receivers[0].${kind}[0]${field}`;

describe('an AlertmanagerConfig is rejected', () => {
  test.each<[title: string, spec: any, problems: string[]]>([
    [
      'a receiver twice',
      { receivers: [{ name: 'hook' }, { name: 'hook' }] },
      ['receiver-twice spec.receivers[1].name'],
    ],
    ['no receiver of that name', { route: { receiver: 'x' } }, ['receiver-unknown spec.route.receiver']],
    ['no receiver at all', { route: {} }, ['route-without-receiver spec.route.receiver']],
    [
      'an unknown receiver below',
      { route: { receiver: 'hook', routes: [{ receiver: 'x' }] } },
      ['receiver-unknown spec.route.routes[0].receiver'],
    ],
    [
      'an unknown interval',
      { route: { receiver: 'hook', muteTimeIntervals: ['x'] } },
      ['interval-unknown spec.route.muteTimeIntervals[0]'],
    ],
    [
      'an unknown active interval',
      { route: { receiver: 'hook', activeTimeIntervals: ['x'] } },
      ['interval-unknown spec.route.activeTimeIntervals[0]'],
    ],
    ['a label twice', { route: { receiver: 'hook', groupBy: ['a', 'a'] } }, ['group-by spec.route.groupBy']],
    ['all labels and one', { route: { receiver: 'hook', groupBy: ['...', 'a'] } }, ['group-by spec.route.groupBy']],
    [
      'a matcher of no type',
      { route: { receiver: 'hook', routes: [{ matchers: [{ name: 'a', matchType: '~' }] }] } },
      ['match-type spec.route.routes[0].matchers[0].matchType'],
    ],
    [
      'a field that no route has',
      { route: { receiver: 'hook', routes: [{ match: {} }] } },
      ['route-field spec.route.routes[0].match'],
    ],
    [
      'a matcher of an inhibit rule without a name',
      { inhibitRules: [{ targetMatch: [{ name: ' ', matchType: '=' }] }] },
      ['matcher-without-name spec.inhibitRules[0].targetMatch[0].name'],
    ],
    [
      'a week that ends before it begins',
      { muteTimeIntervals: [{ name: 'a', timeIntervals: [{ weekdays: ['friday:monday'] }] }] },
      ['interval spec.muteTimeIntervals[0].timeIntervals[0].weekdays[0]'],
    ],
    [
      'a time of day that is none',
      { muteTimeIntervals: [{ name: 'a', timeIntervals: [{ times: [{ startTime: '8:00', endTime: '17:00' }] }] }] },
      ['interval spec.muteTimeIntervals[0].timeIntervals[0].times[0]'],
    ],
    ['no address', receiver('webhookConfigs', { url: 'hook' }), [`url ${at('webhookConfigs', '.url')}`]],
    ['no address at all', receiver('webhookConfigs', {}), [`setting-missing ${at('webhookConfigs')}`]],
    ['no key', receiver('pagerdutyConfigs', {}), [`setting-missing ${at('pagerdutyConfigs')}`]],
    [
      'a Secret that is not there',
      receiver('slackConfigs', { apiURL: { name: 'a', key: 'b' } }),
      [`secret-missing ${at('slackConfigs', '.apiURL.name')}`],
    ],
    ['e-mail to nobody', receiver('emailConfigs', {}), [`setting-missing ${at('emailConfigs', '.to')}`]],
    [
      'a mail server without a port',
      receiver('emailConfigs', { to: 'a', smarthost: 'mail' }),
      [`smarthost ${at('emailConfigs', '.smarthost')}`],
    ],
    [
      'no chat',
      receiver('telegramConfigs', { botTokenFile: '/t' }),
      [`setting-missing ${at('telegramConfigs', '.chatID')}`],
    ],
    [
      'two ways to authenticate',
      receiver('webhookConfigs', {
        url: 'http://a',
        httpConfig: { authorization: { credentials: {} }, oauth2: { tokenUrl: 'http://a', clientId: { secret: {} } } },
      }),
      ['two-authentications spec.receivers[0].webhookConfigs[0].httpConfig.oauth2'],
    ],
  ])('over %s', (_, spec, problems) => {
    const [state, ...found] = codes(spec);
    expect(state).toBe('rejected');
    expect(found).toEqual(expect.arrayContaining(problems));
  });

  test.each([
    ['telegramConfigs', { botTokenFile: '/t', chatID: 1 }, '0.25.0', '0.26.0'],
    ['webexConfigs', { roomID: 'a' }, '0.24.0', '0.25.0'],
    ['emailConfigs', { to: 'a', from: 'b', smarthost: 'a:1', threading: {} }, '0.29.0', '0.30.0'],
    ['webhookConfigs', { url: 'http://a', payload: '{}' }, '0.31.0', '0.32.0'],
  ])('over %s of a newer Alertmanager', (kind, config, older, newer) => {
    expect(codes(receiver(kind, config), older)).toEqual(['rejected', expect.stringMatching(/^newer-alertmanager /)]);
    expect(codes(receiver(kind, config), newer)).toEqual(['selected']);
  });
});

describe('an AlertmanagerConfig is taken', () => {
  test.each<[title: string, spec: any]>([
    ['as it is', {}],
    ['with an address that is a template', receiver('webhookConfigs', { url: '{{ .X }}' })],
    [
      'with numbers for days',
      {
        muteTimeIntervals: [
          {
            name: 'a',
            timeIntervals: [
              { weekdays: ['1:5'], months: ['January'], daysOfMonth: [{ start: -3, end: -1 }], years: ['2026'] },
            ],
          },
        ],
      },
    ],
    [
      'with all three of SNS, as the Operator compares them',
      receiver('snsConfigs', { targetARN: 'a', topicARN: 'b', phoneNumber: 'c' }),
    ],
    ['with a route below that has no receiver', { route: { receiver: 'hook', routes: [{ matchers: [] }] } }],
    ['without a route', { route: undefined }],
  ])('%s', (_, spec) => {
    expect(codes(spec)).toEqual(['selected']);
  });

  test('where its Secret may be elsewhere', () => {
    const slack = receiver('slackConfigs', { apiURL: { name: 'a', key: 'b' } });
    expect(codes(slack, 'v0.33.1', 'v1alpha1', false)).toEqual([
      'selected',
      'secret-missing spec.receivers[0].slackConfigs[0].apiURL.name',
    ]);
  });

  test('with the time intervals of v1beta1', () => {
    const route = { receiver: 'hook', muteTimeIntervals: ['a'] };
    expect(codes({ route, timeIntervals: [{ name: 'a' }] }, 'v0.33.1', 'v1beta1')).toEqual(['selected']);
    expect(codes({ route, muteTimeIntervals: [{ name: 'a' }] }, 'v0.33.1', 'v1beta1')[0]).toBe('rejected');
  });
});
