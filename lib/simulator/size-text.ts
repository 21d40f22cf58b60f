const NUMBER = String.raw`(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})`;

/** Units of one family only: `KB`, or `KiB`. */
const SIZES = ['iB', 'B'].map((end) => new RegExp(`^[-+]?(?:0|(?:${NUMBER}(?:B|[KMGTPE]${end}))+)$`));

/**
 * Whether Prometheus takes a text for a number of bytes.
 *
 * Source: github.com/alecthomas/units `bytes.go`, `ParseBase2Bytes`, and `util.go`, `ParseUnit`.
 */
export function isSize(text: string): boolean {
  return SIZES.some((size) => size.test(text));
}
