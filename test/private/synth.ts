import { App, Chart, type ChartProps, Testing } from 'cdk8s';

/** A chart in an app of its own, with no files written. */
export function newChart(props: ChartProps = {}, id = 'test'): Chart {
  return new Chart(Testing.app(), id, props);
}

/** All manifests of the app that a chart belongs to, after its validations have passed. */
export function synth(chart: Chart): any[] {
  // Chart.toJson validates nothing when it is called by itself, so a test would see what a user never gets.
  const errors = App.of(chart)
    .node.findAll()
    .flatMap((construct) => construct.node.validate());
  if (errors.length > 0) {
    throw new Error(errors.join('\n'));
  }
  return App.of(chart).charts.flatMap((c) => Testing.synth(c));
}

/** The one manifest of a kind; where there are several, the one of this name. */
export function manifestOf(chart: Chart, kind: string, name?: string): any {
  const found = synth(chart).filter((m) => m.kind === kind && (name === undefined || m.metadata.name === name));
  expect(found.map((m) => `${m.kind}/${m.metadata.name}`)).toHaveLength(1);
  return found[0];
}

/** The message of what is thrown; fails where nothing is thrown. */
export function messageOf(act: () => unknown): string {
  let message: string | undefined;
  try {
    act();
  } catch (error) {
    message = (error as Error).message;
  }
  if (message === undefined) {
    throw new Error('nothing was thrown');
  }
  return message;
}
