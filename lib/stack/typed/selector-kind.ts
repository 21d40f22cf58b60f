import type { LabelSelector } from '../../selection/label-selector';
import { type KindProblem, show } from './value-kind';
import type { ValueEntry } from './value-table';

/**
 * A selector that means what it says: one for everything also sets the switch that the chart wants for it.
 *
 * @param nilUsesHelmValues the path of that switch
 */
export function labelSelector(path: string, nilUsesHelmValues: string): ValueEntry {
  return {
    paths: [
      { path, type: 'map' },
      { path: nilUsesHelmValues, type: 'boolean' },
    ],
    problems: (prop, field) => problems(prop, field, 'LabelSelector.everything()'),
    write: (selector: LabelSelector) => {
      const manifest = selector.toManifest();
      const everything = manifest !== undefined && Object.keys(manifest).length === 0;
      // Null and not absent, since it has to remove the default of the chart.
      return {
        [path]: manifest ?? null,
        [nilUsesHelmValues]: everything || selector.selectsNothing ? false : undefined,
      };
    },
  };
}

/** A selector of namespaces, where the chart turns null into all of them. */
export function namespaceSelector(path: string): ValueEntry {
  const entry = namespaceSelectorOrOwn(path);
  return {
    ...entry,
    problems: (prop, field) =>
      prop?.ownNamespaceOnly === true
        ? [
            {
              field,
              message: 'the chart turns an absent selector into all namespaces.',
              fix: "name the namespace, for example NamespaceSelector.names('monitoring').",
            },
          ]
        : entry.problems(prop, field),
  };
}

/** A selector of namespaces, where null means the own namespace. */
export function namespaceSelectorOrOwn(path: string): ValueEntry {
  return {
    paths: [{ path, type: 'map' }],
    problems: (prop, field) => problems(prop, field, 'NamespaceSelector.all()'),
    // Null and not absent, since it has to remove the default of the chart.
    write: (selector) => ({ [path]: selector.toManifest() ?? null }),
  };
}

function problems(prop: any, field: string, example: string) {
  const problem: KindProblem = { message: `${show(prop)} is no selector.`, fix: `${example}, for example.` };
  return typeof prop?.toManifest === 'function' ? [] : [{ field, ...problem }];
}
