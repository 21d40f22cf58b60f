import { Alertmanager } from '../../../imports/monitoring.coreos.com/v1/alertmanager';
import { Prometheus } from '../../../imports/monitoring.coreos.com/v1/prometheus';
import { PrometheusRule } from '../../../imports/monitoring.coreos.com/v1/prometheus-rule';
import { ThanosRuler } from '../../../imports/monitoring.coreos.com/v1/thanos-ruler';
import { type KindProblem, MAPS, mapProblem, type ValueKind } from './value-kind';

/** The object whose bindings know a field. */
export type BoundObject = 'Prometheus' | 'PrometheusRule' | 'Alertmanager' | 'ThanosRuler';

/**
 * A prop in the form of the generated bindings, which is written with the names of the API.
 *
 * @param field path of a field of the same type in the spec of the object; `0` stands for an item of a list
 */
export function boundMap(field: string, object: BoundObject = 'Prometheus'): ValueKind {
  return {
    type: 'map',
    problem: (prop) => mapProblem(prop) ?? boundProblem(object, field, prop),
    write: (prop) => bound(object, field, prop),
  };
}

/** As `boundMap`, for a list of structs. */
export function boundList(field: string, object: BoundObject = 'Prometheus'): ValueKind {
  return {
    type: 'list',
    problem: (prop) => MAPS.problem(prop) ?? boundProblem(object, field, prop),
    write: (prop) => bound(object, field, prop),
  };
}

/** Changes of labels. */
export const RELABELINGS = boundList('scrapeClasses.0.relabelings');

function boundProblem(object: BoundObject, field: string, prop: unknown): KindProblem | undefined {
  try {
    bound(object, field, prop);
    return undefined;
  } catch (error) {
    return {
      message: `cannot be written as the API wants it: ${(error as Error).message}`,
      fix: 'keep the typed field, or the one in additionalFields.',
    };
  }
}

function bound(object: BoundObject, field: string, prop: unknown): unknown {
  const keys = field.split('.');
  const spec = keys.reduceRight<any>((inner, key) => (key === '0' ? [inner] : { [key]: inner }), prop);
  // The bindings spell a few fields in another way than the API; each level has the one entry.
  return keys.reduce<any>((node) => Object.values(node)[0], manifestOf(object, spec).spec);
}

/** Names each binding where it is used, so that only that one is loaded. */
function manifestOf(object: BoundObject, spec: any): any {
  switch (object) {
    case 'Prometheus':
      return Prometheus.manifest({ spec });
    case 'PrometheusRule':
      return PrometheusRule.manifest({ spec });
    case 'Alertmanager':
      return Alertmanager.manifest({ spec });
    case 'ThanosRuler':
      return ThanosRuler.manifest({ spec });
  }
}
