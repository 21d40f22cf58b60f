import { createEvaluation } from '../../lib/check/create-evaluation';
import type { Evaluation, EvaluationOptions } from '../../lib/check/evaluation';
import { readManifests } from '../../lib/yaml/read-manifests';

/**
 * Looks at the objects of a YAML text, as the command line does with a file.
 *
 * @throws if the text cannot be read: a sample with such a mistake shows nothing about a check
 */
export function evaluateYaml(text: string, file: string, options: EvaluationOptions = {}): Evaluation {
  const read = readManifests(text, file);
  if (read.problems.length > 0) {
    const list = read.problems.map(({ line, message }) => `${file}:${line}: ${message}`);
    throw new Error(`The sample cannot be read.\n${list.join('\n')}\n${text}`);
  }
  return createEvaluation(read.objects, {
    locate: (source, field) => ({ ...source, ...read.text.locate(source, field) }),
    ...options,
  });
}
