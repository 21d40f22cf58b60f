import { Platform } from '../../../../lib/stack/platform';
import type { Values } from '../../../../lib/stack/values';
import { problemsOf } from '../../typed/problems-of';

const refused: [title: string, values: Values, path: string][] = [
  ['settings without a switch', { grafana: { ingress: { hosts: ['a'] } } }, 'grafana.ingress'],
  [
    'a part of a part',
    { alertmanager: { networkPolicy: { enabled: true, egress: { rules: [{}] } } } },
    'alertmanager.networkPolicy.egress',
  ],
  ['a route by its name', { prometheus: { route: { main: { hostnames: ['a'] } } } }, 'prometheus.route.main'],
  ['only the outer of two parts that are off', { thanosRuler: { ingress: { hosts: ['a'] } } }, 'thanosRuler'],
  [
    'windows-exporter, whose switch is elsewhere',
    { 'prometheus-windows-exporter': { config: 'a' } },
    'prometheus-windows-exporter',
  ],
];

test.each(refused)('refuses %s', (_title, values, path) => {
  expect(problemsOf({ values })).toEqual([`values.${path}`]);
});

const accepted: [title: string, values: Values][] = [
  ['a part that is off in so many words', { grafana: { ingress: { enabled: false, hosts: ['a'] } } }],
  ['a part of something that is off in so many words', { grafana: { enabled: false, ingress: { hosts: ['a'] } } }],
  ['a part of a part that is off', { thanosRuler: { enabled: false, ingress: { hosts: ['a'] } } }],
  ['what says nothing', { grafana: { persistence: { accessModes: [], annotations: { a: null }, size: '' } } }],
];

test.each(accepted)('accepts %s', (_title, values) => {
  expect(problemsOf({ values })).toEqual([]);
});

test('accepts the nulls of a preset in parts that are off', () => {
  expect(problemsOf({ platform: Platform.OPENSHIFT })).toEqual([]);
});
