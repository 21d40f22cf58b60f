import { isList, withTypeOfList } from '../simulator/bag/flatten-lists';
import type { KubeObject, SourcedObject } from '../simulator/kube-object';
import { looksLikeTemplate, TEMPLATE } from './helm-template';
import { looksLikeJson, nextJson, readJson } from './json-stream';
import { ManifestText } from './manifest-text';
import { parseDocument } from './parse-document';
import { type Data, type Extent, plainData } from './plain-data';
import { problemAt, type ReadProblem, type Refusal } from './read-problem';
import { type DocumentChunk, lineBreaks, splitDocuments } from './split-documents';
import { columnAt, positionAt } from './text-position';

/** What a text with manifests holds. */
export interface ManifestsRead {
  /** In the order of the text; the items of lists in place of the lists. */
  readonly objects: readonly SourcedObject[];
  /** What could not be read. A document with a problem gives no object; all others do. */
  readonly problems: readonly ReadProblem[];
  /** Finds the fields of these objects in the text. */
  readonly text: ManifestText;
}

/**
 * Reads the manifests of a YAML or JSON text as kubectl reads them. Never throws: what cannot be read is a problem, and
 * the other documents are read nevertheless (kubectl stops at the first).
 *
 * Stricter than kubectl's client in one thing: a key that stands twice is refused, which else the API server does.
 * Numbers are what JavaScript has: of whole numbers beyond 2^53 the last digits may be lost.
 *
 * Mirrors k8s.io/apimachinery v0.37 `pkg/util/yaml` (`YAMLOrJSONDecoder`), sigs.k8s.io/yaml v1.6 and
 * go.yaml.in/yaml/v2 v2.4.
 *
 * @param text the decoded content of a file
 * @param file its name, for messages
 */
export function readManifests(text: string, file?: string): ManifestsRead {
  return new ManifestReader(text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text, file).read();
}

class ManifestReader {
  private readonly objects: SourcedObject[] = [];
  private readonly problems: ReadProblem[] = [];
  private readonly places: ManifestText;

  constructor(
    private readonly text: string,
    private readonly file?: string,
  ) {
    this.places = new ManifestText(text, file);
  }

  public read(): ManifestsRead {
    const rest = looksLikeJson(this.text) ? this.jsonStream() : { offset: 0, line: 1 };
    for (const chunk of splitDocuments(this.text, rest.offset, rest.line)) {
      this.chunk(chunk);
    }
    return { objects: this.objects, problems: this.problems, text: this.places };
  }

  /** Reads JSON documents one after the other; returns where YAML begins. */
  private jsonStream(): { offset: number; line: number } {
    let line = 1;
    let counted = 0;
    let count = 0;
    for (;;) {
      const last = counted;
      const start = nextJson(this.text, last);
      line += lineBreaks(this.text, counted, start);
      counted = start;
      const value = start < this.text.length ? readJson(this.text, start) : undefined;
      if (value === undefined) {
        return start >= this.text.length ? { offset: start, line } : this.afterJson(last, start, line, count);
      }
      count++;
      this.document(value.data, value, line, value.refusals, () => value.items);
      line += lineBreaks(this.text, start, value.end);
      counted = value.end;
    }
  }

  /** kubectl goes over to YAML after one JSON document, and not after two. */
  private afterJson(last: number, start: number, line: number, count: number): { offset: number; line: number } {
    if (count <= 1) {
      // What stands before it in its line counts for its indentation.
      const lineStart = Math.max(this.text.lastIndexOf('\n', start - 1) + 1, last);
      return { offset: lineStart, line };
    }
    this.problems.push({
      ...this.at(start, start, line),
      message: 'several JSON documents stand before this, and this is no JSON; kubectl refuses to go on',
      fix: 'write all documents of this file as JSON, or put a line "---" between all of them',
    });
    const separator = this.text.indexOf('\n---', start);
    const offset = separator === -1 ? this.text.length : separator + 1;
    return { offset, line: line + lineBreaks(this.text, start, offset) };
  }

  private chunk(chunk: DocumentChunk): void {
    if (chunk.refused !== undefined) {
      const { text, line, column } = chunk.refused;
      this.problems.push({
        file: this.file,
        line,
        column,
        message: `kubectl refuses what stands behind "---" here: ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`,
        fix: 'let "---" stand alone in its line',
      });
      return;
    }
    const text = this.text.slice(chunk.start, chunk.end);
    if (!/\S/.test(text)) {
      return;
    }
    const directive = DIRECTIVE.exec(text);
    if (directive) {
      this.refuse({ offset: directive[0].length - 1, ...NO_DIRECTIVES }, chunk.start, chunk.line, text);
      return;
    }
    const parsed = parseDocument(text.endsWith('\n') ? text : `${text}\n`);
    if ('refused' in parsed) {
      this.refuse(parsed.refused, chunk.start, chunk.line, text);
      return;
    }
    const { tree } = parsed;
    if (tree === undefined || tree === null) {
      return;
    }
    const { data, refusals, origins } = plainData(tree, text);
    const start = chunk.start + tree.range[0];
    const extent = { start, end: chunk.start + tree.range[1] };
    this.document(
      data,
      extent,
      chunk.line + lineBreaks(this.text, chunk.start, start),
      refusals.map((refusal) => shifted(refusal, chunk.start)),
      (list) =>
        (list.items as Data[]).map((item) => {
          const found = origins.get(item);
          return found && { start: chunk.start + found.start, end: chunk.start + found.end };
        }),
    );
  }

  private document(data: Data, extent: Extent, line: number, refusals: readonly Refusal[], itemsOf: ItemsOf): void {
    if (refusals.length > 0) {
      const template = looksLikeTemplate(this.text, refusals[0].offset);
      for (const refusal of template ? [{ ...refusals[0], ...TEMPLATE }] : refusals) {
        this.problems.push(problemAt(this.text, refusal, extent.start, line, this.file));
      }
    } else if (data !== null) {
      if (typeof data === 'object' && !Array.isArray(data)) {
        this.add(data, extent, line, itemsOf);
      } else {
        this.problems.push({
          ...this.at(extent.start, extent.start, line),
          message: `a manifest is a map with apiVersion and kind, and this document is ${Array.isArray(data) ? 'a list' : 'a single value'}`,
        });
      }
    }
  }

  /** A list within a list is left for others to take apart: no cluster has such a thing. */
  private add(data: { [key: string]: Data }, extent: Extent, line: number, itemsOf: ItemsOf): void {
    if (!isList(data)) {
      this.object(data, extent, line);
      return;
    }
    const extents = itemsOf(data);
    let counted = extent.start;
    let current = line;
    (data.items as Data[]).forEach((item, index) => {
      const found = extents[index] ?? extent;
      // An alias leads back.
      const from = found.start < counted ? extent.start : counted;
      current = (from === counted ? current : line) + lineBreaks(this.text, from, found.start);
      counted = found.start;
      this.object(withTypeOfList(item, data), found, current);
    });
  }

  private object(data: Data, extent: Extent, line: number): void {
    const column = columnAt(this.text, extent.start);
    this.places.add({ ...extent, line, column });
    this.objects.push({ object: data as unknown as KubeObject, source: { file: this.file, line, column } });
  }

  private refuse(refusal: Refusal, base: number, line: number, text: string): void {
    const template = looksLikeTemplate(text, refusal.offset) ? TEMPLATE : undefined;
    this.problems.push(problemAt(this.text, { ...shifted(refusal, base), ...template }, base, line, this.file));
  }

  private at(offset: number, from: number, line: number): { file?: string; line: number; column: number } {
    return { file: this.file, ...positionAt(this.text, offset, from, line) };
  }
}

/** A line with a directive, behind nothing but comments. */
const DIRECTIVE = /^\ufeff?(?:[ \t]*(?:#[^\n]*)?\n)*%/;

const NO_DIRECTIVES = {
  message: 'kubectl reads no directive of YAML ("%…"): it takes the line for a document of its own',
  fix: 'remove the line; kubectl reads YAML 1.1 always',
} as const;

/** Where the items of a list stand. */
type ItemsOf = (list: { [key: string]: Data }) => readonly (Extent | undefined)[];

function shifted(refusal: Refusal, base: number): Refusal {
  return { ...refusal, offset: refusal.offset + base, other: refusal.other && refusal.other + base };
}
