import { MonitoredApp } from '../../lib/app/monitored-app';
import type { MonitoredAppProps } from '../../lib/app/monitored-app-props';
import { messageOf, newChart } from '../private/synth';

test('plain JavaScript that leaves out what is required is told so', () => {
  const props = { name: null } as unknown as MonitoredAppProps;
  expect(messageOf(() => new MonitoredApp(newChart(), 'web', props))).toContain('image: is empty');
});

test.each<[string, any, string]>([
  ['a Deployment of cdk8s-plus for an AppWorkload', { workload: {} }, 'workload: is no AppWorkload.'],
  ['a name for a Prometheus', { prometheus: 'stack' }, 'prometheus: is no IPrometheus.'],
  ['no port', { port: undefined }, 'port: is missing'],
  ['a text for a port', { port: '8080' }, 'port: "8080" is no port number.'],
])('plain JavaScript that gives %s is told so', (_title, props, said) => {
  const given = { image: 'web:1', port: 80, ...props };
  expect(messageOf(() => new MonitoredApp(newChart(), 'web', given))).toContain(said);
});
