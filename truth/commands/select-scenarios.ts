import { readScenario, scenarioNames } from '../scenario/scenario-file';

/** There is no scenario of a name that somebody gave. */
export class UnknownScenario extends Error {
  constructor(name: string) {
    super(
      `There is no scenario or folder "${name}" below test/truth. Fix: name a file there, without .yaml, or a folder.`,
    );
  }
}

/**
 * The scenarios that are named, or that lie in folders that are named; all where nothing is.
 *
 * @throws UnknownScenario if there is none of a name
 */
export function selectScenarios(names: readonly string[]): string[] {
  const all = scenarioNames();
  const matches = (name: string, wanted: string): boolean => name === wanted || name.startsWith(`${wanted}/`);
  const missing = names.find((wanted) => !all.some((name) => matches(name, wanted)));
  if (missing !== undefined) {
    throw new UnknownScenario(missing);
  }
  return names.length === 0 ? all : all.filter((name) => names.some((wanted) => matches(name, wanted)));
}

/** Those that were never recorded. */
export function withoutRecording(names: readonly string[]): string[] {
  return names.filter((name) => readScenario(name).recording === undefined);
}
