import { createHash } from 'node:crypto';
import type { SourcedObject } from '../kube-object';
import { withoutNulls } from './argo-application';
import {
  chartReference,
  Declaration,
  type Fields,
  list,
  map,
  type Surroundings,
  text,
  versionText,
} from './declaration';
import { setValue, typedValue } from './set-value';
import type { StackReading } from './stack-of';

const SOURCES = 'source.toolkit.fluxcd.io';

/** Longest release name of Helm, and the digits of the hash that Flux puts at the end of a longer one. */
const RELEASE_LENGTH = 53;
const HASH_LENGTH = 12;

/**
 * The release of a Flux HelmRelease; `undefined` where it is of another chart.
 *
 * Source: helm-controller v1.3 `api/v2/helmrelease_types.go`, `GetReleaseName`, `GetReleaseNamespace`;
 * `internal/release/name.go`, `ShortenName`; `internal/chartutil/values.go`, `ChartValuesFromReferences`.
 */
export function fluxRelease(sourced: SourcedObject, surroundings: Surroundings): StackReading | undefined {
  const declaration = new Declaration(sourced, surroundings, 'Flux');
  const chart = chartOf(declaration);
  if (chart === undefined) {
    return undefined;
  }
  const { spec, name, namespace } = declaration;
  const target = text(spec.targetNamespace);
  const release = text(spec.releaseName) || shortened(target === '' ? name : `${target}-${name}`);
  readValues(declaration);
  return declaration.reading(release, target || namespace, chart.version);
}

function chartOf(declaration: Declaration): { readonly version: string | undefined } | undefined {
  const { spec, namespace, surroundings, problems } = declaration;
  const chart = map(map(spec.chart).spec);
  const named = chartReference(chart.chart);
  if (named) {
    return { version: versionText(chart.version) ?? named.version };
  }
  const reference = map(spec.chartRef);
  const { kind, name } = { kind: text(reference.kind), name: text(reference.name) };
  const found = surroundings.find(`${kind}.${SOURCES}`, text(reference.namespace) || namespace, name);
  if (found) {
    return referenced(kind, map(found.spec));
  }
  if (!name.includes('kube-prometheus-stack')) {
    return undefined;
  }
  problems.field(
    'stack/unknown-chart',
    'absent',
    'spec.chartRef',
    `${kind} ${name} is not at hand; by its name it is taken for the chart kube-prometheus-stack.`,
    `give ${kind} ${name} as well.`,
  );
  return { version: undefined };
}

function referenced(kind: string, spec: Fields): { readonly version: string | undefined } | undefined {
  if (kind === 'HelmChart') {
    const named = chartReference(spec.chart);
    return named && { version: versionText(spec.version) ?? named.version };
  }
  const named = kind === 'OCIRepository' ? chartReference(spec.url) : undefined;
  const { semver, tag } = map(spec.ref);
  // Of the two, the range counts (`OCIRepositoryRef`).
  return named && { version: versionText(semver) ?? versionText(tag) ?? named.version };
}

/** Later ones win: the references in their order, also those with a path of their own, then the values in the object. */
function readValues(declaration: Declaration): void {
  const { spec, namespace, surroundings } = declaration;
  for (const [index, entry] of list(spec.valuesFrom).entries()) {
    const field = `spec.valuesFrom[${index}]`;
    const { kind, name, valuesKey, targetPath } = map(entry);
    const key = text(valuesKey) || 'values.yaml';
    const object = surroundings.find(text(kind), namespace, text(name));
    const value = object && contentOf(object, key);
    const path = text(targetPath);
    if (value === undefined) {
      const missing = object ? `shows no key ${key}` : 'is not at hand';
      declaration.unknownValues(field, `${text(kind)} ${text(name)} ${missing}`);
    } else if (path === '') {
      declaration.mergeText(value, field);
    } else {
      const quoted = /^(["'])(.*)\1$/s.exec(value);
      declaration.edit((values) => setValue(values, path, quoted ? quoted[2] : typedValue(value)), field, path);
    }
  }
  declaration.merge(withoutNulls(declaration, spec.values, 'spec.values'), 'spec.values');
}

/** Text of a key of a ConfigMap or Secret; `undefined` where it is not there, or encrypted. */
function contentOf(object: Fields, key: string): string | undefined {
  if (object.sops !== undefined) {
    return undefined;
  }
  const [plain, data] = [map(object.stringData), map(object.data)];
  if (object.kind !== 'Secret') {
    return Object.hasOwn(data, key) ? text(data[key]) : undefined;
  }
  if (Object.hasOwn(plain, key)) {
    return text(plain[key]);
  }
  return Object.hasOwn(data, key) ? Buffer.from(text(data[key]), 'base64').toString('utf8') : undefined;
}

function shortened(name: string): string {
  if (name.length <= RELEASE_LENGTH) {
    return name;
  }
  const hash = createHash('sha256').update(name).digest('hex').slice(0, HASH_LENGTH);
  return `${name.slice(0, RELEASE_LENGTH - HASH_LENGTH - 1)}-${hash}`;
}
