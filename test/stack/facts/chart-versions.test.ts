import {
  CHART_VERSIONS,
  type ChartVersion,
  chartOfOperator,
  NEWEST_CHART,
  versionsOf,
} from '../../../lib/stack/facts/chart-versions';

describe('versions of a chart', () => {
  test.each(CHART_VERSIONS)('are known exactly for $chart', ({ chart, ...versions }) => {
    expect(versionsOf(chart)).toEqual({ ...versions, assumed: false });
  });

  test('are those of the entry below for a chart between two entries', () => {
    expect(versionsOf('86.10.0')).toEqual({ ...known('86.3.2'), assumed: true });
    expect(versionsOf('86.3.1')).toEqual({ ...known('86.0.0'), assumed: true });
    expect(versionsOf('74.2.1')).toEqual({ ...known('73.0.0'), assumed: true });
  });

  test('are the newest known for a newer chart', () => {
    expect(versionsOf('100.0.0')).toEqual({ ...known(NEWEST_CHART), assumed: true });
  });

  test('are unknown for a chart older than the table', () => {
    expect(versionsOf('45.0.0')).toEqual({ assumed: true });
  });

  test('have no suffix', () => {
    const texts = CHART_VERSIONS.flatMap((entry) => Object.values(entry));
    expect(texts.filter((text) => !/^\d+\.\d+(\.\d+)?$/.test(text))).toEqual([]);
  });

  test('only ever grow', () => {
    const order = (version: string) => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
    for (const key of Object.keys(CHART_VERSIONS[0]) as (keyof ChartVersion)[]) {
      const numbers = CHART_VERSIONS.map((entry) => order(entry[key]));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    }
  });
});

describe('the chart of an Operator', () => {
  test.each(CHART_VERSIONS)('brings just $operator', ({ operator }) => {
    const chart = CHART_VERSIONS.filter((entry) => entry.operator === operator).pop()?.chart;
    expect([operator, `v${operator}`].map(chartOfOperator)).toEqual([chart, chart]);
  });

  test('is the newest with that minor version where the patch is not known', () => {
    expect(chartOfOperator('0.90.0')).toBe('85.0.0');
    expect(chartOfOperator('0.93')).toBe(NEWEST_CHART);
  });

  test('is unknown for an Operator that no chart in the table brings', () => {
    expect(['0.9', '0.78.1', '0.999.0'].map(chartOfOperator)).toEqual([undefined, undefined, undefined]);
  });
});

function known(chart: string) {
  const { chart: _, ...versions } = CHART_VERSIONS.find((candidate) => candidate.chart === chart) as ChartVersion;
  return versions;
}
