// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are variables of Grafana.
import { interpolate } from '../../../lib/simulator/dashboards/interpolate';

test.each([
  ['up', 'up'],
  ['rate(a[$__rate_interval])', 'rate(a[5m])'],
  ['a[${__interval}] * ${__range_s}', 'a[5m] * 3600'],
  ['a{b=~"$pod|${ns:regex}|[[x]]|[[y:csv]]"}', 'a{b=~"x|x|x|x"}'],
  ["a{b='$pod'} + a{b=`${pod.text}`}", "a{b='x'} + a{b=`x`}"],
  ['a{b="\\"$pod"}', 'a{b="\\"x"}'],
  ['a{b=~"x$|[[:alpha:]]$"}', 'a{b=~"x$|[[:alpha:]]$"}'],
  ['a[$window] offset $shift', 'a[5m] offset 5m'],
  ['a[${n}m:1${unit}]', 'a[5m:1m]'],
  ['a[[[window]]]', 'a[5m]'],
  ['a # $comment "\n+ b', 'a \n+ b'],
])('%s becomes %s', (expr, filled) => {
  expect(interpolate(expr)).toBe(filled);
});

test.each(['$metric', 'topk($k, a)', 'sum by ([[label]]) (a)', '${fn:raw}(a[5m])', 'a[5m] * $__unheard_of'])(
  'of %s nobody can tell what it will be',
  (expr) => {
    expect(interpolate(expr)).toBeUndefined();
  },
);
