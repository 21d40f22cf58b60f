import { escapeDoc } from './emit-docs';
import { TypeEmitter } from './emit-types';
import { fieldTableOf, renderTable } from './field-tables';
import { fileOfKind, type Layout, reachedFrom } from './layout';
import { type Kind, nameOfId, type Schema, type StructSchema } from './schema';

const RUNTIME = '../../../lib/private/manifest';

/** Writes the file of one kind: its class, its props, the structs that it alone uses, and its field table. */
export function emitKind(schema: Schema, layout: Layout, kind: Kind): string {
  const file = fileOfKind(kind);
  const props = `${kind.version}.${kind.kind}Props`;
  const types = new TypeEmitter(
    { ...schema, definitions: { ...schema.definitions, [props]: propsOfKind(kind) } },
    new Map([...layout, [props, file]]),
    kind.version,
    file,
  );
  types.registerType('ApiObjectMetadata');
  types.add(props);
  for (const id of reachedFrom(schema, kind.spec)) {
    if (layout.get(id) === file) {
      types.add(id);
    }
  }
  const code = types.render();
  return [
    `import { ApiObject, type ApiObjectMetadata, type GroupVersionKind, type JsonPatch } from 'cdk8s';`,
    `import type { Construct } from 'constructs';`,
    `import type { FieldTable } from '${RUNTIME}/field-table';`,
    `import { acceptManifest, renderProps, TypedManifest } from '${RUNTIME}/typed-manifest';`,
    ...types.imports(),
    '',
    renderTable(fieldTableOf(schema, kind)),
    emitClass(kind),
    code,
  ].join('\n');
}

function propsOfKind(kind: Kind): StructSchema {
  return {
    type: 'object',
    description: `Properties for \`${kind.kind}\`.`,
    properties: {
      metadata: {
        $ref: '#/definitions/cdk8s.ApiObjectMetadata',
        description: 'Name, namespace, labels and annotations.',
      },
      spec: { $ref: `#/definitions/${kind.spec}`, description: kind.specDescription },
    },
    required: ['spec'],
  };
}

function emitClass(kind: Kind): string {
  const name = kind.kind;
  const doc = escapeDoc(
    kind.description || `The custom resource \`${name}\`, for fields that \`${nameOfId(kind.spec)}\` explains.`,
  );
  return `/**
${doc
  .split('\n')
  .map((line) => ` * ${line}`.trimEnd())
  .join('\n')}
 */
export class ${name} extends ApiObject {
  /** API version and kind of the object. */
  public static readonly GVK: GroupVersionKind = { apiVersion: '${kind.apiVersion}', kind: '${name}' };

  /**
   * Renders the manifest without a construct, for use inside other manifests.
   *
   * @param props what the manifest says; values that are \`Lazy\` stay as they are
   * @throws Error when an additional field is also set as a typed one
   */
  public static manifest(props: ${name}Props): any {
    return renderProps(${name}.GVK, FIELDS, props);
  }

  /**
   * Takes over a manifest that exists, for example one that was read from YAML. Values outside an enum and fields that
   * these bindings do not have go out unchanged.
   *
   * @param scope the scope in which to define this object
   * @param id a name for the object that is unique in its scope
   * @param manifest the object as the API spells it
   * @throws Error when the manifest is of another API version or kind
   * @throws Error when the manifest is of another API version or kind
   */
  public static fromManifest(scope: Construct, id: string, manifest: any): ${name} {
    return new ${name}(scope, id, acceptManifest(scope, id, ${name}.GVK, manifest));
  }

  private readonly typed: TypedManifest;

  /**
   * Defines the object.
   *
   * @param scope the scope in which to define this object
   * @param id a name for the object that is unique in its scope
   * @param props what the manifest says
   * @throws Error when an additional field is also set as a typed one
   */
  public constructor(scope: Construct, id: string, props: ${name}Props) {
    super(scope, id, { ...${name}.GVK, ...props });
    this.typed = new TypedManifest(this, FIELDS, props);
  }

  /**
   * Applies RFC 6902 patches to the manifest, after its fields have been written as the API spells them.
   *
   * @param ops the patches, with paths as in the manifest
   */
  public override addJsonPatch(...ops: JsonPatch[]): void {
    this.typed.addPatches(...ops);
  }

  /** Renders the object to Kubernetes JSON. */
  public override toJson(): any {
    return this.typed.toJson(super.toJson());
  }
}
`;
}
