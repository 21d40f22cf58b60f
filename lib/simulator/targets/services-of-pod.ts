import type { Bag } from '../bag/bag';
import { Kind } from '../bag/bag-kind';
import type { Discovery } from '../discovery/discovery';
import type { VirtualPod } from '../discovery/raw-target';
import type { SourcedObject } from '../kube-object';

/** Which Services select a pod. */
export class ServicesOfPod {
  private services: Map<VirtualPod, SourcedObject[]> | undefined;

  constructor(
    private readonly bag: Bag,
    private readonly discovery: Discovery,
  ) {}

  public of(pod: VirtualPod): readonly SourcedObject[] {
    this.services ??= this.read();
    return this.services.get(pod) ?? [];
  }

  private read(): Map<VirtualPod, SourcedObject[]> {
    const services = new Map<VirtualPod, SourcedObject[]>();
    for (const service of this.bag.all(Kind.SERVICE)) {
      const pods = this.discovery.podsOf(service);
      for (const pod of pods?.known === 'pods' ? pods.pods : []) {
        services.set(pod, [...(services.get(pod) ?? []), service]);
      }
    }
    return services;
  }
}
