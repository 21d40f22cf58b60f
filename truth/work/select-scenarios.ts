import { scenarioNames } from '../scenario/scenario-file';

/**
 * The scenarios that are named, or that lie in folders that are named; all where nothing is.
 *
 * @throws if there is none of a name
 */
export function selectScenarios(names: readonly string[]): string[] {
  const all = scenarioNames();
  const matches = (name: string, wanted: string): boolean => name === wanted || name.startsWith(`${wanted}/`);
  const missing = names.find((wanted) => !all.some((name) => matches(name, wanted)));
  if (missing !== undefined) {
    throw new Error(`There is no scenario or folder "${missing}" below test/truth.`);
  }
  return names.length === 0 ? all : all.filter((name) => names.some((wanted) => matches(name, wanted)));
}
