import { bagKind } from '../bag/bag-kind';
import { isMap } from '../bag/field-reader';
import { flattenLists } from '../bag/flatten-lists';
import type { SourcedObject } from '../kube-object';
import { modelStack } from './stack-objects';
import type { StackProblem, StackSpec } from './stack-spec';

/** Given objects together with those that releases will make. */
export interface WithStacks {
  readonly objects: readonly SourcedObject[];
  readonly problems: readonly StackProblem[];
}

/**
 * Adds what releases will make to given objects. An object that is given, such as the Prometheus of a rendered chart,
 * counts more than its model; of two releases that make the same object, the first counts.
 *
 * @param defaultNamespace namespace of given objects that name none
 */
export function addStacks(
  given: readonly SourcedObject[],
  stacks: readonly StackSpec[],
  defaultNamespace = 'default',
): WithStacks {
  if (stacks.length === 0) {
    return { objects: given, problems: [] };
  }
  const present = new Set(flattenLists(given, []).map((object) => identity(object, defaultNamespace)));
  const objects = [...given];
  const problems: StackProblem[] = [];
  for (const stack of stacks) {
    const model = modelStack(stack);
    problems.push(...model.problems);
    for (const object of model.objects) {
      const key = identity(object, defaultNamespace);
      if (!present.has(key)) {
        present.add(key);
        objects.push(object);
      }
    }
  }
  return { objects, problems };
}

/** Identity of an object that may be malformed anywhere. */
function identity({ object }: SourcedObject, defaultNamespace: string): string {
  const { apiVersion, kind, metadata }: any = object;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || !isMap(metadata)) {
    return '';
  }
  const namespace = typeof metadata.namespace === 'string' ? metadata.namespace : '';
  return `${bagKind(apiVersion, kind)}/${namespace || defaultNamespace}/${typeof metadata.name === 'string' ? metadata.name : ''}`;
}
