import { isPlainObject } from '../../private/plain-object';
import type { SourcedObject } from '../kube-object';
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

/** Levels of nesting that are followed. */
const MAX_DEPTH = 100;

/** A source of an Application, and its path. */
interface AppSource {
  readonly source: Fields;
  readonly field: string;
}

/**
 * The releases of an Argo CD Application or ApplicationSet.
 *
 * Source: argo-cd v3.1 `pkg/apis/application/v1alpha1/types.go`, `ApplicationSourceHelm`; `reposerver/repository/repository.go`,
 * `helmTemplate`.
 */
export function argoReleases(sourced: SourcedObject, surroundings: Surroundings): StackReading[] {
  const set = map(sourced.object).kind === 'ApplicationSet';
  const { spec } = new Declaration(sourced, surroundings, 'Argo CD');
  const generated = spec.goTemplate === true ? withoutEscapes(spec.template, 0) : spec.template;
  const template = set ? map(generated) : map(sourced.object);
  const prefix = set ? 'spec.template.' : '';
  return sourcesOf(map(template.spec), `${prefix}spec`).flatMap(({ source, field }) => {
    const version = versionOf(source);
    return version
      ? [releaseOf(new Declaration(sourced, surroundings, 'Argo CD'), template, source, field, version.version)]
      : [];
  });
}

/** Namespace that a directory of plain manifests is deployed to; `undefined` where that is not what this is. */
export function argoDirectoryNamespace(sourced: SourcedObject): string | undefined {
  const spec = map(map(sourced.object).spec);
  const sources = sourcesOf(spec, 'spec');
  const plain = sources.some(({ source }) => text(source.path) !== '' && source.helm === undefined);
  const charts = sources.some(({ source }) => text(source.chart) !== '' || source.helm !== undefined);
  return plain && !charts ? text(map(spec.destination).namespace) || undefined : undefined;
}

/** What the generator makes of two braces in backquotes; anything else that it fills in stays as it is. */
function withoutEscapes(node: unknown, depth: number): unknown {
  if (typeof node === 'string') {
    return node.replaceAll('{{`{{`}}', '{{');
  }
  if (typeof node !== 'object' || node === null || depth > MAX_DEPTH) {
    return node;
  }
  return Array.isArray(node)
    ? node.map((item) => withoutEscapes(item, depth + 1))
    : Object.fromEntries(Object.entries(node).map(([key, item]) => [key, withoutEscapes(item, depth + 1)]));
}

function sourcesOf(spec: Fields, field: string): AppSource[] {
  // With `sources`, `source` does not count (`ApplicationSpec.GetSources`).
  const many = list(spec.sources);
  return many.length > 0
    ? many.map((source, index) => ({ source: map(source), field: `${field}.sources[${index}]` }))
    : [{ source: map(spec.source), field: `${field}.source` }];
}

/** The chart of a source, by name, by OCI address, or by its folder in the repository of the charts. */
function versionOf(source: Fields): { readonly version: string | undefined } | undefined {
  const repository = text(source.repoURL);
  const inFolder = /\/prometheus-community\/helm-charts(\.git)?\/?$/.test(repository) && chartReference(source.path);
  const named = text(source.chart) !== '' ? chartReference(source.chart) : chartReference(repository) || inFolder;
  return named ? { version: versionText(source.targetRevision) ?? named.version } : undefined;
}

function releaseOf(
  declaration: Declaration,
  template: Fields,
  source: Fields,
  field: string,
  version: string | undefined,
): StackReading {
  const helm = map(source.helm);
  const spec = map(template.spec);
  const release = text(helm.releaseName) || text(map(template.metadata).name);
  const destination = text(helm.namespace) || text(map(spec.destination).namespace);
  const unknown = [
    [release, `${field}.helm.releaseName`],
    [destination, 'spec.destination.namespace'],
  ].find(([value]) => value.includes('{{'));
  if (unknown) {
    return declaration.unknown(
      unknown[1],
      `"${unknown[0]}" depends on the generator, so the release cannot be known.`,
      'model it with --stack RELEASE/NAMESPACE.',
    );
  }
  readValues(declaration, helm, `${field}.helm`);
  if (declaration.spec.templatePatch !== undefined) {
    declaration.unknownValues('spec.templatePatch', 'spec.templatePatch changes the Application');
  }
  return declaration.reading(release, destination || declaration.surroundings.defaultNamespace, version);
}

/** Later ones win: files, then the values in the object, then the parameters. */
function readValues(declaration: Declaration, helm: Fields, field: string): void {
  const files = list(helm.valueFiles).filter((file) => typeof file === 'string');
  if (files.length > 0) {
    declaration.unknownValues(
      `${field}.valueFiles`,
      `${files.length === 1 ? `the values file ${files[0]} is` : `the values files ${files.join(', ')} are`} not read here`,
      'give the values with --stack and --helm-values, or write them into helm.valuesObject.',
    );
  }
  if (helm.valuesObject !== undefined && helm.valuesObject !== null) {
    declaration.merge(withoutNulls(declaration, helm.valuesObject, `${field}.valuesObject`), `${field}.valuesObject`);
  } else {
    declaration.mergeText(helm.values, `${field}.values`);
  }
  const parameters = list(helm.parameters).map((parameter, index) => ({ ...map(parameter), index }) as Fields);
  // Those that are text whatever they look like come last (`--set` before `--set-string`).
  for (const forced of [false, true]) {
    for (const { name, value, index } of parameters.filter(({ forceString }) => (forceString === true) === forced)) {
      const given = forced ? text(value) : typedValue(text(value));
      declaration.edit((values) => setValue(values, text(name), given), `${field}.parameters[${index}]`, text(name));
    }
  }
  if (list(helm.fileParameters).length > 0) {
    declaration.unknownValues(`${field}.fileParameters`, 'the files of fileParameters are not read here');
  }
}

/**
 * Values without their nulls, which get lost on the way to Helm: the API server and kustomize prune them from objects
 * (argo-cd#16312, kustomize-controller#372).
 */
export function withoutNulls(declaration: Declaration, value: unknown, field: string): unknown {
  const found: string[] = [];
  const strip = (node: unknown, path: string, depth: number): unknown => {
    if (!isPlainObject(node) || depth > MAX_DEPTH) {
      return node;
    }
    const kept = Object.entries(node).filter(([key, item]) => {
      if (item === null) {
        found.push(path === '' ? key : `${path}.${key}`);
      }
      return item !== null;
    });
    return Object.fromEntries(
      kept.map(([key, item]) => [key, strip(item, path === '' ? key : `${path}.${key}`, depth + 1)]),
    );
  };
  const stripped = strip(value, '', 0);
  if (found.length > 0) {
    declaration.problems.value(
      'stack/lost-null',
      'assumed',
      found[0],
      `${found.join(', ')} in ${field}: a null gets lost on the way to Helm, so the default of the chart stays.`,
      'give the values as text, or a value that is not null.',
    );
  }
  return stripped;
}
