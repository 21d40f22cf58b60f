import { isSize } from '../../lib/simulator/size-text';

describe('a size', () => {
  test.each(['5MB', '5MiB', '1GB512MB', '1GiB512MiB', '1.5KB', '.5KB', '10B', '-1KB', '+1KB', '0', '-0', '2EB'])(
    'may be %s',
    (text) => {
      expect(isSize(text)).toBe(true);
    },
  );

  test.each(['', '5', '5M', '5Mi', '5 MB', '1GiB512MB', '1GB512MiB', 'MB', '5mb', '1e3B', '5MB ', '00'])(
    'may not be %j',
    (text) => {
      expect(isSize(text)).toBe(false);
    },
  );
});
