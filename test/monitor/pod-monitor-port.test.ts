import { type Chart, Duration } from 'cdk8s';
import { PodMonitor, type PodMonitorEndpoint } from '../../lib/monitor/pod-monitor';
import { manifestOf, messageOf, newChart, synth } from '../private/synth';
import { podTemplate, rawWorkload } from './fixtures';

function specOf(chart: Chart): any {
  return manifestOf(chart, 'PodMonitor').spec;
}

/** A monitor of a Deployment whose only container has these ports. */
function monitorOfPorts(ports: any[], endpoint?: PodMonitorEndpoint, podSpec: any = {}): Chart {
  const chart = newChart();
  const template = podTemplate(...ports);
  const workload = rawWorkload(chart, 'Deployment', { ...template, spec: { ...template.spec, ...podSpec } });
  new PodMonitor(chart, 'Monitor', { workload, endpoints: endpoint && [endpoint] });
  return chart;
}

const http = { name: 'http', containerPort: 8080 };

describe('the port', () => {
  test('is the only one, by its name', () => {
    expect(specOf(monitorOfPorts([http])).podMetricsEndpoints).toEqual([{ port: 'http' }]);
  });

  test('is the only one, by its number where it has no name', () => {
    expect(specOf(monitorOfPorts([{ containerPort: 8080 }])).podMetricsEndpoints).toEqual([{ portNumber: 8080 }]);
  });

  test('is the one named for metrics among several', () => {
    const ports = [http, { name: 'metrics', containerPort: 9090 }];
    expect(specOf(monitorOfPorts(ports)).podMetricsEndpoints).toEqual([{ port: 'metrics' }]);
  });

  test('is the only one that speaks TCP', () => {
    const ports = [{ name: 'dns', containerPort: 53, protocol: 'UDP' }, http];
    expect(specOf(monitorOfPorts(ports)).podMetricsEndpoints).toEqual([{ port: 'http' }]);
  });

  test('may be asked for by its number', () => {
    expect(specOf(monitorOfPorts([http], { portNumber: 8080 })).podMetricsEndpoints).toEqual([{ portNumber: 8080 }]);
  });

  test('may be that of an init container which stays, but not of one which ends', () => {
    const init = (restartPolicy?: string) => ({
      initContainers: [{ name: 'proxy', restartPolicy, ports: [{ name: 'metrics', containerPort: 9090 }] }],
    });
    expect(specOf(monitorOfPorts([http], undefined, init('Always'))).podMetricsEndpoints).toEqual([
      { port: 'metrics' },
    ]);
    expect(() => synth(monitorOfPorts([http], { port: 'metrics' }, init()))).toThrow(
      '"metrics" is not among the declared container ports',
    );
  });

  test.each<[string, any[], PodMonitorEndpoint | undefined, string[]]>([
    [
      'a name that no port has',
      [http, { containerPort: 9090 }],
      { port: 'metrics' },
      [
        'endpoints[0].port: "metrics" is not among the declared container ports of Deployment/web: http (8080), 9090 (without a name). A PodMonitor finds declared ports only, so Prometheus would drop every target.',
        "Fix: port: 'http', or another of these.",
      ],
    ],
    [
      'a number as a name',
      [http],
      { port: '8080' },
      [
        'endpoints[0].port: "8080" is not among the declared container ports of Deployment/web: http (8080). A PodMonitor finds declared ports only, so Prometheus would drop every target.',
        "Fix: port: 'http'",
      ],
    ],
    [
      'a number that no container declares',
      [http],
      { portNumber: 9090 },
      [
        'endpoints[0].portNumber: "9090" is not among the declared container ports of Deployment/web: http (8080). A PodMonitor finds declared ports only, so Prometheus would drop every target.',
        "Fix: port: 'http' instead of portNumber",
      ],
    ],
    [
      'no ports at all',
      [],
      undefined,
      [
        'endpoints[0].port: the containers of Deployment/web declare no ports, so it is not plain which port serves metrics.',
        'Fix: declare the port in the container, with a name.',
      ],
    ],
    [
      'several ports, none plainly for metrics',
      [http, { name: 'grpc', containerPort: 8081 }],
      undefined,
      [
        'endpoints[0].port: the containers of Deployment/web declare http (8080), grpc (8081), so it is not plain which port serves metrics.',
        "Fix: port: 'http', or another of these.",
      ],
    ],
  ])('problem at synth: %s', (_title, ports, endpoint, [problem, fix]) => {
    expect(messageOf(() => synth(monitorOfPorts(ports, endpoint)))).toBe(
      ['PodMonitor test/Monitor has 1 problem:', `  ${problem}`, `    ${fix}`].join('\n'),
    );
  });

  test('name and number together are refused at once, and so is a number that is no port', () => {
    expect(() => monitorOfPorts([http], { port: 'http', portNumber: 8080 })).toThrow(
      'endpoints[0].portNumber: stands beside port "http", which wins, so it would not take effect.\n    Fix: leave out port or portNumber.',
    );
    expect(() => monitorOfPorts([http], { portNumber: 0 })).toThrow('endpoints[0].portNumber: 0 is no port number.');
  });

  test('no endpoint at all is refused', () => {
    const chart = newChart();
    const workload = rawWorkload(chart, 'Deployment', podTemplate(http));
    expect(() => new PodMonitor(chart, 'Monitor', { workload, endpoints: [] })).toThrow(
      'endpoints: is an empty list, so nothing would be scraped.',
    );
  });

  test('further endpoints come after the first ones, and are checked like them', () => {
    const chart = newChart();
    const workload = rawWorkload(chart, 'Deployment', podTemplate(http, { containerPort: 9090 }));
    const monitor = new PodMonitor(chart, 'Monitor', { workload, endpoints: [{ port: 'http' }] });
    monitor.addEndpoint({ portNumber: 9090 });
    expect(specOf(chart).podMetricsEndpoints).toEqual([{ port: 'http' }, { portNumber: 9090 }]);
    expect(() => monitor.addEndpoint({ interval: Duration.seconds(0) })).toThrow('endpoints[2].interval: is zero');
    expect(specOf(chart).podMetricsEndpoints).toHaveLength(2);
  });
});
