import type { SourcedObject } from '../kube-object';
import { endpointsOf } from '../operator/monitor-parts';
import { compilePattern } from '../relabel/pattern';
import type { WantedPort } from './job-break';

/** The port that an endpoint of a monitor asks for; `undefined` where it asks for none. */
export function wantedPort(monitor: SourcedObject, endpoint: number): WantedPort | undefined {
  const { port, portNumber, targetPort } = endpointsOf(monitor)[endpoint]?.endpoint ?? {};
  if ((port ?? '') !== '') {
    return { field: 'port', value: String(port) };
  }
  if (monitor.object.kind === 'PodMonitor' && portNumber) {
    return { field: 'portNumber', value: portNumber };
  }
  return targetPort ? { field: 'targetPort', value: targetPort } : undefined;
}

/** Whether a port of this name is what an endpoint asks for: the Operator writes names as regular expressions. */
export function takesName({ value }: WantedPort, name: string): boolean {
  if (name === String(value)) {
    return true;
  }
  const pattern = compilePattern(String(value), true);
  return name !== '' && !('problem' in pattern) && pattern.test(name);
}
