import { isIP } from 'node:net';
import { Problems } from '../../private/problems';
import { ControlPlaneMetrics, type ControlPlaneOptions } from './control-plane';

/** The options of a control plane, with the defaults filled in. */
export interface Exposed {
  readonly controlPlane: boolean;
  readonly etcd: boolean;
  readonly kubeProxy: boolean;
}

/** Reads options as a caller gave them, who may not have had TypeScript to refuse them. */
export class PlatformOptions {
  private readonly problems: Problems;

  /** @param factory as the caller wrote it, for example `Platform.eks` */
  public constructor(factory: string) {
    this.problems = new Problems(factory);
  }

  public exposes(field: string, value: ControlPlaneMetrics | undefined): boolean {
    return (
      this.oneOf(field, value ?? ControlPlaneMetrics.HIDDEN, ControlPlaneMetrics, 'ControlPlaneMetrics') === 'exposed'
    );
  }

  public controlPlane(options: ControlPlaneOptions): Exposed {
    const controlPlane = this.exposes('controlPlaneMetrics', options.controlPlaneMetrics);
    const orTheSame = (field: 'etcdMetrics' | 'kubeProxyMetrics') =>
      options[field] === undefined ? controlPlane : this.exposes(field, options[field]);
    return { controlPlane, etcd: orTheSame('etcdMetrics'), kubeProxy: orTheSame('kubeProxyMetrics') };
  }

  public oneOf<T>(field: string, value: T, members: { [key: string]: T }, name: string): T {
    if (!Object.values(members).includes(value)) {
      const known = Object.keys(members).map((member) => `${name}.${member}`);
      this.add(field, `${JSON.stringify(value)} is no ${name}.`, `one of ${known.join(', ')}.`);
    }
    return value;
  }

  public flag(field: string, value: boolean | undefined): boolean {
    if (value !== undefined && typeof value !== 'boolean') {
      this.add(field, `${JSON.stringify(value)} is not a boolean.`, 'true or false, without quotes.');
    }
    return value === true;
  }

  /** Addresses for `v1 Endpoints`, where the API server refuses names, loopback and unspecified addresses. */
  public addresses(field: string, value: string[] | undefined): string[] {
    if (value === undefined) {
      return [];
    }
    if (!Array.isArray(value) || value.length === 0) {
      const what = Array.isArray(value)
        ? 'is empty, so there is nothing to scrape.'
        : `${JSON.stringify(value)} is no list.`;
      this.add(field, what, 'give a list of IP addresses, or leave it out.');
      return [];
    }
    for (const address of value.filter((candidate) => !isNodeAddress(candidate))) {
      this.add(
        field,
        `${JSON.stringify(address)} is no address of a node, so the API server refuses the Endpoints of the chart.`,
        'give plain IP addresses, for example 10.0.0.11.',
      );
    }
    return [...value];
  }

  public add(field: string, message: string, fix: string): void {
    this.problems.add(field, message, fix);
  }

  /** @throws Error with everything that is wrong with the options */
  public check(): void {
    this.problems.throwIfAny();
  }
}

function isNodeAddress(value: unknown): boolean {
  return typeof value === 'string' && isIP(value) !== 0 && !/^(127\.|0\.0\.0\.0$|::1?$)/.test(value);
}
