import { ChainBuilder } from '../../lib/picture/chain-builder';
import { Column, type Link, LinkStatus, type Part, type Picture, sumOf } from '../../lib/picture/picture';
import type { SourcedObject } from '../../lib/simulator/kube-object';
import { target } from '../report/samples';

/** A box. */
export function part(changes: Partial<Part> = {}): Part {
  const { kind = 'ServiceMonitor', namespace = 'shop', name = 'web' } = changes;
  return {
    id: `${kind}/${namespace}/${name}`,
    column: Column.MONITOR,
    kind,
    namespace,
    name,
    detail: '',
    status: LinkStatus.WHOLE,
    app: '',
    object: { apiVersion: 'v1', kind, namespace, name },
    targets: [],
    count: 1,
    ...changes,
  };
}

/** What a sample chain is to be like. */
export interface ChainSample {
  readonly namespace?: string;
  readonly name?: string;
  readonly app?: string;
  readonly prometheus?: string;
  /** The link between the Prometheus and the monitor. */
  readonly link?: Partial<Link>;
  /** How many targets its pods have. */
  readonly targets?: number;
}

/** A monitor with a Prometheus, a Service, pods and targets. */
export function chain(sample: ChainSample = {}) {
  const { namespace = 'shop', name = 'web', app = name, prometheus = 'k8s', link = {}, targets = 1 } = sample;
  const monitor = part({ namespace, name });
  const builder = new ChainBuilder(monitor);
  const first = part({ kind: 'Prometheus', namespace: 'monitoring', name: prometheus, column: Column.PROMETHEUS });
  const status = link.status ?? LinkStatus.WHOLE;
  builder.way(first, [{ part: monitor, status, reason: '', ...link }]);
  const whole = { status: LinkStatus.WHOLE, reason: '' };
  const service = part({ kind: 'Service', namespace, name, column: Column.SERVICE });
  const pods = part({ kind: 'Deployment', namespace, name, app, column: Column.PODS });
  for (let i = 0; i < targets; i++) {
    const end = part({ kind: 'target', namespace, name: `:${8080 + i}/metrics`, column: Column.TARGET });
    const box = { ...end, id: `${namespace}/${name}/${i}`, object: undefined };
    builder.way(
      monitor,
      [service, pods, box].map((one) => ({ part: one, ...whole })),
      status === LinkStatus.BROKEN,
    );
    const one = target({ prometheus: `monitoring/${prometheus}`, namespace, service: name });
    builder.target(box, { target: one, status });
  }
  return builder.build(() => []);
}

/** A picture of chains. */
export function picture(chains: Picture['chains'], changes: Partial<Picture> = {}): Picture {
  const counts = sumOf(chains.map((one) => one.counts));
  return { chains, findings: [], others: [], unknown: [], counts, objects: chains.length, ...changes };
}

/** The picture that the engine of the tests draws: each Service is a monitor with one target. */
export function pictureOf(objects: readonly SourcedObject[]): Picture {
  const services = objects.filter(({ object }) => object.kind === 'Service');
  return picture(
    services.map(({ object: { metadata } }) => chain({ namespace: metadata.namespace, name: metadata.name })),
  );
}
