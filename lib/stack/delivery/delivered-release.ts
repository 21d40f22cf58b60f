import { type ApiObject, type ApiObjectMetadata, Yaml } from 'cdk8s';
import type { Construct } from 'constructs';
import { isDnsLabel, whyNoObjectName } from '../../private/kubernetes-names';
import { isPlainObject } from '../../private/plain-object';
import { Problems } from '../../private/problems';
import type { StackSpec } from '../../simulator/stack/stack-spec';
import { plainValue } from '../../yaml/scalar-value';
import { declaredStack } from '../declared-stack';
import type { StackRelease } from '../stack-release';
import { type Values, valueAt } from '../values';
import { valuesText } from '../values-text';

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
    return valuesText(this.values);
  }

  /**
   * Whether the values travel as text. A null in a manifest is lost: the API server prunes it (argo-cd#16312,
   * kustomize-controller#372), and cdk8s does not even write it. A text such as `0o17` cdk8s writes as the number that it
   * is to Go.
   *
   * @param wanted the prop `valuesAsText`
   */
  public travelsAsText(wanted: boolean | undefined): boolean {
    const lost = lostIn(this.values, '');
    if (wanted === false && lost !== undefined) {
      this.problems.add(
        'valuesAsText',
        lost.what === null
          ? `false would lose the null at ${lost.path} of ${this.label}, and with it the default of the chart would stay.`
          : `false would make a number of the text "${lost.what}" at ${lost.path} of ${this.label}.`,
        `leave valuesAsText out, or give ${lost.what === null ? 'a value that is not null' : 'another text'}.`,
      );
    }
    return wanted ?? lost !== undefined;
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

/** The first value that a manifest would not carry: a null, or a text that cdk8s writes as something else. */
function lostIn(value: unknown, path: string): { readonly path: string; readonly what: string | null } | undefined {
  if (value === null || (typeof value === 'string' && loses(value))) {
    return { path, what: value };
  }
  if (Array.isArray(value)) {
    return first(value.entries(), (item, index) => lostIn(item, `${path}[${index}]`));
  }
  return isPlainObject(value)
    ? first(Object.entries(value), (item, key) => {
        const below = path === '' ? key : `${path}.${key}`;
        return loses(key) ? { path: below, what: key } : lostIn(item, below);
      })
    : undefined;
}

/** Asks cdk8s only of what may be no text, which is next to nothing. */
function loses(text: string): boolean {
  return plainValue(text) !== text && Yaml.stringify(text).trim() === text;
}

function first<Key, Item, Found>(
  entries: Iterable<[Key, Item]>,
  find: (item: Item, key: Key) => Found | undefined,
): Found | undefined {
  for (const [key, item] of entries) {
    const found = find(item, key);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
