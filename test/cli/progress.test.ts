import { Progress } from '../../cli/output/progress';
import { Collector } from './run-cli';

let now = 0;

beforeEach(() => {
  now = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
});

afterEach(() => {
  jest.restoreAllMocks();
});

test('shows nothing in a short run', () => {
  const stream = new Collector(true);
  const progress = new Progress(stream);
  now = 900;
  progress.show('Reading');
  progress.clear();
  expect(stream.text).toBe('');
});

test('shows one line in a long run, and clears it', () => {
  const stream = new Collector(true, 10);
  const progress = new Progress(stream);
  now = 1500;
  progress.show('Reading file 1 of 2');
  now = 1510;
  progress.show('too soon');
  progress.clear();
  progress.clear();
  expect(stream.text).toBe('\r\u001b[KReading f\r\u001b[K');
});

test('shows nothing where it is not a terminal', () => {
  const stream = new Collector();
  const progress = new Progress(stream);
  now = 5000;
  progress.show('Reading');
  expect(stream.text).toBe('');
});
