import type { Fix } from '../../report/finding';
import type { SchemaProblem } from '../../schema/schema-problem';
import { namespacesSearched } from '../../simulator/discovery/namespaces-searched';
import { nameOf } from '../../simulator/operator/problem';
import type { CheckContext } from '../check-context';
import { setField } from '../field-edit';
import { scalar } from '../list-text';

/** Of so many Services, hardly all name the port alike. */
const ASKED = 20;

/** The name of the port that a ServiceMonitor gives the number of, where each Service that it takes has one, and all the same. */
export function portByNumber(
  { object, field, values }: SchemaProblem,
  { prepared, simulation }: CheckContext,
): Fix | undefined {
  const { kind, metadata, spec } = object.object;
  const number = values.value;
  if (kind !== 'ServiceMonitor' || typeof number !== 'number' || !/^spec\.endpoints\[\d+\]\.port$/.test(field)) {
    return undefined;
  }
  const own = typeof metadata?.namespace === 'string' ? metadata.namespace : prepared.defaultNamespace;
  // What the monitor selects is not known where its selector is to be mended as well.
  const isUnsure = prepared.schemaProblems
    .get(object)
    ?.some((other) => /^spec\.(namespaceS|s)elector/.test(other.field));
  const services = isUnsure
    ? []
    : simulation.candidates.servicesFor(
        {
          namespaces: namespacesSearched(own, spec.namespaceSelector, false),
          selector: spec.selector ?? {},
          byApiServer: false,
        },
        ASKED,
      );
  const names = services.map((service) => nameOfPort(service.object.spec?.ports, number));
  const [name] = names;
  if (name === undefined || names.some((other) => other !== name)) {
    return undefined;
  }
  const whose = services.length === 1 ? nameOf(services[0]) : 'the Services that it selects';
  return {
    text: `port: ${scalar(name)}, the name of port ${number} in ${whose}.`,
    patch: setField(object, field, name),
  };
}

/** The name of the only port with a number; its own number counts before that of the container. */
function nameOfPort(ports: unknown, number: number): string | undefined {
  const list: readonly any[] = Array.isArray(ports) ? ports : [];
  for (const key of ['port', 'targetPort']) {
    const found = list.filter((port) => port?.[key] === number);
    if (found.length > 0) {
      return found.length === 1 && typeof found[0].name === 'string' && found[0].name !== ''
        ? found[0].name
        : undefined;
    }
  }
  return undefined;
}
