import type { Malformed } from '../simulator/bag/field-reader';
import { flattenLists } from '../simulator/bag/flatten-lists';
import type { SourcedObject } from '../simulator/kube-object';
import { addStacks } from '../simulator/stack/add-stacks';
import { findStacks } from '../simulator/stack/find-stacks';
import type { ParseYaml } from '../simulator/stack/plain-values';
import type { StackProblem, StackSpec } from '../simulator/stack/stack-spec';

/** Objects as the simulation takes them, and what was wrong with them before. */
export interface PreparedObjects {
  /** Every object that was given, lists taken apart. */
  readonly given: readonly SourcedObject[];
  /** What the API server would have of it, and what releases add. */
  readonly objects: readonly SourcedObject[];
  /** Releases of kube-prometheus-stack, declared by objects or by whoever asks. */
  readonly stacks: readonly StackSpec[];
  readonly stackProblems: readonly StackProblem[];
  /** Lists and objects that are none. */
  readonly malformed: readonly Malformed[];
  /** Namespace of objects that name none. */
  readonly defaultNamespace: string;
}

/** What preparing takes beside the objects. */
export interface PrepareOptions {
  readonly defaultNamespace?: string;
  readonly stacks?: readonly StackSpec[];
  readonly stackProblems?: readonly StackProblem[];
  readonly parseYaml: ParseYaml;
}

/** Takes lists apart, leaves out what the API server refuses, adds what releases of kube-prometheus-stack install. */
export function prepareObjects(objects: readonly SourcedObject[], options: PrepareOptions): PreparedObjects {
  const malformed: Malformed[] = [];
  const given = flattenLists(objects, malformed);
  const found = findStacks(given, options.parseYaml, options.defaultNamespace);
  const defaultNamespace = found.defaultNamespaceHint ?? options.defaultNamespace ?? 'default';
  const stacks = [...(options.stacks ?? []), ...found.stacks];
  const added = addStacks(given, stacks, defaultNamespace);
  return {
    given,
    objects: added.objects,
    stacks,
    stackProblems: [...(options.stackProblems ?? []), ...found.problems, ...added.problems],
    malformed,
    defaultNamespace,
  };
}
