import { Prometheus } from '../../../imports/monitoring.coreos.com/v1/prometheus';
import { type KindProblem, MAPS, mapProblem, type ValueKind } from './value-kind';

/**
 * A prop that the chart copies into a field of the Prometheus object, or into one of the same type, in the form of the
 * generated bindings: written with the names of the API.
 *
 * @param field name of the field in `v1.PrometheusSpec`
 */
export function boundMap(field: string): ValueKind {
  return {
    type: 'map',
    problem: (prop) => mapProblem(prop) ?? boundProblem(field, prop),
    write: (prop) => bound(field, prop),
  };
}

/** As `boundMap`, for a list of structs. */
export function boundList(field: string): ValueKind {
  return {
    type: 'list',
    problem: (prop) => MAPS.problem(prop) ?? boundProblem(field, prop),
    write: (prop) => bound(field, prop),
  };
}

function boundProblem(field: string, prop: unknown): KindProblem | undefined {
  try {
    bound(field, prop);
    return undefined;
  } catch (error) {
    return {
      message: `cannot be written as the API wants it: ${(error as Error).message}`,
      fix: 'keep the typed field, or the one in additionalFields.',
    };
  }
}

function bound(field: string, prop: unknown): unknown {
  const { spec } = Prometheus.manifest({ spec: { [field]: prop } });
  // The bindings spell a few fields in another way than the API.
  return Object.values(spec)[0];
}
