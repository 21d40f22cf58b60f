import { checkSchema } from '../schema/check-schema';
import type { SchemaProblem } from '../schema/schema-problem';
import type { Malformed } from '../simulator/bag/field-reader';
import { flattenLists } from '../simulator/bag/flatten-lists';
import type { KubeObject, SourcedObject } from '../simulator/kube-object';
import { addStacks } from '../simulator/stack/add-stacks';
import { findStacks } from '../simulator/stack/find-stacks';
import type { ParseYaml } from '../simulator/stack/plain-values';
import type { StackProblem, StackSpec } from '../simulator/stack/stack-spec';
import type { Version } from '../simulator/versions/version';
import { parseVersion } from '../simulator/versions/version';
import { versionsOf } from '../stack/facts/chart-versions';
import { pathSegments } from './field-edit';
import { withoutTwins } from './stack-twins';

/** Objects as the simulation takes them, and what was wrong with them before. */
export interface PreparedObjects {
  /** Every object that was given, lists taken apart. */
  readonly given: readonly SourcedObject[];
  /** What the API server would have of it, and what releases add. */
  readonly objects: readonly SourcedObject[];
  /** Releases of kube-prometheus-stack, declared by objects or by whoever asks. */
  readonly stacks: readonly StackSpec[];
  readonly stackProblems: readonly StackProblem[];
  /** What the API server would refuse, by object. */
  readonly schemaProblems: ReadonlyMap<SourcedObject, readonly SchemaProblem[]>;
  /** Objects that the API server refuses, as they were given: monitors of which nothing takes effect. */
  readonly refused: ReadonlySet<KubeObject>;
  /** Lists and objects that are none. */
  readonly malformed: readonly Malformed[];
  /** Namespace of objects that name none. */
  readonly defaultNamespace: string;
}

/** What preparing takes beside the objects. */
export interface PrepareOptions {
  readonly defaultNamespace?: string;
  readonly stacks?: readonly StackSpec[];
  readonly delivering?: readonly KubeObject[];
  readonly stackProblems?: readonly StackProblem[];
  readonly operatorVersion?: string;
  readonly parseYaml: ParseYaml;
}

/** Takes lists apart, leaves out what the API server refuses, adds what releases of kube-prometheus-stack install. */
export function prepareObjects(objects: readonly SourcedObject[], options: PrepareOptions): PreparedObjects {
  const malformed: Malformed[] = [];
  const given = flattenLists(objects, malformed);
  const delivering = new Set(options.delivering);
  const declaring = given.filter(({ object }) => !delivering.has(object));
  const found = withoutTwins(findStacks(declaring, options.parseYaml, options.defaultNamespace), options.stacks ?? []);
  const defaultNamespace = found.defaultNamespaceHint ?? options.defaultNamespace ?? 'default';
  const stacks = [...(options.stacks ?? []), ...found.stacks];
  const schemaProblems = schemaProblemsOf(given, operatorVersionOf(given, stacks, options));
  const refused = new Set<KubeObject>();
  const accepted = given.map((object) => {
    const problems = schemaProblems.get(object)?.filter(({ certainty }) => certainty === 'certain') ?? [];
    if (problems.length === 0) {
      return object;
    }
    refused.add(object.object);
    return withoutFields(
      object,
      problems.map(({ field }) => field),
    );
  });
  const added = addStacks(accepted, stacks, defaultNamespace);
  return {
    given,
    objects: added.objects,
    stacks,
    stackProblems: [...(options.stackProblems ?? []), ...found.problems, ...added.problems],
    schemaProblems,
    refused,
    malformed,
    defaultNamespace,
  };
}

function schemaProblemsOf(
  objects: readonly SourcedObject[],
  operatorVersion: Version | undefined,
): ReadonlyMap<SourcedObject, readonly SchemaProblem[]> {
  const problems = new Map<SourcedObject, readonly SchemaProblem[]>();
  for (const object of objects) {
    const found = checkSchema(object, { operatorVersion });
    if (found.length > 0) {
      problems.set(object, found);
    }
  }
  return problems;
}

/** The version whose CustomResourceDefinitions are in the cluster; `undefined` where nothing tells. */
function operatorVersionOf(
  objects: readonly SourcedObject[],
  stacks: readonly StackSpec[],
  { operatorVersion }: PrepareOptions,
): Version | undefined {
  const texts = [
    operatorVersion,
    ...objects.map(operatorImageTag),
    ...stacks.map(({ chartVersion }) => (chartVersion === undefined ? undefined : versionsOf(chartVersion).operator)),
  ];
  return texts.map((text) => (text === undefined ? undefined : parseVersion(text))).find((version) => version);
}

/** Tag of the Operator's image, where the object is its Deployment. */
function operatorImageTag({ object }: SourcedObject): string | undefined {
  const containers: unknown = object.kind === 'Deployment' ? object.spec?.template?.spec?.containers : undefined;
  const images = (Array.isArray(containers) ? containers : []).map((container) => String(container?.image ?? ''));
  return images.map((image) => /(?:^|\/)prometheus-operator:([^@]+)/.exec(image)?.[1]).find((tag) => tag !== undefined);
}

/** A copy without some fields, as a client without strict validation would send it. */
function withoutFields(sourced: SourcedObject, fields: readonly string[]): SourcedObject {
  const object = structuredClone(sourced.object);
  // From the back, so that indexes of lists hold until they are used.
  for (const field of [...fields].reverse()) {
    const segments = pathSegments(field);
    const last = segments.pop();
    const parent = segments.reduce<any>((inner, segment) => inner?.[segment], object);
    if (Array.isArray(parent)) {
      parent.splice(Number(last), 1);
    } else if (parent !== null && typeof parent === 'object' && last !== undefined) {
      delete parent[last];
    }
  }
  return { object, source: sourced.source, given: sourced.object };
}
