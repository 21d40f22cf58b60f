import { plainKey, plainValue, taggedValue } from '../../lib/yaml/scalar-value';

// What sigs.k8s.io/yaml v1.6 makes of these.
describe('a scalar without quotes', () => {
  test.each([
    [true, 'y Y yes Yes YES on On ON true True TRUE'],
    [false, 'n N no No NO off Off OFF false False FALSE'],
    [null, '~ null Null NULL'],
    [511, '0777 0o777 0O777 +0777 0x1ff 0X1FF 0b111111111 511 5_11 0_777 5__11_'],
    [-8, '-8 -010 -0o10 -0x8 -0b1000'],
    [8, '08 8. 8.0 8e0 0008 .8e1'],
    [0.5, '.5 0.5 +.5 5e-1 5E-1 0_0.5'],
    [0.15, '.15 .1_5'],
    [-1, '-1 0b-1'],
    [2 ** 64, '18446744073709551616 1.8446744073709551616e19'],
    [Number.POSITIVE_INFINITY, '.inf .Inf .INF +.inf'],
    [Number.NEGATIVE_INFINITY, '-.inf -.INF'],
    [Number.NaN, '.nan .NaN .NAN'],
  ])('is %p when written as one of: %s', (value, texts) => {
    for (const text of texts.split(' ')) {
      expect([text, plainValue(text)]).toEqual([text, value]);
    }
  });

  test.each([
    'yEs nO oN tRUE t f none nil',
    '1:30 190:20:30 12:30:45.5',
    '2001-01-01 2001-01-01T00:00:00Z 20:00',
    '30s 5m 100m 128Mi 1e3Mi 1.2.3 10.0.0.1 1,000',
    '0o8 0b12 0xg 0x 0b 0o _1 +_ - + . ._1 .1__0 1e 1e+ .5e .e5 ++1 --1 +-1 -0b-1',
    '1e400 -1e400 .1e400 0xfffffffffffffffff 0x1p3 Infinity NaN inf nan .iNF +.nan',
    '<< = @x a:b http://x:80/',
  ])('stays text: %s', (texts) => {
    for (const text of texts.split(' ')) {
      expect(plainValue(text)).toBe(text);
    }
  });

  test('is null when there is nothing', () => {
    expect(plainValue('')).toBeNull();
  });

  test('becomes the nearest number beyond 2^53', () => {
    expect(plainValue('9007199254740993')).toBe(9007199254740992);
  });
});

describe('a key without quotes', () => {
  test.each([
    ['8080', '8080'],
    ['0777', '511'],
    ['9223372036854775807', '9223372036854775807'],
    ['1.5', '1.5'],
    ['3.14159265358979', '3.1415927'],
    ['1e5', '100000'],
    ['1e6', '1e+06'],
    ['1234567.5', '1.2345675e+06'],
    ['0.0001', '0.0001'],
    ['0.00001', '1e-05'],
    ['yes', 'true'],
    ['off', 'false'],
    ['.inf', '.inf'],
    ['2001-01-01', '2001-01-01'],
    ['__proto__', '__proto__'],
  ])('%s is the key %p', (text, key) => {
    expect(plainKey(text)).toBe(key);
  });

  test('can be neither null nor a number beyond 63 bits', () => {
    expect([plainKey('~'), plainKey('18446744073709551615')]).toEqual([null, null]);
  });
});

describe('a scalar with a tag', () => {
  test.each([
    ['str', 'yes', 'yes'],
    ['str', '', ''],
    ['int', '0x1f', 31],
    ['float', '1', 1],
    ['float', '1_0.5', 10.5],
    ['bool', 'on', true],
    ['null', '', null],
    ['timestamp', '2000-02-29', '2000-02-29'],
    ['timestamp', '2001-1-1T1:2:3Z', '2001-1-1T1:2:3Z'],
    ['binary', 'aGVs\nbG8=', 'hello'],
    ['js/function', 'process.exit(1)', 'process.exit(1)'],
    ['python/object:os.system', 'ls', 'ls'],
  ])('!!%s of %p is %p', (tag, text, value) => {
    expect(taggedValue(`tag:yaml.org,2002:${tag}`, text)).toEqual({ value });
  });

  test.each([
    ['int', '1.5'],
    ['int', 'yes'],
    ['float', 'x'],
    ['bool', '1'],
    ['null', 'x'],
    ['timestamp', '2001-02-29'],
    ['timestamp', '1900-02-29'],
    ['timestamp', '2001-01-01T25:00:00Z'],
    ['binary', 'aGVsbG8'],
  ])('!!%s of %p is refused', (tag, text) => {
    expect(taggedValue(`tag:yaml.org,2002:${tag}`, text)).toHaveProperty('refused');
  });

  test('stays text where the tag is its own', () => {
    expect(taggedValue('!mine', '0777')).toEqual({ value: '0777' });
  });
});
