import { wantedPort } from '../../../lib/simulator/chain/wanted-port';
import { podMonitor, serviceMonitor } from '../operator/fixtures';

function wanted(monitor: ReturnType<typeof podMonitor>) {
  return wantedPort({ object: monitor, source: {} }, 0);
}

describe('the port that an endpoint asks for', () => {
  test('is its port before all others, unless that is empty', () => {
    const [both, empty] = ['http', ''].map((port) => podMonitor({ podMetricsEndpoints: [{ port, targetPort: 80 }] }));
    expect(wanted(both)).toEqual({ field: 'port', value: 'http' });
    expect(wanted(empty)).toEqual({ field: 'targetPort', value: 80 });
  });

  test('may be a number of a PodMonitor, and of a ServiceMonitor its target port alone', () => {
    const endpoint = { portNumber: 8080, targetPort: 80 };
    expect(wanted(podMonitor({ podMetricsEndpoints: [endpoint] }))).toEqual({ field: 'portNumber', value: 8080 });
    expect(wanted(serviceMonitor({ endpoints: [endpoint] }))).toEqual({ field: 'targetPort', value: 80 });
  });

  test('is none where it asks for none', () => {
    expect(wanted(podMonitor({ podMetricsEndpoints: [{}] }))).toBeUndefined();
  });
});
