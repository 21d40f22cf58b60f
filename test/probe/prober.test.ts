import { App } from 'cdk8s';
import { Scheme } from '../../imports/monitoring.coreos.com/v1/enums';
import { Prober } from '../../lib/probe/prober';
import { messageOf, newChart } from '../private/synth';
import { rawService } from './fixtures';

describe('an address', () => {
  test.each(['blackbox.monitoring.svc:9115', '10.0.0.1:80', 'blackbox_1:9115', '[2001:db8::1]:9115'])(
    '"%s" is taken as it is',
    (address) => {
      expect(Prober.of(address).proberAddress).toBe(address);
    },
  );

  test('with a scheme and a path is refused, and the fix says where these belong', () => {
    expect(messageOf(() => Prober.of('https://blackbox:9115/probe'))).toBe(
      `Prober.of: "https://blackbox:9115/probe" has a scheme, and the Operator rejects a Probe with it. Fix: write 'blackbox:9115', with { scheme: v1.Scheme.HTTPS }, with { path: '/probe' }.`,
    );
  });

  test.each([
    ['blackbox', 'is not host and port'],
    ['blackbox:http', 'is not host and port'],
    ['blackbox:9115/probe', 'has a path'],
    ['black box:9115', 'has "black box" for a host'],
    ['blackbox:0', 'has 0 for a port'],
    ['blackbox:65536', 'has 65536 for a port'],
  ])('"%s" is refused: it %s', (address, why) => {
    expect(messageOf(() => Prober.of(address))).toContain(why);
  });
});

test('a Service by name is found from every namespace', () => {
  expect(Prober.inCluster('blackbox', 'monitoring', 9115).proberAddress).toBe('blackbox.monitoring.svc:9115');
});

test('all that is wrong with a Service by name is told at once', () => {
  const message = messageOf(() => Prober.inCluster('1st', 'Monitoring', 0));
  expect(message).toContain('Prober.inCluster has 3 problems');
  expect(message).toContain('serviceName: "1st" must begin with a letter');
  expect(message).toContain('namespace: "Monitoring"');
  expect(message).toContain('port: 0 is no port number');
});

test('keeps scheme and path for the Probe', () => {
  const prober = Prober.of('blackbox:443', { scheme: Scheme.HTTPS, path: '/blackbox/probe' });
  expect([prober.proberScheme, prober.proberPath]).toEqual([Scheme.HTTPS, '/blackbox/probe']);
});

test('a path without a slash is refused', () => {
  expect(messageOf(() => Prober.of('blackbox:9115', { path: 'probe' }))).toContain("Fix: path: '/probe'");
});

describe('a Service of this app', () => {
  const port = { name: 'http', port: 9115 };

  test('is named with its namespace and its only TCP port', () => {
    const chart = newChart({ namespace: 'monitoring' });
    const service = rawService(chart, [port, { port: 53, protocol: 'UDP' }]);
    expect(Prober.service(service).proberAddress).toBe('blackbox.monitoring.svc:9115');
  });

  test('is named with the port that was asked for', () => {
    const chart = newChart({ namespace: 'monitoring' });
    const service = rawService(chart, [port, { port: 80 }]);
    expect(Prober.service(service, { port: 80 }).proberAddress).toBe('blackbox.monitoring.svc:80');
  });

  test('without a namespace has no address', () => {
    const prober = Prober.service(rawService(newChart(), [port]));
    expect(messageOf(() => prober.proberAddress)).toContain('is left to the deploying tool');
  });

  test.each([
    [[port, { port: 80 }], undefined, 'leaves open which port is meant: its TCP ports are 9115, 80'],
    [[port], 80, 'has no port 80: its TCP ports are 9115'],
    [[], undefined, 'it has no TCP port'],
  ])('with the ports %j has none when asked for %s', (ports, wanted, why) => {
    const chart = newChart({ namespace: 'monitoring' });
    const prober = Prober.service(rawService(chart, ports), { port: wanted });
    expect(messageOf(() => prober.proberAddress)).toContain(why);
  });

  test('that does not exist is told at once', () => {
    expect(messageOf(() => Prober.service(new App()))).toContain('holds no Service');
  });
});
