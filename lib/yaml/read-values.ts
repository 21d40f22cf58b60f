import { looksLikeTemplate, TEMPLATE } from './helm-template';
import { parseDocument } from './parse-document';
import { type Data, plainData } from './plain-data';
import { problemAt, type ReadProblem } from './read-problem';
import { TextLines } from './text-position';

/** What a text with one document holds. */
export interface ValuesRead {
  /** Undefined where the text could not be read; null where it is empty. */
  readonly data: Data | undefined;
  readonly problems: readonly ReadProblem[];
}

/**
 * Reads one YAML or JSON document, such as values of Helm, by the rules of `readManifests`. As with Helm, what follows a
 * `...` or a second `---` is not looked at.
 *
 * Mirrors sigs.k8s.io/yaml v1.6 `Unmarshal`.
 *
 * @param text the decoded content of a file, or a text within a manifest
 * @param file its name, for messages
 */
export function readValues(text: string, file?: string): ValuesRead {
  const lines = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
  const parsed = parseDocument(lines);
  const { data, refusals } =
    'refused' in parsed
      ? { data: null, refusals: [parsed.refused] }
      : parsed.tree === undefined
        ? { data: null, refusals: [] }
        : plainData(parsed.tree, lines);
  if (refusals.length === 0) {
    return { data, problems: [] };
  }
  const told = looksLikeTemplate(lines, refusals[0].offset) ? [{ ...refusals[0], ...TEMPLATE }] : refusals;
  const places = new TextLines(lines);
  return { data: undefined, problems: told.map((refusal) => problemAt(places, refusal, file)) };
}
