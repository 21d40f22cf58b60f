import type { Chart } from 'cdk8s';
import { ServiceMonitor, type ServiceMonitorEndpoint } from '../../lib/monitor/service-monitor';
import { manifestOf, messageOf, newChart, synth } from '../private/synth';
import { rawService } from './fixtures';

function specOf(chart: Chart): any {
  return manifestOf(chart, 'ServiceMonitor').spec;
}

/** A monitor of a Service with these ports. */
function monitorOfPorts(ports: any[], endpoint?: ServiceMonitorEndpoint, spec: any = {}): Chart {
  const chart = newChart();
  new ServiceMonitor(chart, 'Monitor', {
    service: rawService(chart, 'web', { spec: { ports, ...spec } }),
    endpoints: endpoint && [endpoint],
  });
  return chart;
}

describe('the port', () => {
  test('is the only one, whatever its name', () => {
    expect(specOf(monitorOfPorts([{ name: 'web', port: 80 }])).endpoints).toEqual([{ port: 'web' }]);
  });

  test.each(['metrics', 'http-metrics', 'prometheus', 'monitoring'])('is the one named "%s" among several', (name) => {
    const ports = [
      { name: 'http', port: 80 },
      { name, port: 9090 },
    ];
    expect(specOf(monitorOfPorts(ports)).endpoints).toEqual([{ port: name }]);
  });

  test('is the only one that speaks TCP', () => {
    const ports = [
      { name: 'dns', port: 53, protocol: 'UDP' },
      { name: 'http', port: 80, protocol: 'TCP' },
    ];
    expect(specOf(monitorOfPorts(ports)).endpoints).toEqual([{ port: 'http' }]);
  });

  test('may be named by its user', () => {
    const ports = [
      { name: 'http', port: 80 },
      { name: 'metrics', port: 9090 },
    ];
    expect(specOf(monitorOfPorts(ports, { port: 'http' })).endpoints).toEqual([{ port: 'http' }]);
  });

  test('may be a port of the container that the Service does not publish', () => {
    expect(specOf(monitorOfPorts([{ name: 'http', port: 80 }], { targetPort: 9090 })).endpoints).toEqual([
      { targetPort: 9090 },
    ]);
  });

  const two = [
    { name: 'http', port: 80 },
    { name: 'grpc', port: 81 },
  ];
  test.each<[string, any[], ServiceMonitorEndpoint | undefined, any, string[]]>([
    [
      'a name that no port has: lists those that there are',
      two,
      { port: 'metric' },
      {},
      [
        'endpoints[0].port: "metric" is no port name of Service/web, which has: http (80), grpc (81). The Operator matches names, never numbers, so Prometheus would drop every target.',
        "Fix: port: 'http', or another name from the list",
      ],
    ],
    [
      'a number instead of a name: gives the name of that port',
      two,
      { port: '81' },
      {},
      [
        'endpoints[0].port: "81" is no port name of Service/web, which has: http (80), grpc (81). The Operator matches names, never numbers, so Prometheus would drop every target.',
        "Fix: port: 'grpc'",
      ],
    ],
    [
      'a number of a port without a name',
      [{ port: 80 }],
      { port: '80' },
      {},
      [
        'endpoints[0].port: "80" is no port name of Service/web, which has: 80 (without a name). The Operator matches names, never numbers, so Prometheus would drop every target.',
        'Fix: name port 80 in the Service and use that name.',
      ],
    ],
    [
      'no name on the only port',
      [{ port: 80 }],
      undefined,
      {},
      [
        'endpoints[0].port: the only port of Service/web (80) has no name, and a ServiceMonitor refers to ports by name.',
        'Fix: name the port in the Service, for example "metrics".',
      ],
    ],
    [
      'several ports, none plainly for metrics',
      two,
      undefined,
      {},
      [
        'endpoints[0].port: Service/web has several ports and none has a name that says it serves metrics: http (80), grpc (81).',
        "Fix: port: 'http', or another name from the list.",
      ],
    ],
    [
      'several ports without names',
      [{ port: 80 }, { port: 81 }],
      undefined,
      {},
      [
        'endpoints[0].port: Service/web has several ports and none has a name that says it serves metrics: 80 (without a name), 81 (without a name).',
        'Fix: name the port that serves metrics in the Service, for example "metrics".',
      ],
    ],
    [
      'a single port that speaks UDP',
      [{ name: 'dns', port: 53, protocol: 'UDP' }],
      undefined,
      {},
      [
        'endpoints[0].port: Service/web has no port that speaks TCP, and Prometheus scrapes over TCP only: dns (53, UDP).',
        'Fix: add a TCP port with a name to the Service.',
      ],
    ],
    [
      'a port that speaks UDP',
      [...two, { name: 'dns', port: 53, protocol: 'UDP' }],
      { port: 'dns' },
      {},
      [
        'endpoints[0].port: "dns" of Service/web speaks UDP, and Prometheus scrapes over TCP only. It has: http (80), grpc (81), dns (53, UDP).',
        "Fix: port: 'http', or another name from the list",
      ],
    ],
    [
      'a headless Service without ports',
      [],
      undefined,
      { clusterIP: 'None' },
      [
        'endpoints[0].port: Service/web has no ports and is headless, so Prometheus finds no target behind it.',
        'Fix: add a named port to the Service, or use a PodMonitor.',
      ],
    ],
    [
      'a headless Service without ports, whose targets are found by their number',
      [],
      { targetPort: 9090 },
      { clusterIP: 'None' },
      [
        'endpoints[0].targetPort: Service/web has no ports and is headless, so Prometheus finds no target behind it.',
        'Fix: add a named port to the Service, or use a PodMonitor.',
      ],
    ],
    [
      'a Service of type ExternalName',
      two,
      undefined,
      { type: 'ExternalName', externalName: 'db.example.com' },
      [
        'endpoints[0].port: Service/web is of type ExternalName, which never has endpoints, so nothing would be scraped.',
        'Fix: use a ScrapeConfig or a Probe for a target outside the cluster.',
      ],
    ],
  ])('problem at synth: %s', (_title, ports, endpoint, spec, [problem, fix]) => {
    expect(messageOf(() => synth(monitorOfPorts(ports, endpoint, spec)))).toBe(
      ['ServiceMonitor test/Monitor has 1 problem:', `  ${problem}`, `    ${fix}`].join('\n'),
    );
  });

  test.each([0, 65536, 80.5])('a target port of %d is refused at once', (targetPort) => {
    expect(() => monitorOfPorts([{ name: 'http', port: 80 }], { targetPort })).toThrow(
      `endpoints[0].targetPort: ${targetPort} is no port number.`,
    );
  });

  test('a name beside a target port is refused at once', () => {
    expect(() => monitorOfPorts(two, { port: 'http', targetPort: 9090 })).toThrow(
      'endpoints[0].targetPort: stands beside port "http", which wins, so it would not take effect.\n    Fix: leave out port or targetPort.',
    );
  });

  test('no endpoint at all is refused', () => {
    const chart = newChart();
    expect(() => new ServiceMonitor(chart, 'M', { service: rawService(chart, 'web'), endpoints: [] })).toThrow(
      'endpoints: is an empty list, so nothing would be scraped.\n    Fix: leave it out for the obvious port, or name one.',
    );
  });

  test('further endpoints come after the first ones, and are checked like them', () => {
    const chart = newChart();
    const monitor = new ServiceMonitor(chart, 'Monitor', {
      service: rawService(chart, 'web', { spec: { ports: two } }),
      endpoints: [{ port: 'http' }],
    });
    monitor.addEndpoint({ port: 'grpc', path: '/m' });
    expect(specOf(chart).endpoints).toEqual([{ port: 'http' }, { port: 'grpc', path: '/m' }]);
    expect(() => monitor.addEndpoint({ port: 'grpc', path: 'm' })).toThrow('endpoints[2].path: "m" does not begin');
    expect(specOf(chart).endpoints).toHaveLength(2);
  });
});
