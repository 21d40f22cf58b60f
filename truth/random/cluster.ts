import type { KubeObject } from '../../lib/simulator/kube-object';
import { Random } from './random';

/** An object that is still being written. */
export interface Draft {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: { [key: string]: string };
    annotations?: { [key: string]: string };
  };
  [field: string]: any;
}

export interface Labels {
  [key: string]: string;
}

/** What runs: a workload or a bare Pod. */
export interface App {
  readonly object: Draft;
  readonly namespace: string;
  readonly name: string;
  /** Labels of its pods. */
  readonly labels: Labels;
  /** Spec of its pods. */
  readonly pods: Draft['spec'];
}

/** A Service, and what it stands before. */
export interface Front {
  readonly object: Draft;
  /** What its selector takes, as far as it was written for something. */
  readonly app: App | undefined;
}

/** A ServiceMonitor or PodMonitor, and what it was written for. */
export interface Watch {
  readonly object: Draft;
  readonly front?: Front;
  readonly app?: App;
  /** Whether it was written so that it finds something, and nothing was spoilt since. */
  sound: boolean;
}

/** A cluster that is still being written. */
export class Cluster {
  public readonly random: Random;
  public readonly namespaces: string[] = [];
  public readonly apps: App[] = [];
  public readonly fronts: Front[] = [];
  public readonly watches: Watch[] = [];
  public readonly instances: Draft[] = [];
  public readonly operators: Draft[] = [];
  /** Names of the scrape classes that instances have. */
  public scrapeClasses: string[] = [];
  /** Names of the mistakes that were made on purpose, in order. */
  public readonly faults: string[] = [];

  private readonly drafts: Draft[] = [];
  private readonly taken = new Set<string>();
  private addresses = 0;

  constructor(public readonly seed: number) {
    this.random = new Random(seed);
  }

  public get objects(): KubeObject[] {
    return this.drafts as KubeObject[];
  }

  /** @throws if there is one of this kind and name, since the later would replace the earlier */
  public add<T extends Draft>(object: T): T {
    if (this.taken.has(keyOf(object))) {
      throw new Error(`seed ${this.seed} makes ${keyOf(object)} twice`);
    }
    this.taken.add(keyOf(object));
    this.drafts.push(object);
    return object;
  }

  public remove(object: Draft): void {
    this.drafts.splice(this.drafts.indexOf(object), 1);
    this.taken.delete(keyOf(object));
  }

  /** A name that no object of the kind has yet. */
  public name(kind: string, namespace: string | undefined, wanted: string): string {
    for (let number = 1; ; number++) {
      const name = number === 1 ? wanted : numbered(wanted, number);
      if (!this.taken.has(`${kind} ${namespace}/${name}`)) {
        return name;
      }
    }
  }

  public find(kind: string, namespace: string, name: string): Draft | undefined {
    return this.drafts.find(
      ({ kind: other, metadata }) => other === kind && metadata.namespace === namespace && metadata.name === name,
    );
  }

  /** An address of a range for documents, which nothing else has. */
  public address(): string {
    this.addresses += 1;
    return `198.51.100.${this.addresses}`;
  }
}

function keyOf({ kind, metadata: { namespace, name } }: Draft): string {
  return `${kind} ${namespace}/${name}`;
}

/** With a number that is a word: pods of a StatefulSet have the others. */
export function numbered(name: string, number: number): string {
  return `${name}-no${number}`;
}
