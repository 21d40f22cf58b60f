import { App, Chart } from 'cdk8s';
import type { SourcedObject } from '../../../lib/simulator/kube-object';
import { modelStack } from '../../../lib/simulator/stack/stack-objects';
import type { StackSpec } from '../../../lib/simulator/stack/stack-spec';
import { StackRelease } from '../../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../../lib/stack/stack-release-props';
import { temporaryFolder } from '../../cli/temporary-folder';

/** What Argo CD asks of a release with Grafana. */
export const GRAFANA = { admin: { existingSecret: 'grafana-admin' } };

/** A chart with a namespace of its own, which no object of a delivery may take over. */
export function newChart(): Chart {
  return new Chart(new App({ outdir: temporaryFolder() }), 'delivery', { namespace: 'platform' });
}

/** Release `stack` in namespace `monitoring`. */
export function newRelease(chart: Chart, props: StackReleaseProps = {}): StackRelease {
  return new StackRelease(chart, 'stack', { namespace: 'monitoring', grafana: GRAFANA, ...props });
}

/** The manifests of a chart, as whoever reads YAML gets them. */
export function manifests(chart: Chart): SourcedObject[] {
  return chart.toJson().map((object) => ({ object: JSON.parse(JSON.stringify(object)), source: {} }));
}

/** The only manifest of a kind. */
export function only(chart: Chart, kind: string): any {
  const found = manifests(chart).filter(({ object }) => object.kind === kind);
  expect(found).toHaveLength(1);
  return found[0].object;
}

/** What the simulator makes of a release, and what it has to say of it. */
export function modelOf(spec: StackSpec) {
  const { objects, problems } = modelStack(spec);
  return {
    objects: objects.map(({ object }) => object),
    problems: problems.map(({ code, field, message }) => ({ code, field, message })),
  };
}
