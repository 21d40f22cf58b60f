import { createEvaluation } from '../../lib/check/create-evaluation';
import { explainText } from '../../lib/report/explain-text';
import {
  alertmanager,
  alertmanagerConfig,
  alertRule,
  configSecret,
  prometheus,
} from '../simulator/alertmanager/fixtures';

const base = configSecret({ route: { receiver: 'nobody' }, receivers: [{ name: 'nobody' }] });

function textOf(...objects: any[]): string {
  const sourced = objects.map((object) => ({ object, source: { file: 'objects.yaml' } }));
  const explanation = createEvaluation(sourced).explain('AlertmanagerConfig', 'shop', 'team');
  return explanation === undefined ? 'nothing' : [...explainText(explanation)].join('');
}

test('says which alerts an AlertmanagerConfig hears of', () => {
  const text = textOf(
    prometheus(),
    alertmanager(),
    base,
    alertmanagerConfig(),
    alertRule({}, 'shop'),
    alertRule({}, 'bank'),
  );
  expect(text).toContain('Part of the configuration of Alertmanager monitoring/main.');
  expect(text).toContain('Its route takes alerts with {namespace="shop"}.');
  expect(text).toContain('1 alert may get there: "Down" (namespace="shop").');
});

test.each([
  ['there is no Alertmanager', [], 'Unknown: there is no Alertmanager among these objects.'],
  [
    'no Alertmanager looks for any',
    [alertmanager({ alertmanagerConfigSelector: undefined })],
    'Not in effect: no Alertmanager among these objects looks for AlertmanagerConfigs.',
  ],
  [
    'a selector asks for labels',
    [alertmanager({ alertmanagerConfigSelector: { matchLabels: { a: 'b' } } })],
    /^Not in effect: Alertmanager monitoring\/main does not take it: alertmanagerConfigSelector asks for a=b\.$/m,
  ],
  [
    'another one spoils the configuration',
    [
      alertmanager(),
      base,
      alertmanagerConfig({ receivers: [{ name: 'hook', slackConfigs: [{ channel: '#a' }] }] }, { namespace: 'bank' }),
    ],
    'Not in effect: the configuration of Alertmanager monitoring/main is refused as a whole.',
  ],
])('says so where %s', (_, objects, verdict) => {
  expect(textOf(alertmanagerConfig(), ...objects)).toMatch(verdict as string);
});

test('says why the Operator skips it', () => {
  const text = textOf(alertmanager(), base, alertmanagerConfig({ route: { receiver: 'nobody' } }));
  expect(text).toContain('Not in effect: Alertmanager monitoring/main selects it, and the Operator skips it.');
  expect(text).toContain('alerting/rejected-config');
});

test('says that an AlertmanagerConfig without a route adds inhibit rules alone', () => {
  expect(textOf(alertmanager(), base, alertmanagerConfig({ route: undefined }))).toContain('adds inhibit rules alone');
});
