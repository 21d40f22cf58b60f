import type { ContainerPort } from '../bag/normalize-pod';

/** What the Operator makes of objects of one kind. */
export interface OperatedKind {
  /** Prefix of the StatefulSet's name. */
  readonly prefix: string;
  readonly appName: string;
  /** Labels of pods beside those that all operated pods have. */
  readonly labels: (name: string) => { readonly [key: string]: string };
  readonly container: string;
  readonly port: number;
  readonly morePorts: readonly ContainerPort[];
  /** Whether an init container of the Operator's writes the configuration first. */
  readonly initialized: boolean;
  /** The Service that stands before the pods of all instances of a namespace. */
  readonly service: GoverningService;
}

/** A Service of the Operator's. Its first port is that of the instance. */
export interface GoverningService {
  readonly name: string;
  /** Label that only these Services have. */
  readonly label: string;
  readonly morePorts: (spec: any) => readonly object[];
  readonly publishNotReadyAddresses: boolean;
}

/** A port that speaks TCP. */
export function tcp(name: string, containerPort: number): ContainerPort {
  return { name, containerPort, protocol: 'TCP' };
}

/** Name of the port at which an instance serves what it has to say. */
export function portNameOf({ portName }: any): string {
  return typeof portName === 'string' && portName !== '' ? portName : 'web';
}

/**
 * Source: prometheus-operator v0.93 `pkg/prometheus/common.go`, `BuildStatefulSetService`;
 * `pkg/alertmanager/statefulset.go` and `pkg/thanos/statefulset.go`, `makeStatefulSetService`; the constants of
 * `statefulset.go` in `pkg/prometheus/server`, `pkg/prometheus/agent`, `pkg/alertmanager` and `pkg/thanos`.
 */
export const OPERATED_KINDS: ReadonlyMap<string, OperatedKind> = new Map<string, OperatedKind>([
  [
    'Prometheus',
    {
      prefix: 'prometheus',
      appName: 'prometheus',
      labels: (name) => ({
        prometheus: name,
        'operator.prometheus.io/name': name,
        'operator.prometheus.io/shard': '0',
      }),
      container: 'prometheus',
      port: 9090,
      morePorts: [],
      initialized: true,
      service: {
        name: 'prometheus-operated',
        label: 'operated-prometheus',
        morePorts: ({ thanos }) => (thanos ? [{ name: 'grpc', port: 10901, targetPort: 'grpc' }] : []),
        publishNotReadyAddresses: false,
      },
    },
  ],
  [
    'PrometheusAgent',
    {
      prefix: 'prom-agent',
      appName: 'prometheus-agent',
      labels: (name) => ({ 'operator.prometheus.io/name': name, 'operator.prometheus.io/shard': '0' }),
      container: 'prometheus',
      port: 9090,
      morePorts: [],
      initialized: true,
      service: {
        name: 'prometheus-agent-operated',
        label: 'operated-prometheus',
        morePorts: () => [],
        publishNotReadyAddresses: false,
      },
    },
  ],
  [
    'Alertmanager',
    {
      prefix: 'alertmanager',
      appName: 'alertmanager',
      labels: (name) => ({ alertmanager: name }),
      container: 'alertmanager',
      port: 9093,
      morePorts: [tcp('mesh-tcp', 9094), { name: 'mesh-udp', containerPort: 9094, protocol: 'UDP' }],
      initialized: true,
      service: {
        name: 'alertmanager-operated',
        label: 'operated-alertmanager',
        morePorts: () => [
          { name: 'tcp-mesh', port: 9094, targetPort: 'mesh-tcp' },
          { name: 'udp-mesh', port: 9094, targetPort: 'mesh-udp', protocol: 'UDP' },
        ],
        publishNotReadyAddresses: true,
      },
    },
  ],
  [
    'ThanosRuler',
    {
      prefix: 'thanos-ruler',
      appName: 'thanos-ruler',
      labels: (name) => ({ 'thanos-ruler': name }),
      container: 'thanos-ruler',
      port: 10902,
      morePorts: [tcp('grpc', 10901)],
      initialized: false,
      service: {
        name: 'thanos-ruler-operated',
        label: 'operated-thanos-ruler',
        morePorts: () => [{ name: 'grpc', port: 10901, targetPort: 'grpc' }],
        publishNotReadyAddresses: false,
      },
    },
  ],
]);
