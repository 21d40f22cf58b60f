import { Chart, Testing } from 'cdk8s';
import { SELECTED_KINDS } from '../../lib/stack/facts/selection';
import { StackRelease } from '../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../lib/stack/stack-release-props';

/** A release in a chart whose namespace is `monitoring`. */
export function stack(props: StackReleaseProps = {}, id = 'prometheus-stack'): StackRelease {
  return new StackRelease(new Chart(Testing.app(), 'monitoring', { namespace: 'monitoring' }), id, props);
}

/** The selectors and namespace selectors of all five kinds, as they stand in the Prometheus object. */
export function selectors(release: StackRelease) {
  const all = release as any;
  return Object.fromEntries(
    SELECTED_KINDS.map((kind) => [
      kind,
      [all[`${kind}Selector`].toManifest(), all[`${kind}NamespaceSelector`].toManifest()],
    ]),
  );
}

/** The same two selectors for each kind. */
export function forAllKinds(selector: any, namespaces: any) {
  return Object.fromEntries(SELECTED_KINDS.map((kind) => [kind, [selector, namespaces]]));
}

/** Values of the Prometheus object. */
export const SPEC = (spec: any) => ({ prometheus: { prometheusSpec: spec } });
