import { Size } from 'cdk8s';
import fc from 'fast-check';
import { toPrometheusSize } from '../../lib/private/prometheus-size';

/** The pattern of `ByteSize` in the CRDs of the Operator. */
const CRD_PATTERN = /(^0|([0-9]*[.])?[0-9]+((K|M|G|T|E|P)i?)?B)$/;

describe('toPrometheusSize', () => {
  test.each([
    ['a whole number of the largest unit', Size.mebibytes(1024), '1GiB'],
    ['the next smaller unit where the larger would need a fraction', Size.mebibytes(1536), '1536MiB'],
    ['no unit above PiB', Size.pebibyte(2048), '2048PiB'],
    ['a part of a kibibyte as a whole one', Size.gibibytes(0.1), '104858KiB'],
    ['nothing', Size.kibibytes(0), '0KiB'],
  ])('renders %s', (_title, size, expected) => {
    expect(toPrometheusSize(size)).toBe(expected);
  });

  test('loses no byte and stays in the pattern of the CRDs', () => {
    const exponents: { [unit: string]: number } = { KiB: 0, MiB: 1, GiB: 2, TiB: 3, PiB: 4 };
    fc.assert(
      fc.property(fc.nat(), (kibibytes) => {
        const text = toPrometheusSize(Size.kibibytes(kibibytes));
        expect(text).toMatch(CRD_PATTERN);
        const [, amount, unit] = /^([0-9]+)([A-Za-z]+)$/.exec(text) as RegExpExecArray;
        expect(Number(amount) * 1024 ** exponents[unit]).toBe(kibibytes);
      }),
    );
  });
});
