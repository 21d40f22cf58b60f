import { type ApiObject, type App, Chart, YamlOutputType } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isRenderingChart } from './synth-in-progress';

/** What a synth in progress has rendered, by object. */
export type Rendered = ReadonlyMap<ApiObject, object>;

/** Objects whose `toJson` stands in for that of their class. */
const keeping = new Set<ApiObject>();

/**
 * Lets the synth in progress write what was proven, so that no object is rendered twice: it would take as long again, and
 * what a `Lazy` makes need not be the same the second time.
 *
 * Each manifest is handed out once, to the synth only. Whoever else calls `toJson` has the object rendered as always.
 */
export function keepRendered(rendered: Rendered): void {
  for (const [object, json] of rendered) {
    if (!Object.hasOwn(object, 'toJson') && Object.isExtensible(object)) {
      keeping.add(object);
      Object.defineProperty(object, 'toJson', { configurable: true, value: () => handOut(object, json) });
    }
  }
  // A synth that fails leaves some behind.
  queueMicrotask(forgetRendered);
}

/** Has every object rendered as always. */
export function forgetRendered(): void {
  for (const object of keeping) {
    release(object);
  }
}

/**
 * Whether `app.synth()` or `app.synthYaml()`, having validated the app, will have it validated again for each chart,
 * directly before that is rendered, and before anything is written. What other validations do to objects has been done
 * by then.
 */
export function asksForEachChart(root: IConstruct): boolean {
  const charts = root.node.findAll().filter((construct) => Chart.isChart(construct));
  return (
    charts.length > 0 &&
    charts.every((chart) => (chart as Chart).toJson === Chart.prototype.toJson) &&
    (root as Partial<App>).yamlOutputType !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE
  );
}

function handOut(object: ApiObject, json: object): object {
  if (!isRenderingChart()) {
    return Object.getPrototypeOf(object).toJson.call(object);
  }
  release(object);
  return json;
}

function release(object: ApiObject): void {
  keeping.delete(object);
  delete (object as Partial<ApiObject>).toJson;
}
