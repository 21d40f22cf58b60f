import { type ApiObject, type ApiObjectMetadata, Yaml } from 'cdk8s';
import type { Construct } from 'constructs';
import { isDnsLabel, whyNoObjectName } from '../../private/kubernetes-names';
import { isPlainObject } from '../../private/plain-object';
import { Problems } from '../../private/problems';
import type { StackSpec } from '../../simulator/stack/stack-spec';
import { declaredStack } from '../declared-stack';
import type { StackRelease } from '../stack-release';
import { type Values, valueAt } from '../values';

const delivered = new WeakMap<object, StackSpec>();

/** The release that an object has installed; `undefined` for any other object. */
export function deliveredStack(apiObject: object): StackSpec | undefined {
  return delivered.get(apiObject);
}

/** A release as those constructs see it that deliver it. */
export class DeliveredRelease {
  public readonly problems: Problems;
  public readonly values: Values;
  private readonly spec: StackSpec;

  /**
   * @throws if `release` is no StackRelease, since nothing else can be said then
   */
  public constructor(
    construct: Construct,
    kind: string,
    public readonly release: StackRelease,
  ) {
    this.problems = new Problems(`${kind} ${construct.node.path}`);
    const spec = typeof release === 'object' && release !== null ? declaredStack(release) : undefined;
    if (spec === undefined) {
      this.problems.add('release', 'is no StackRelease.', "release: new StackRelease(chart, 'prometheus-stack')");
      this.problems.throwIfAny();
    }
    this.spec = spec as StackSpec;
    this.values = release.toHelmValues();
  }

  /** How messages name the release. */
  public get label(): string {
    return `StackRelease ${this.release.node.path}`;
  }

  public value(path: string): any {
    return valueAt(this.values, path);
  }

  /** The values as a text of YAML. */
  public text(): string {
    return Yaml.stringify(this.values);
  }

  /**
   * Whether the values travel as text. A null in a manifest is lost: the API server prunes it (argo-cd#16312,
   * kustomize-controller#372), and cdk8s does not even write it.
   *
   * @param wanted the prop `valuesAsText`
   */
  public travelsAsText(wanted: boolean | undefined): boolean {
    const path = pathOfNull(this.values, '');
    if (wanted === false && path !== undefined) {
      this.problems.add(
        'valuesAsText',
        `false would lose the null at ${path} of ${this.label}, and with it the default of the chart would stay.`,
        'leave valuesAsText out, or give a value that is not null.',
      );
    }
    return wanted ?? path !== undefined;
  }

  /** Metadata with defaults; the given parts win, labels and annotations key by key. */
  public metadata(given: ApiObjectMetadata = {}, defaults: ApiObjectMetadata = {}): ApiObjectMetadata {
    const { name, namespace } = { ...defaults, ...given };
    const whyNot = name === undefined ? undefined : whyNoObjectName(name);
    if (whyNot !== undefined) {
      this.problems.add('metadata.name', `"${name}" ${whyNot}.`, `metadata: { name: '${this.release.releaseName}' }`);
    }
    if (namespace !== undefined && !isDnsLabel(namespace)) {
      this.problems.add(
        'metadata.namespace',
        `"${namespace}" is not a valid namespace name.`,
        'use lower-case letters, digits and hyphens.',
      );
    }
    const maps = (['labels', 'annotations'] as const).flatMap((key) => {
      const merged = { ...defaults[key], ...given[key] };
      return Object.keys(merged).length > 0 ? [[key, merged] as const] : [];
    });
    const finalizers = [...(defaults.finalizers ?? []), ...(given.finalizers ?? [])];
    return {
      ...defaults,
      ...given,
      ...Object.fromEntries(maps),
      ...(finalizers.length > 0 ? { finalizers: [...new Set(finalizers)] } : {}),
    };
  }

  /** Notes that an object has this release installed, so that nobody counts it twice. */
  public deliveredBy(apiObject: ApiObject): void {
    delivered.set(apiObject, this.spec);
  }
}

function pathOfNull(value: unknown, path: string): string | undefined {
  if (value === null) {
    return path;
  }
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [`${path}[${index}]`, item])
    : isPlainObject(value)
      ? Object.entries(value).map(([key, item]) => [path === '' ? key : `${path}.${key}`, item])
      : [];
  return entries.map(([below, item]) => pathOfNull(item, below)).find((found) => found !== undefined);
}
