import type { KubeObject } from '../../lib/simulator/kube-object';
import { Cluster } from './cluster';
import { addDirectMonitors } from './direct-monitors';
import { plantFaults } from './faults/plant-faults';
import { addInstances, agreeOnServices } from './instances';
import { addMonitors } from './monitors';
import { addNamespaces } from './namespaces';
import { addOperators } from './operators';
import { planScrapeClasses } from './scrape-classes';
import { addServices } from './services';
import { addWorkloads } from './workloads';

/** A random cluster. */
export interface GeneratedCluster {
  readonly objects: KubeObject[];
  /** The checks that mistakes were planted for, in order; those for `schema/…` make the API server refuse an object. */
  readonly faults: readonly string[];
}

/** Objects of a random cluster; the same seed always gives the same. */
export function generateCluster(seed: number): KubeObject[] {
  return describeCluster(seed).objects;
}

/** The same with what is wrong with it on purpose. */
export function describeCluster(seed: number): GeneratedCluster {
  const cluster = new Cluster(seed);
  addNamespaces(cluster);
  addWorkloads(cluster);
  addServices(cluster);
  planScrapeClasses(cluster);
  addMonitors(cluster);
  addInstances(cluster);
  addOperators(cluster);
  plantFaults(cluster);
  addDirectMonitors(cluster);
  agreeOnServices(cluster);
  // Parts that several objects share are each made its own.
  return { objects: JSON.parse(JSON.stringify(cluster.objects)), faults: [...cluster.faults] };
}
