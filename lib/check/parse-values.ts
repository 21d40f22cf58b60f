import { readValues } from '../yaml/read-values';

/**
 * Reads values that a manifest carries as text.
 *
 * @throws if the text is no YAML, with the first problem and its line
 */
export function parseValues(text: string): any {
  const { data, problems } = readValues(text);
  if (problems.length > 0) {
    const [{ line, message }] = problems;
    throw new Error(`line ${line}: ${message}`);
  }
  return data;
}
