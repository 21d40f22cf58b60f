import { isList, withTypeOfList } from '../simulator/bag/flatten-lists';
import type { KubeObject, SourcedObject } from '../simulator/kube-object';
import { looksLikeTemplate, TEMPLATE } from './helm-template';
import { looksLikeJson, nextJson, readJson } from './json-stream';
import { ManifestText } from './manifest-text';
import { parseDocument } from './parse-document';
import { type Data, type Extent, plainData } from './plain-data';
import { problemAt, type ReadProblem, type Refusal } from './read-problem';
import { type DocumentChunk, splitDocuments } from './split-documents';

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
 * Stricter than kubectl's client where that loses data and says nothing: a key that stands twice is refused (which the
 * API server does else), and so is what stands behind the end of a document without a separator. Nesting is bounded.
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
    for (const chunk of splitDocuments(this.text, looksLikeJson(this.text) ? this.jsonStream() : 0)) {
      this.chunk(chunk);
    }
    return { objects: this.objects, problems: this.problems, text: this.places };
  }

  /** Reads JSON documents one after the other; returns where YAML begins. */
  private jsonStream(): number {
    let end = 0;
    for (let count = 0; ; count++) {
      const start = nextJson(this.text, end);
      const value = start < this.text.length ? readJson(this.text, start) : undefined;
      if (value === undefined) {
        return this.afterJson(end, start, count);
      }
      this.document(value.data, value, value.refusals, () => value.items);
      if (value.broken) {
        return this.nextSeparator(value.end);
      }
      end = value.end;
    }
  }

  /** kubectl goes over to YAML after one JSON document, and not after two. */
  private afterJson(end: number, start: number, count: number): number {
    if (count <= 1 || start >= this.text.length) {
      // What stands before it in its line counts for its indentation.
      return Math.max(this.text.lastIndexOf('\n', start - 1) + 1, end);
    }
    this.tell({
      offset: start,
      message: 'several JSON documents stand before this, and this is no JSON; kubectl refuses to go on',
      fix: 'write all documents of this file as JSON, or put a line "---" between all of them',
    });
    return this.nextSeparator(start);
  }

  private nextSeparator(from: number): number {
    const separator = this.text.indexOf('\n---', from);
    return separator === -1 ? this.text.length : separator + 1;
  }

  private chunk({ start, end, refused }: DocumentChunk): void {
    if (refused !== undefined) {
      const shown = refused.text.length > 40 ? `${refused.text.slice(0, 40)}…` : refused.text;
      this.tell({
        offset: refused.offset,
        message: `kubectl refuses what stands behind "---" here: ${shown}`,
        fix: 'let "---" stand alone in its line',
      });
      return;
    }
    // kubectl ends the last line too.
    const text =
      end === this.text.length && !this.text.endsWith('\n')
        ? `${this.text.slice(start)}\n`
        : this.text.slice(start, end);
    if (!/\S/.test(text)) {
      return;
    }
    const directive = DIRECTIVE.exec(text);
    if (directive) {
      this.tell({ offset: start + directive[0].length - 1, ...NO_DIRECTIVES });
      return;
    }
    const parsed = parseDocument(text);
    if ('refused' in parsed) {
      this.refuse([parsed.refused], start);
      return;
    }
    const { tree } = parsed;
    if (tree === undefined || tree === null) {
      return;
    }
    const { data, refusals, origins } = plainData(tree, text);
    this.document(
      data,
      moved({ start: tree.range[0], end: tree.range[1] }, start),
      refusals,
      (list) =>
        (list.items as Data[]).map((item) => {
          const origin = origins.get(item);
          return origin && moved(origin, start);
        }),
      start,
    );
  }

  private document(data: Data, extent: Extent, refusals: readonly Refusal[], itemsOf: ItemsOf, base = 0): void {
    if (refusals.length > 0) {
      this.refuse(refusals, base);
    } else if (data === null) {
      return;
    } else if (typeof data === 'object' && !Array.isArray(data)) {
      this.add(data, extent, itemsOf);
    } else {
      const what = Array.isArray(data) ? 'a list' : 'a single value';
      this.tell({
        offset: extent.start,
        message: `a manifest is a map with apiVersion and kind, and this document is ${what}`,
      });
    }
  }

  /** A list within a list is left for others to take apart: no cluster has such a thing. */
  private add(data: { [key: string]: Data }, extent: Extent, itemsOf: ItemsOf): void {
    if (!isList(data)) {
      this.object(data, extent);
      return;
    }
    const extents = itemsOf(data);
    (data.items as Data[]).forEach((item, index) => {
      this.object(withTypeOfList(item, data), extents[index] ?? extent);
    });
  }

  private object(data: Data, extent: Extent): void {
    this.objects.push({ object: data as unknown as KubeObject, source: this.places.add(extent) });
  }

  /** Tells of a document that was refused; of a template once, whatever came of it. */
  private refuse(refusals: readonly Refusal[], base: number): void {
    const all = refusals.map((refusal) => ({
      ...refusal,
      offset: refusal.offset + base,
      other: refusal.other === undefined ? undefined : refusal.other + base,
    }));
    const [first] = all;
    for (const refusal of looksLikeTemplate(this.text, first.offset) ? [{ offset: first.offset, ...TEMPLATE }] : all) {
      this.tell(refusal);
    }
  }

  private tell(refusal: Refusal): void {
    this.problems.push(problemAt(this.places.lines, refusal, this.file));
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

function moved({ start, end }: Extent, by: number): Extent {
  return { start: start + by, end: end + by };
}
