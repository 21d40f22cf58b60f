import { type ApiObject, type GroupVersionKind, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { Problems } from '../problems';
import type { FieldTable } from './field-table';
import { serialize, sortKeys } from './serialize';

/** Entry of a field table for the props of the kind itself. */
const TOP = 'Props';

/** Props that came from `fromManifest`: already in the API's spelling, so nothing in them is touched. */
const RAW = new WeakSet<object>();

/**
 * The way of one generated object from its props to its manifest.
 *
 * Patches are kept here and not in `ApiObject`, which would apply them to the props: a patch is written in the API's
 * spelling and has to meet the manifest.
 */
export class TypedManifest {
  private readonly patches: JsonPatch[] = [];
  private readonly raw: boolean;

  /** @throws Error when an additional field is also set as a typed one; what is `Lazy` is checked when it is known */
  public constructor(
    private readonly object: ApiObject,
    private readonly table: FieldTable,
    props: object,
  ) {
    this.raw = RAW.has(props);
    if (!this.raw) {
      const { apiVersion, kind } = object;
      // cdk8s always writes metadata, so an additional field of that name always clashes
      render({ apiVersion, kind, metadata: {}, ...props }, table, () => `${kind} ${object.node.path}`);
    }
  }

  public addPatches(...patches: JsonPatch[]): void {
    this.patches.push(...patches);
  }

  /** @param json what `ApiObject` made of the props: resolved and sorted */
  public toJson(json: any): any {
    const subject = () => `${this.object.kind} ${this.object.node.path}`;
    const manifest = this.raw ? json : render(json, this.table, subject);
    if (this.patches.length === 0) {
      return orderTopLevel(manifest);
    }
    try {
      return orderTopLevel(JsonPatch.apply(manifest, ...this.patches));
    } catch (error) {
      throw new Error(`${subject()}: a JSON patch cannot be applied to the manifest: ${error}`);
    }
  }
}

/**
 * The manifest for props, as far as it is known without a construct.
 *
 * @throws Error when an additional field is also set as a typed one
 */
export function renderProps(gvk: GroupVersionKind, table: FieldTable, props: object): any {
  return orderTopLevel(render({ ...gvk, ...props }, table, () => `${gvk.kind}.manifest()`));
}

/**
 * Accepts a manifest for `fromManifest`, and marks it so that it goes out unchanged.
 *
 * @throws Error when it is not an object of that API version and kind
 */
export function acceptManifest(scope: Construct, id: string, gvk: GroupVersionKind, manifest: any): any {
  const problems = new Problems(`${gvk.kind} ${scope.node.path === '' ? id : `${scope.node.path}/${id}`}`);
  if (manifest === null || typeof manifest !== 'object' || Array.isArray(manifest)) {
    const given = Array.isArray(manifest) ? 'a list' : manifest === null ? 'null' : `a ${typeof manifest}`;
    problems.add(
      'manifest',
      `this is ${given}, not an object.`,
      'pass one parsed manifest, for example Yaml.load(…)[0].',
    );
  } else {
    for (const field of ['apiVersion', 'kind'] as const) {
      if (manifest[field] !== gvk[field]) {
        problems.add(
          `manifest.${field}`,
          `${JSON.stringify(manifest[field]) ?? 'nothing'} is given, and this class holds "${gvk[field]}" only.`,
          `pass a ${gvk.kind} of ${gvk.apiVersion}, or use the class for what the manifest is.`,
        );
      }
    }
  }
  problems.throwIfAny();
  const props = { ...manifest };
  RAW.add(props);
  return props;
}

function render(props: object, table: FieldTable, subject: () => string): any {
  let problems: Problems | undefined;
  const manifest = serialize(props, table, TOP, '', (field, message, fix) => {
    problems ??= new Problems(subject());
    problems.add(field, message, fix);
  });
  problems?.throwIfAny();
  return manifest;
}

function orderTopLevel(manifest: any): any {
  const { apiVersion, kind, metadata, ...rest } = manifest;
  const head = Object.entries({ apiVersion, kind, metadata }).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(head), ...sortKeys(rest) };
}
