import type { Node } from 'yaml';
import type { PatchOperation } from '../report/finding';
import type { Source } from '../simulator/kube-object';
import { stepsOf } from './field-path';
import { offsetOfField } from './find-field';
import { parseDocument } from './parse-document';
import { replacementOf } from './patch-text';
import type { Extent } from './plain-data';
import { type Position, TextLines } from './text-position';

/** Where an object stands in a text. */
export interface ObjectPlace extends Extent, Position {}

/** A change of a text: what stands from `start` up to `end` gives way to `text`. */
export interface TextEdit {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** Syntax trees that are kept: findings mostly come object by object. */
const KEPT = 4;

/**
 * A text with manifests, and where its objects stand. Fields are looked up by parsing the one object again that they
 * belong to, so that no syntax tree has to be kept.
 */
export class ManifestText {
  public readonly lines: TextLines;
  private readonly places: ObjectPlace[] = [];
  private byPosition: Map<string, ObjectPlace> | undefined;
  private readonly trees = new Map<ObjectPlace, Node | undefined>();

  /** @param text the text; its lines end in `\n` */
  constructor(
    private readonly text: string,
    public readonly file?: string,
  ) {
    this.lines = new TextLines(text);
  }

  /** Notes where an object stands; returns its source. */
  public add({ start, end }: Extent): Source {
    const position = this.lines.positionAt(start);
    this.places.push({ start, end, ...position });
    this.byPosition = undefined;
    return { file: this.file, ...position };
  }

  /**
   * Where the field of an object stands: its key, or the entry of a list; where it is absent, the nearest parent that
   * is there. Undefined where no object of this text has that source.
   *
   * @param source of an object that was read from this text
   * @param field path of the field, such as `spec.endpoints[0].port`; empty for the object as a whole
   */
  public locate(source: Source, field: string): Position | undefined {
    const place = this.placeOf(source);
    if (place === undefined) {
      return undefined;
    }
    const steps = stepsOf(field);
    const root = steps.length === 0 ? undefined : this.tree(place);
    const offset =
      root === undefined
        ? place.start
        : place.start + offsetOfField(root, steps, this.slice(place)) - padding(this.text, place);
    return this.lines.positionAt(offset);
  }

  /**
   * A JSON Patch on an object as a change of the text; undefined where the change is not plain, such as within an alias.
   *
   * @param source of an object that was read from this text
   */
  public edit(source: Source, patch: readonly PatchOperation[]): TextEdit | undefined {
    const place = this.placeOf(source);
    const root = place && patch.length === 1 ? this.tree(place) : undefined;
    if (place === undefined || root === undefined) {
      return undefined;
    }
    const replacement = replacementOf(root, patch[0], this.slice(place));
    if (replacement === undefined) {
      return undefined;
    }
    const moved = place.start - padding(this.text, place);
    const start = this.lines.positionAt(moved + replacement.start);
    // The lines of a block are indented as its first key is.
    return {
      start,
      end: this.lines.positionAt(moved + replacement.end),
      text: replacement.text.replaceAll('\n', `\n${' '.repeat(start.column - 1)}`),
    };
  }

  private placeOf(source: Source): ObjectPlace | undefined {
    if (source.file !== this.file) {
      return undefined;
    }
    this.byPosition ??= new Map(this.places.map((place) => [`${place.line}:${place.column}`, place]));
    return this.byPosition.get(`${source.line}:${source.column}`);
  }

  /** The text of an object as it is parsed. */
  private slice(place: ObjectPlace): string {
    return ' '.repeat(padding(this.text, place)) + this.text.slice(place.start, place.end);
  }

  private tree(place: ObjectPlace): Node | undefined {
    let tree = this.trees.get(place);
    if (tree === undefined && !this.trees.has(place)) {
      const parsed = parseDocument(this.slice(place));
      tree = 'tree' in parsed ? (parsed.tree ?? undefined) : undefined;
    }
    // The one that was asked for last stands last.
    this.trees.delete(place);
    this.trees.set(place, tree);
    if (this.trees.size > KEPT) {
      this.trees.delete(this.trees.keys().next().value as ObjectPlace);
    }
    return tree;
  }
}

/** Spaces that an object needs before its first line, for that line to be indented as the others are. */
function padding(text: string, place: ObjectPlace): number {
  return text[place.start] === '{' ? 0 : place.column - 1;
}
