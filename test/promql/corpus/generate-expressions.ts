/** Expressions of which most are right, and some are broken; the same ones for the same seed. */
export function generateExpressions(seed: number, count: number): string[] {
  const generator = new Generator(seed);
  return Array.from({ length: count }, () => generator.next());
}

const FUNCTIONS = {
  vector: ['abs', 'absent', 'ceil', 'hour', 'sort', 'timestamp', 'info', 'start_timestamp', 'histogram_count'],
  matrix: ['rate', 'increase', 'absent_over_time', 'sum_over_time', 'mad_over_time', 'first_over_time', 'resets'],
};
const NAMES = [
  'up',
  'a',
  'http_requests_total',
  'job:rate:5m',
  'sum',
  'offset',
  'by',
  'and',
  'limitk',
  'fill',
  'start',
];
const MORE_NAMES = ['step', 'range', 'max_of', 'on', 'bool', 'atan2', 'inf', 'anchored', 'Rate', 'end', 'rate'];
const LABELS = ['job', 'le', 'on', 'by', 'sum', 'without', 'a:b', '"x.y"', '"job"', 'offset', 'start', 'limitk', 'nan'];
const NUMBERS = [
  '1',
  '0',
  '0.5',
  '.5',
  '1e3',
  '1e-3',
  '0x1F',
  'Inf',
  'NaN',
  '5m',
  '1h30m',
  '017',
  '08',
  '1_000',
  '1.',
  '1e',
];
const DURATIONS = [
  '5m',
  '1h',
  '1h30m',
  '90s',
  '1d',
  '5',
  '0s',
  '0',
  '1m1h',
  '10ms',
  '-5m',
  '1.5m',
  '1w2d',
  '2y',
  '300',
  '5M',
];
const BINARY = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '^',
  '==',
  '!=',
  '>',
  '<',
  '>=',
  '<=',
  'and',
  'or',
  'unless',
  'atan2',
  'AND',
  '</',
];
const STRINGS = [
  '"x"',
  "'x'",
  '`x`',
  '"a\\nb"',
  '"\\d"',
  '`\\d+`',
  '"\\x41"',
  '"\\u00e9"',
  '""',
  '".*"',
  '".+"',
  '"a|b"',
  '"("',
];
const MORE_STRINGS = [
  '"(?i)a"',
  '"(?=a)"',
  '"a{1,2000}"',
  '"\\\\d+"',
  '"é"',
  '"\\""',
  "'\\\"'",
  '"\\777"',
  '"[a-"',
  '"x*"',
];
const JUNK = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  '"',
  ':',
  '#',
  '!',
  '~',
  ' offset ',
  '@',
  '5m',
  ' by ',
  '=',
  '==',
  '$',
  '1',
  'x',
];

class Generator {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  public next(): string {
    const expression = this.chance(0.7) ? this.vector(3) : this.any(3);
    return this.chance(0.25) ? this.broken(expression) : expression;
  }

  /** The generator known as mulberry32. */
  private random(): number {
    this.state = (this.state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  private chance(share: number): boolean {
    return this.random() < share;
  }

  private one<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)];
  }

  private any(depth: number): string {
    const make = this.one([
      () => this.vector(depth),
      () => this.scalar(depth),
      () => this.matrix(depth),
      () => this.text(),
      () => `${this.any(depth - 1)} ${this.one(BINARY)} ${this.any(depth - 1)}`,
      () => `${this.one(['rate', 'round', 'clamp', 'label_join', 'pi', 'nope'])}(${this.list(depth)})`,
    ]);
    return depth <= 0 ? this.one([this.selector(), this.one(NUMBERS), this.text()]) : make();
  }

  private list(depth: number): string {
    return Array.from({ length: Math.floor(this.random() * 4) }, () => this.any(depth - 1)).join(', ');
  }

  private scalar(depth: number): string {
    if (depth <= 0) {
      return this.one(NUMBERS);
    }
    return this.one([
      () => this.one(NUMBERS),
      () => this.one(['time()', 'pi()', 'step()', 'start()', 'max_of(1, 2)', '-1', '+2', '- 3', '--4']),
      () => `scalar(${this.vector(depth - 1)})`,
      () => `${this.scalar(depth - 1)} ${this.one(BINARY)}${this.chance(0.3) ? ' bool' : ''} ${this.scalar(depth - 1)}`,
      () => `(${this.scalar(depth - 1)})`,
    ])();
  }

  private text(): string {
    return this.one(this.chance(0.7) ? STRINGS : MORE_STRINGS);
  }

  private selector(): string {
    const name = this.one(this.chance(0.85) ? NAMES : MORE_NAMES);
    const matchers = Array.from({ length: Math.floor(this.random() * 3) }, () =>
      this.chance(0.08) ? this.text() : `${this.one(LABELS)}${this.one(['=', '!=', '=~', '!~'])}${this.text()}`,
    ).join(this.one([',', ', ']));
    const braces = `{${matchers}${this.chance(0.1) ? ',' : ''}}`;
    return this.one([name, name, `${name}${braces}`, `${name}${braces}`, braces]);
  }

  private modified(operand: string): string {
    const modifier = (): string =>
      this.one([
        () => ` offset ${this.one(DURATIONS)}`,
        () => ` offset ${this.one(['-', '+', '--', '- '])}${this.one(DURATIONS)}`,
        () => ` @ ${this.one([...NUMBERS, 'start()', 'end()', '-1', '+5', 'START()', '(5)'])}`,
        () => ` ${this.one(['anchored', 'smoothed'])}`,
        () => ` OFFSET ${this.one(['(5m)', '5m+1m', '2*5m', 'step()'])}`,
      ])();
    return `${operand}${this.chance(0.35) ? modifier() : ''}${this.chance(0.1) ? modifier() : ''}`;
  }

  private matrix(depth: number): string {
    const range = this.chance(0.9)
      ? this.one(DURATIONS)
      : this.one(['', '(5m)', '5m+1m', '5m*2', 'step()', ' 5m ', 'x']);
    const subquery = this.chance(0.25);
    const of = subquery ? this.vector(depth - 1) : this.chance(0.9) ? this.selector() : this.modified(this.selector());
    const step = this.chance(0.5) ? this.one(DURATIONS) : '';
    return this.modified(`${of}[${range}${subquery ? `:${step}` : ''}]`);
  }

  private vector(depth: number): string {
    if (depth <= 0) {
      return this.modified(this.selector());
    }
    return this.one([
      () => this.modified(this.selector()),
      () => `${this.one(FUNCTIONS.vector)}(${this.vector(depth - 1)})`,
      () => `${this.one(FUNCTIONS.matrix)}(${this.matrix(depth - 1)})`,
      () => this.aggregation(depth),
      () => this.aggregation(depth),
      () => this.binary(depth),
      () => this.binary(depth),
      () => `(${this.vector(depth - 1)})`,
      () => `${this.one(['-', '+'])}${this.vector(depth - 1)}`,
      () => this.withArguments(depth),
    ])();
  }

  private withArguments(depth: number): string {
    const vector = this.vector(depth - 1);
    return this.one([
      `histogram_quantile(${this.scalar(depth - 1)}, ${vector})`,
      `label_replace(${vector}, "a", "$1", "b", "(.*)")`,
      `label_join(${vector}, "a", ","${this.chance(0.5) ? ', "b"' : ''})`,
      `clamp_max(${vector}, ${this.scalar(depth - 1)})`,
      `round(${vector}${this.chance(0.5) ? ', 5' : ''})`,
      `vector(${this.scalar(depth - 1)})`,
      `sort_by_label(${vector}, "a")`,
      `holt_winters(${this.matrix(depth - 1)}, 0.5, 0.5)`,
      `double_exponential_smoothing(${this.matrix(depth - 1)}, 0.5, 0.5)`,
      `predict_linear(${this.matrix(depth - 1)}, 3600)`,
      `info(${vector}, ${this.selector()})`,
      `day_of_week(${this.chance(0.5) ? vector : ''})`,
      `histogram_quantiles(${vector}, "q", 0.5${this.chance(0.7) ? ', 0.9' : ''})`,
    ]);
  }

  private labels(): string {
    const labels = Array.from({ length: Math.floor(this.random() * 3) }, () => this.one(LABELS)).join(', ');
    return `(${labels}${this.chance(0.08) ? ',' : ''})`;
  }

  private aggregation(depth: number): string {
    const op = this.one(['sum', 'avg', 'count', 'max', 'topk', 'quantile', 'count_values', 'limitk', 'SUM', 'group']);
    const param = /topk|limitk|quantile/.test(op) ? `${this.scalar(0)}, ` : op === 'count_values' ? '"v", ' : '';
    const clause = `${this.one(['by', 'without', 'BY'])} ${this.labels()}`;
    const body = `(${this.chance(0.95) ? param : ''}${this.vector(depth - 1)})`;
    return this.one([`${op}${body}`, `${op} ${clause} ${body}`, `${op}${body} ${clause}`]);
  }

  private binary(depth: number): string {
    const matching = this.chance(0.4)
      ? ` ${this.one(['on', 'ignoring'])}${this.labels()}${this.chance(0.4) ? ` ${this.one(['group_left', 'group_right'])}${this.chance(0.5) ? this.labels() : ''}` : ''}`
      : '';
    const right = this.chance(0.7) ? this.vector(depth - 1) : this.scalar(depth - 1);
    const fill = this.chance(0.03) ? ' fill(0)' : '';
    return `${this.vector(depth - 1)} ${this.one(BINARY)}${this.chance(0.15) ? ' bool' : ''}${matching}${fill} ${right}`;
  }

  private broken(expression: string): string {
    const at = Math.floor(this.random() * (expression.length + 1));
    const length = Math.floor(this.random() * 4);
    return this.one([
      () => expression.slice(0, at) + expression.slice(at + 1 + length),
      () => expression.slice(0, at) + this.one(JUNK) + expression.slice(at),
      () => expression.slice(0, at),
      () => expression.slice(0, at) + this.one(JUNK) + expression.slice(at + length),
    ])();
  }
}
