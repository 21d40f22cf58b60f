import type { Graph } from './graph';
import { Column } from './picture';

/** The part of dagre that is used. Its own types are those of an ES module, which its CommonJS build cannot be read with. */
interface Dagre {
  readonly Graph: new (options: { readonly multigraph: boolean }) => DagreGraph;
  layout(graph: DagreGraph): void;
}

interface DagreGraph {
  setGraph(label: object): void;
  graph(): { readonly width: number; readonly height: number };
  setNode(name: string, label: object): void;
  node(name: string): { readonly x: number; readonly y: number };
  setEdge(from: string, to: string, label: object, name: string): void;
  edge(from: string, to: string, name: string): { readonly points: readonly Point[] };
}

const dagre: Dagre = require('@dagrejs/dagre');

/** A place in a drawing, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the boxes and arrows of a graph go, in the order in which these stand in it. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Centers. */
  readonly boxes: readonly Point[];
  /** From the right side of a box to the left side of another one. */
  readonly arrows: readonly (readonly Point[])[];
}

/** Size of a box, in pixels. */
export const BOX = { width: 190, height: 78 };

const COLUMNS = Object.values(Column);
const known = new Map<string, Layout>();

/** Lays a graph out in columns from left to right. Graphs of the same shape, of which there may be thousands, share a layout. */
export function layoutOf({ parts, links }: Graph): Layout {
  const indexes = new Map(parts.map(({ id }, i) => [id, i]));
  const columns = parts.map(({ column }) => COLUMNS.indexOf(column));
  const edges = links.map(({ from, to }) => [indexes.get(from) as number, indexes.get(to) as number] as const);
  const key = JSON.stringify([columns, edges]);
  let layout = known.get(key);
  if (layout === undefined) {
    layout = laidOut(columns, edges);
    known.set(key, layout);
  }
  return layout;
}

function laidOut(columns: readonly number[], edges: readonly (readonly [number, number])[]): Layout {
  const graph = new dagre.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 16, ranksep: 52, marginx: 4, marginy: 4 });
  for (const i of columns.keys()) {
    graph.setNode(String(i), { ...BOX });
  }
  for (const [i, [from, to]] of edges.entries()) {
    // An arrow that passes over a column keeps the columns apart.
    const minlen = Math.max(1, columns[to] - columns[from]);
    graph.setEdge(String(from), String(to), { minlen, weight: 1, width: 0, height: 0 }, String(i));
  }
  dagre.layout(graph);
  const boxes = [...columns.keys()].map((i) => rounded(graph.node(String(i))));
  const { width, height } = graph.graph();
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes,
    arrows: edges.map(([from, to], i) => {
      const between = graph.edge(String(from), String(to), String(i)).points.slice(1, -1).map(rounded);
      const twins = edges.filter(([a, b]) => a === from && b === to).length;
      const twin = edges.slice(0, i).filter(([a, b]) => a === from && b === to).length;
      const shift = twins === 1 ? 0 : Math.round(((twin + 0.5) / twins - 0.5) * (BOX.height / 2));
      const isNear = columns[to] - columns[from] === 1;
      return [
        { x: boxes[from].x + BOX.width / 2, y: boxes[from].y + shift },
        ...(isNear ? [] : between),
        { x: boxes[to].x - BOX.width / 2, y: boxes[to].y + shift },
      ];
    }),
  };
}

function rounded({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}
