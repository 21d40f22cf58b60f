/** A part of an expression, with its place in the text. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** A condition on a label. */
export interface Matcher extends Part {
  readonly label: string;
  readonly op: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

/** Where a selector or subquery looks, apart from its matchers. */
export interface Modifiers {
  offset: boolean;
  at: boolean;
  extended: 'anchored' | 'smoothed' | undefined;
}

/** `web_requests_total{job="web"}`. */
export interface Selector extends Part {
  readonly kind: 'selector';
  /** The name in front of the braces. */
  readonly name: string | undefined;
  readonly matchers: readonly Matcher[];
  readonly modifiers: Modifiers;
}

/** How two vectors are matched. */
export interface Matching {
  readonly on: boolean;
  readonly labels: readonly string[];
  readonly group: readonly string[] | undefined;
  readonly fill: boolean;
}

/** A PromQL expression as Prometheus reads it. */
export type Expression =
  | Selector
  | (Part & { readonly kind: 'number'; readonly value: number })
  | (Part & { readonly kind: 'string'; readonly value: string })
  | (Part & { readonly kind: 'matrix'; readonly of: Expression; readonly modifiers: Modifiers })
  | (Part & { readonly kind: 'subquery'; readonly of: Expression; readonly modifiers: Modifiers })
  | (Part & { readonly kind: 'paren'; readonly of: Expression })
  | (Part & { readonly kind: 'unary'; readonly of: Expression })
  | (Part & {
      readonly kind: 'binary';
      readonly op: string;
      /** Place of the operator. */
      readonly opAt: Part;
      readonly bool: boolean;
      readonly matching: Matching;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Part & {
      readonly kind: 'call';
      readonly name: string;
      readonly nameAt: Part;
      readonly args: readonly Expression[];
    })
  | (Part & { readonly kind: 'aggregate'; readonly op: string; readonly args: readonly Expression[] });
