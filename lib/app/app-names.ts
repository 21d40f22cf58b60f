import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';

/** Apps by namespace and name. */
const apps = new WeakMap<Chart, Map<string, Construct>>();

/**
 * The app of the same chart that has this name in this namespace already; objects of both would overwrite each other.
 * Another chart may be meant for another cluster, so it is not looked at.
 */
export function appOfName(app: Construct, namespace: string | undefined, name: string): Construct | undefined {
  return apps.get(Chart.of(app))?.get(keyOf(namespace, name));
}

/** Remembers the name of an app. */
export function rememberName(app: Construct, namespace: string | undefined, name: string): void {
  const chart = Chart.of(app);
  const names = apps.get(chart) ?? new Map<string, Construct>();
  apps.set(chart, names.set(keyOf(namespace, name), app));
}

function keyOf(namespace: string | undefined, name: string): string {
  // Neither can hold a slash.
  return `${namespace ?? ''}/${name}`;
}
