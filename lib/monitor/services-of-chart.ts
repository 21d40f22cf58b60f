import { ApiObject } from 'cdk8s';
import { TreeIndex } from '../private/tree-index';

/** Finds the Services of a chart that carry a label. */
export type ServicesByLabel = (key: string, value: string) => ApiObject[];

/** Services of one chart, indexed by the label keys that somebody has asked for. */
class ServiceIndex {
  private readonly byKey = new Map<string, Map<string, ApiObject[]>>();

  public constructor(private readonly services: ApiObject[]) {}

  public with(key: string, value: string): ApiObject[] {
    let byValue = this.byKey.get(key);
    if (!byValue) {
      byValue = new Map();
      for (const service of this.services) {
        const found = service.metadata.getLabel(key);
        if (found !== undefined) {
          byValue.set(found, [...(byValue.get(found) ?? []), service]);
        }
      }
      this.byKey.set(key, byValue);
    }
    return byValue.get(value) ?? [];
  }
}

const indexes = new TreeIndex(
  (chart) =>
    new ServiceIndex(
      chart.node
        .findAll()
        .filter((c): c is ApiObject => ApiObject.isApiObject(c) && c.kind === 'Service' && c.apiVersion === 'v1'),
    ),
);

/**
 * Services of the chart of a Service, by label. Another chart may be meant for another cluster, where the same names and
 * labels are no twins.
 *
 * @param asker stands for one monitor in one step: when it is checked, or when it is rendered
 */
export function servicesOfChart({ chart }: ApiObject, asker: object): ServicesByLabel {
  const index = indexes.at(chart, asker);
  return (key, value) => index.with(key, value);
}
