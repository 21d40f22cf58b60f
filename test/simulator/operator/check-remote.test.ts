import { isUuid } from '../../../lib/simulator/operator/check-remote';

describe('a UUID', () => {
  test.each([
    '01234567-89ab-CDEF-0123-456789abcdef',
    'urn:uuid:01234567-89ab-cdef-0123-456789abcdef',
    '{01234567-89ab-cdef-0123-456789abcdef}',
    '0123456789abcdef0123456789abcdef',
  ])('may be written as %s', (text) => {
    expect(isUuid(text)).toBe(true);
  });

  test.each([
    '',
    'metrics',
    '01234567-89ab-cdef-0123-456789abcdeg',
    '0123456789ab-cdef-0123-456789abcdef0',
    'uri:uuid:01234567-89ab-cdef-0123-456789abcdef',
  ])('is not %j', (text) => {
    expect(isUuid(text)).toBe(false);
  });
});
