import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { TreeIndex } from '../private/tree-index';

/** Finds the Services of a chart that carry a label. */
export type ServicesByLabel = (key: string, value: string) => ApiObject[];

const services = new TreeIndex(indexServices);

/**
 * Services of the chart of a Service, by label. Another chart may be meant for another cluster, where the same names and
 * labels are no twins.
 *
 * @param asker stands for one monitor in one step: when it is checked, or when it is rendered
 */
export function servicesOfChart({ chart }: ApiObject, asker: object): ServicesByLabel {
  const byLabel = services.at(chart, asker);
  return (key, value) => byLabel.get(`${key}=${value}`) ?? [];
}

function indexServices(chart: IConstruct): Map<string, ApiObject[]> {
  const index = new Map<string, ApiObject[]>();
  for (const construct of chart.node.findAll()) {
    if (!ApiObject.isApiObject(construct) || construct.kind !== 'Service' || construct.apiVersion !== 'v1') {
      continue;
    }
    for (const [key, value] of Object.entries(construct.metadata.toJson()?.labels ?? {})) {
      const sharing = index.get(`${key}=${value}`) ?? [];
      sharing.push(construct);
      index.set(`${key}=${value}`, sharing);
    }
  }
  return index;
}
